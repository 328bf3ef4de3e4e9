package murmuration.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import murmuration.math.Arguments;

/**
 * One parameter of a sweep.
 *
 * @param name name of the parameter; becomes a column of the result
 * @param values the values it takes, in this order; finite, each once
 */
public record Parameter(String name, double[] values) {
  static final Set<String> TAKEN = Set.of("index", "key", "replicate", "seed");

  /** Checks the values and keeps its own copy. */
  public Parameter {
    Arguments.require(
        Arguments.present("name", name).matches("[^,\"\\s][^,\"\\r\\n]*") && !TAKEN.contains(name),
        "name is \"%s\": expected a parameter name without comma or quote, and none of %s",
        name,
        TAKEN.stream().sorted().toList());
    Arguments.finite(name, values, 1);
    values = values.clone();
    var seen = new HashSet<Double>();
    for (double value : values) {
      Arguments.require(
          seen.add(value), "%s has the value %s twice: expected each once", name, value);
    }
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The values, separated by commas. */
  @Override
  public String toString() {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", "));
  }
}
