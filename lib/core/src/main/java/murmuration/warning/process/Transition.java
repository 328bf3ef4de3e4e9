package murmuration.warning.process;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * The law of a linear process at a later time given its state now: {@code X1 | X0 = x ~ N(decay x +
 * shift, variance)}.
 *
 * @param decay share of the present state that is left, in [0, 1]
 * @param shift what the mean gains apart from it, in the unit of the state
 * @param variance of the later state, above 0
 */
public record Transition(double decay, double shift, double variance) {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** Checks the ranges. */
  public Transition {
    Arguments.within("decay", decay, 0, 1);
    Arguments.require(Double.isFinite(shift), "shift is %s: expected a finite number", shift);
    Arguments.positive("variance", variance);
  }

  /** The expected later state, {@code decay x + shift}. */
  public double mean(double x) {
    return decay * x + shift;
  }

  /** The logarithm of the density of the later state {@code to} given the state {@code from}. */
  public double logDensity(double from, double to) {
    double r = to - mean(from);
    return -0.5 * (LOG_TWO_PI + Math.log(variance) + r * r / variance);
  }

  static void checkTimes(double from, double to) {
    Arguments.require(
        from >= 0 && to > from && to < Double.POSITIVE_INFINITY,
        "step is from %s to %s: expected finite times in increasing order, from 0",
        from,
        to);
  }

  /**
   * Draws the later state.
   *
   * @param from the state now
   * @param random the only source of chance: one normal number
   */
  public double draw(double from, RandomGenerator random) {
    return mean(from) + Math.sqrt(variance) * Arguments.present("random", random).nextGaussian();
  }
}
