package murmuration.warning.process;

import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * A process whose state at any later time is normal with a mean linear in the state now, so that
 * its likelihood and its simulation at any times, equally spaced or not, are exact.
 */
public sealed interface DiffusionProcess permits OrnsteinUhlenbeck, LinearSaddleNode {
  /**
   * The law of the state at {@code to} given the state at {@code from}.
   *
   * @param from time since the process began, 0 or more
   * @param to a later time
   * @throws IllegalArgumentException for times not in this order, or at which the process does not
   *     exist
   */
  Transition transition(double from, double to);

  /**
   * The logarithm of the likelihood of a record given its first observation, {@code sum ln
   * p(x_(i+1) | x_i)}. The process began at the first time of the record.
   *
   * @param record observations at increasing times, equally spaced or not; missing ones (NaN) are
   *     left out, which costs nothing; at least 2 present
   * @return {@code -Infinity} where the process does not exist over the whole record
   */
  double logLikelihood(TimeSeries record);

  /**
   * A realisation at given times, exact at each of them whatever their distance.
   *
   * @param t times, length n, strictly increasing; the process begins at the first
   * @param x0 the state at the first time
   * @param random the only source of chance: one normal number a step
   * @return the states, length n, the first of them {@code x0}
   */
  default double[] simulate(double[] t, double x0, RandomGenerator random) {
    Arguments.increasing("t", t);
    Arguments.require(Double.isFinite(x0), "x0 is %s: expected a finite number", x0);
    Arguments.present("random", random);
    double[] x = new double[t.length];
    x[0] = x0;
    for (int i = 1; i < t.length; i++) {
      x[i] = transition(t[i - 1] - t[0], t[i] - t[0]).draw(x[i - 1], random);
    }
    return x;
  }

  /** The same as a series, with the random numbers of {@link Rng#of(long) Rng.of(seed)}. */
  default TimeSeries simulate(double[] t, double x0, long seed) {
    return TimeSeries.of(t, simulate(t, x0, Rng.of(seed)));
  }
}
