package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * A concept that is learned in one go, as a curve: {@code z(t) = 1 / (1 + exp(-k (t - t0)))}, the
 * solution of {@code dz/dt = k z (1 - z)}. A toy, not a theory: it says when and how fast, not why.
 *
 * @param rate k, per step, above 0
 * @param time t0, the step at which z is 1/2
 */
public record LogisticRise(double rate, double time) {
  /** {@code ln 81}, the rise from 0.1 to 0.9 in units of 1/k. */
  static final double TENTH_TO_NINE_TENTHS = Math.log(81);

  /** Checks the numbers. */
  public LogisticRise {
    Arguments.within("rate", rate, 1e-100, 1e100);
    Arguments.within("time", time, -1e100, 1e100);
  }

  /** The value at step t, between 0 and 1. */
  public double at(double t) {
    Arguments.require(Double.isFinite(t), "t is %s: expected a finite number", t);
    return 1 / (1 + Math.exp(-rate * (t - time)));
  }

  /** The values at several steps. */
  public double[] curve(double... t) {
    Arguments.finite("t", t, 1);
    return Arrays.stream(t).map(this::at).toArray();
  }

  /** Steps from 0.1 to 0.9: {@code ln 81 / k}. */
  public double width() {
    return TENTH_TO_NINE_TENTHS / rate;
  }

  /**
   * The step at which the curve is at {@code threshold}.
   *
   * @param threshold above 0, below 1
   */
  public double crossing(double threshold) {
    Arguments.require(
        threshold > 0 && threshold < 1, "threshold is %s: expected above 0 and below 1", threshold);
    return time + Math.log(threshold / (1 - threshold)) / rate;
  }

  /**
   * The rise nearest to a measured curve that runs from 0 to 1, by least squares over {@code k} and
   * {@code t0}.
   *
   * @param steps training steps, length n of at least 3, strictly increasing
   * @param z the curve, length n, finite and not constant
   */
  public static TheoryFit<LogisticRise> fit(double[] steps, double[] z) {
    return fit(steps, z, FitEnds.ZERO_TO_ONE);
  }

  /**
   * The rise nearest to a measured curve between other ends.
   *
   * @param steps training steps, more than there are fitted numbers, strictly increasing
   * @param z the curve, as long, finite and not constant
   * @param ends what the curve reads before and after the rise
   */
  public static TheoryFit<LogisticRise> fit(double[] steps, double[] z, FitEnds ends) {
    return RiseFits.logistic(steps, z, ends);
  }
}
