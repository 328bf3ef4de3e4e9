package murmuration.warning.detection;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LinearFit;

/**
 * A regime that a record may be in: {@code x_i = mean + phi (x_(i-1) - mean) + e_i}, {@code e_i ~
 * N(0, sd^2)}. A system close to a bifurcation has phi close to 1.
 *
 * @param mean the level it returns to, -1e100 to 1e100
 * @param phi what is left of a deviation after one step, in [-1, 1]; 1 is a random walk
 * @param sd standard deviation of the innovations e, 1e-100 to 1e100
 */
public record Ar1Regime(double mean, double phi, double sd) {
  private static final int FEWEST = 10;
  private static final double LARGEST = 1e100;

  /** Checks the ranges. */
  public Ar1Regime {
    Arguments.within("mean", mean, -LARGEST, LARGEST);
    Arguments.within("phi", phi, -1, 1);
    Arguments.within("sd", sd, 1 / LARGEST, LARGEST);
  }

  /**
   * The regime of a stretch, by least squares of each value on the one before it.
   *
   * @param x observations at equal steps, at least 10, finite, not constant
   * @throws IllegalArgumentException where the slope is not between -1 and 1: no level to return to
   */
  public static Ar1Regime fit(double[] x) {
    Arguments.finite("x", x, FEWEST);
    int n = x.length - 1;
    double[] now = Arrays.copyOfRange(x, 1, x.length);
    double phi = LinearFit.slope(x, now, n);
    Arguments.require(
        Math.abs(phi) < 1,
        "x has the AR(1) coefficient %s: expected values that vary about a level, with one"
            + " between -1 and 1",
        phi);
    double meanNow = 0;
    double meanBefore = 0;
    for (int i = 0; i < n; i++) {
      meanNow += now[i] / n;
      meanBefore += x[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double e = now[i] - meanNow - phi * (x[i] - meanBefore);
      squares += e * e;
    }
    double sd = Math.sqrt(squares / (n - 2));
    Arguments.require(
        sd > 0 && !Double.isInfinite(sd), "x has residuals of sd %s: expected above 0", sd);
    return new Ar1Regime((meanNow - phi * meanBefore) / (1 - phi), phi, sd);
  }

  /** Whether it returns to its level, {@code |phi| < 1}. */
  public boolean isStationary() {
    return Math.abs(phi) < 1;
  }

  /** The logarithm of the density of a value after another, without {@code ln sqrt(2 pi)}. */
  double logDensity(double before, double now) {
    double z = (now - mean - phi * (before - mean)) / sd;
    return -0.5 * z * z - Math.log(sd);
  }

  double next(double before, RandomGenerator random) {
    return mean + phi * (before - mean) + sd * random.nextGaussian();
  }

  /** A value of the stationary law. */
  double start(RandomGenerator random) {
    return mean + sd / Math.sqrt(1 - phi * phi) * random.nextGaussian();
  }

  @Override
  public String toString() {
    return "AR(1) with mean "
        + Digits.of(mean, 4)
        + ", phi "
        + Digits.of(phi, 4)
        + ", sd "
        + Digits.of(sd, 4);
  }
}
