package murmuration.sweep;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * One run of an experiment in a sweep.
 *
 * @param index place in the sweep, from 0; replicates vary fastest, the first axis slowest
 * @param parameters the value of each axis, in the order of the axes
 * @param replicate number among the cells with these parameters, from 0
 * @param seed {@link Rng#seed Rng.seed(seed of the sweep, index)}
 */
public record Cell(int index, Map<String, Double> parameters, int replicate, long seed)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Keeps its own copy of the parameters, in their order. */
  public Cell {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The value of a parameter in this cell. */
  public double value(String parameter) {
    Double value = parameters.get(parameter);
    Arguments.require(
        value != null, "no parameter \"%s\": expected one of %s", parameter, parameters.keySet());
    return Arguments.present(parameter, value);
  }

  /** The random numbers of this cell: the same in every run, on every thread and machine. */
  public RandomGenerator rng() {
    return Rng.of(seed);
  }
}
