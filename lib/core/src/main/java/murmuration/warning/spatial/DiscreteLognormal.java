package murmuration.warning.spatial;

import java.util.function.ToDoubleFunction;
import murmuration.math.Interruption;
import murmuration.math.Lbfgs;
import murmuration.math.Normal;

/**
 * The lognormal law rounded to whole sizes, cut below xmin - 0.5.
 *
 * <p>The search runs in {@code t = -m/s^2} and {@code ln(1/s^2)}: where the tail is a power law m
 * and s grow without end while t tends to the exponent less one, so these stay bounded.
 */
final class DiscreteLognormal {
  private static final double LEAST_LOG_PRECISION = -18;
  private static final double LARGEST_LOG_PRECISION = 40;
  private static final double FAR = 5;
  private static final int DEPTH = 60;

  private DiscreteLognormal() {}

  static PatchFit fit(PatchSample sample, int xmin) {
    double spread = 0;
    for (int k = 0; k < sample.sizes().length; k++) {
      double l = Math.log(sample.sizes()[k]) - sample.meanLog();
      spread += sample.counts()[k] * l * l / sample.n();
    }
    double[] best = {};
    double lowest = Double.POSITIVE_INFINITY;
    ToDoubleFunction<double[]> negative = at -> -logLikelihood(sample, xmin, at) / sample.n();
    for (double widening : new double[] {1, 30}) {
      double precision = 1 / (spread * widening);
      for (double t : new double[] {-sample.meanLog() * precision, 0.7}) {
        double[] start = {t, Math.log(precision)};
        if (!Double.isFinite(negative.applyAsDouble(start))) {
          continue;
        }
        var found = Lbfgs.minimize(Lbfgs.Objective.numeric(negative), start, 1e-8, 200);
        if (found.value() < lowest) {
          lowest = found.value();
          best = found.x();
        }
      }
    }
    double s = Math.exp(-best[1] / 2);
    double[] none = {Double.NaN, Double.NaN};
    return new PatchFit(
        PatchLaw.LOGNORMAL,
        xmin,
        sample.n(),
        new double[] {-best[0] * s * s, s},
        none,
        -lowest * sample.n());
  }

  private static double logLikelihood(PatchSample sample, int xmin, double[] at) {
    Interruption.check("patch sizes");
    if (at[1] < LEAST_LOG_PRECISION || at[1] > LARGEST_LOG_PRECISION) {
      return Double.NEGATIVE_INFINITY;
    }
    double s = Math.exp(-at[1] / 2);
    double shift = at[0] * s;
    double sum = -sample.n() * logUpper(Math.log(xmin - 0.5) / s + shift);
    for (int k = 0; k < sample.sizes().length; k++) {
      double x = sample.sizes()[k];
      double low = Math.log(x - 0.5) / s + shift;
      double high = Math.log(x + 0.5) / s + shift;
      sum += sample.counts()[k] * logBetween(low, high);
    }
    return sum;
  }

  /** {@code ln P(low <= Z < high)} from the tail that is smaller. */
  private static double logBetween(double low, double high) {
    if (low + high < 0) {
      return logBetween(-high, -low);
    }
    double outer = logUpper(high);
    double inner = logUpper(low);
    return inner + Math.log(-Math.expm1(outer - inner));
  }

  /** {@code ln P(Z >= z)}, also where the probability is too small for a double. */
  static double logUpper(double z) {
    if (z < FAR) {
      return Math.log(Normal.cumulative(-z));
    }
    double fraction = z;
    for (int k = DEPTH; k >= 1; k--) {
      fraction = z + k / fraction;
    }
    return -0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(fraction);
  }
}
