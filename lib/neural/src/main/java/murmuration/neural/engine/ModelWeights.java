package murmuration.neural.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * The weights of a network, by name.
 *
 * @param tensors at least one, in the order in which the network made them
 */
public record ModelWeights(Map<String, Tensor> tensors) {

  /** Keeps its own copy of the map. */
  public ModelWeights {
    var copy = new LinkedHashMap<String, Tensor>();
    Arguments.present("tensors", tensors)
        .forEach(
            (name, tensor) ->
                copy.put(Arguments.present("a name", name), Arguments.present(name, tensor)));
    Arguments.require(!copy.isEmpty(), "tensors is empty: expected at least one weight");
    tensors = Collections.unmodifiableMap(copy);
  }

  /** How many numbers in all. */
  public long count() {
    return tensors.values().stream().mapToLong(Tensor::size).sum();
  }

  /**
   * The values of one weight.
   *
   * @param name its name
   * @param shape the shape it must have
   * @throws IllegalArgumentException where there is none of this name and shape
   */
  public float[] get(String name, long... shape) {
    Tensor tensor = tensors.get(name);
    Arguments.require(
        tensor != null, "weights has no '%s': expected one among %s", name, tensors.keySet());
    Tensor found = Arguments.present(name, tensor);
    Arguments.require(
        Arrays.equals(found.shape(), shape),
        "weight '%s' has the shape %s: expected %s",
        name,
        Arrays.toString(found.shape()),
        Arrays.toString(shape));
    return found.values();
  }

  @Override
  public String toString() {
    return count() + " weights " + tensors.keySet();
  }
}
