package murmuration.warning.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * A curve of equilibria along a parameter, point by point.
 *
 * @param parameter the parameter at each point, length n
 * @param states the state, point by point: component j of point k is number {@code k d + j}
 * @param stable 1 where the equilibrium is stable, 0 where it is not, length n
 */
public record Branch(double[] parameter, double[] states, double[] stable) {
  /** Checks the lengths and keeps its own copies. */
  public Branch {
    Arguments.finite("parameter", parameter, 1);
    Arguments.finite("states", states, 1);
    Arguments.sameLength("parameter", parameter, "stable", stable);
    Arguments.require(
        states.length % parameter.length == 0,
        "states has %d values: expected a multiple of %d points",
        states.length,
        parameter.length);
    parameter = parameter.clone();
    states = states.clone();
    stable = stable.clone();
  }

  static Branch of(List<Continuation.Place> places) {
    return new Branch(
        places.stream().mapToDouble(Continuation.Place::parameter).toArray(),
        places.stream().flatMapToDouble(place -> Arrays.stream(place.state())).toArray(),
        places.stream().mapToDouble(place -> place.isStable() ? 1 : 0).toArray());
  }

  @Override
  public double[] parameter() {
    return parameter.clone();
  }

  @Override
  public double[] states() {
    return states.clone();
  }

  @Override
  public double[] stable() {
    return stable.clone();
  }

  /** One component of the state at each point, counted from 0. */
  public double[] component(int j) {
    int d = states.length / parameter.length;
    Arguments.require(j >= 0 && j < d, "component is %d: expected 0 to %d", j, d - 1);
    return IntStream.range(0, parameter.length).mapToDouble(k -> states[k * d + j]).toArray();
  }

  /** The same with NaN where the equilibrium is unstable, or where it is stable. */
  double[] component(int j, boolean wantStable) {
    double[] values = component(j);
    for (int k = 0; k < values.length; k++) {
      boolean edge =
          k > 0
              && k + 1 < values.length
              && (stable[k - 1] != stable[k] || stable[k + 1] != stable[k]);
      if ((stable[k] == 1) != wantStable && !edge) {
        values[k] = Double.NaN;
      }
    }
    return values;
  }

  /** Whether a point lies on the curve, to a share of the ranges of parameter and state. */
  boolean passes(double value, double[] state, double parameterRange) {
    int d = state.length;
    return IntStream.range(0, parameter.length)
        .anyMatch(
            k ->
                Math.abs(parameter[k] - value) < 0.02 * parameterRange
                    && IntStream.range(0, d)
                        .allMatch(
                            j ->
                                Math.abs(states[k * d + j] - state[j])
                                    < 0.03 * Math.max(Math.abs(state[j]), 0.1)));
  }
}
