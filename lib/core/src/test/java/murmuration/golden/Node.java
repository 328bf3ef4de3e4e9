package murmuration.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a golden file.
 *
 * @param path where it stands, for messages
 * @param value a Map, a List, a String, a Number, a Boolean or null
 */
public record Node(String path, @Nullable Object value) {
  /** The member {@code key} of an object. */
  public Node at(String key) {
    var map = map();
    if (!map.containsKey(key)) {
      throw new IllegalArgumentException(path + " has no \"" + key + "\" but " + map.keySet());
    }
    return new Node(path + "." + key, map.get(key));
  }

  public boolean has(String key) {
    return map().containsKey(key);
  }

  public Set<String> keys() {
    return map().keySet();
  }

  /** The elements of an array. */
  public List<Node> items() {
    var items = new ArrayList<Node>();
    for (Object item : list()) {
      items.add(new Node(path + "[" + items.size() + "]", item));
    }
    return items;
  }

  public double number() {
    return switch (value) {
      case null -> Double.NaN;
      case Number n -> n.doubleValue();
      case String s when s.equals("NA") || s.equals("NaN") -> Double.NaN;
      case String s -> parse(s);
      default -> throw wrong("a number");
    };
  }

  public long integer() {
    return switch (value) {
      case Long n -> n;
      case Integer n -> n;
      case String s -> Long.parseLong(s);
      case null, default -> throw wrong("an integer");
    };
  }

  public String text() {
    if (value instanceof String s) {
      return s;
    }
    throw wrong("a text");
  }

  /** The numbers of an array; one number counts as an array of one. */
  public double[] numbers() {
    if (value instanceof List<?>) {
      return items().stream().mapToDouble(Node::number).toArray();
    }
    return new double[] {number()};
  }

  public double[][] matrix() {
    return items().stream().map(Node::numbers).toArray(double[][]::new);
  }

  public boolean isNull() {
    return value == null;
  }

  private Map<String, Object> map() {
    if (value instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) value;
      return map;
    }
    throw wrong("an object");
  }

  private List<?> list() {
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong("an array");
  }

  private double parse(String s) {
    try {
      return Double.parseDouble(s.replace("Inf", "Infinity").replace("Infinityinity", "Infinity"));
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException) wrong("a number").initCause(e);
    }
  }

  private IllegalArgumentException wrong(String need) {
    return new IllegalArgumentException(path + " is " + value + ": expected " + need);
  }
}
