package murmuration.sweep;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment gave in one cell, as numbers.
 *
 * @param columns names of the numbers
 * @param values the numbers
 */
record Outcome(List<String> columns, double[] values) {
  private static final long EXACT = 1L << 53;

  static Outcome of(Cell cell, @Nullable Object result) {
    return switch (result) {
      case Number n -> new Outcome(List.of("value"), new double[] {exact(n)});
      case Record r -> of(cell, r);
      case null, default -> throw wrong(cell, result);
    };
  }

  private static Outcome of(Cell cell, Record result) {
    var components = result.getClass().getRecordComponents();
    var columns = new ArrayList<String>();
    double[] values = new double[components.length];
    for (int i = 0; i < components.length; i++) {
      columns.add(components[i].getName());
      try {
        var accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        values[i] =
            switch (accessor.invoke(result)) {
              case Number n -> exact(n);
              case Boolean b -> b ? 1 : 0;
              case null, default -> throw wrong(cell, result);
            };
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException(result.getClass() + " cannot be read", e);
      }
    }
    Arguments.require(!columns.isEmpty(), "%s has no components: expected numbers", result);
    for (String column : columns) {
      Arguments.require(
          !cell.parameters().containsKey(column) && !Parameter.TAKEN.contains(column),
          "the experiment gives \"%s\", which names a parameter: expected another name",
          column);
    }
    return new Outcome(columns, values);
  }

  private static double exact(Number n) {
    Arguments.require(
        !(n instanceof Long whole) || (whole >= -EXACT && whole <= EXACT),
        "the experiment gave %s: expected whole numbers of at most 2^53",
        n);
    return n.doubleValue();
  }

  private static IllegalArgumentException wrong(Cell cell, @Nullable Object result) {
    return new IllegalArgumentException(
        "the experiment gave "
            + result
            + " in cell "
            + cell.index()
            + ": expected a number or a record of numbers and booleans");
  }
}
