package murmuration.warning.spatial;

import java.util.List;
import murmuration.math.HurwitzZeta;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** The four laws that patch sizes x = xmin, xmin + 1, ... are compared with. */
public enum PatchLaw {
  /** {@code x^-a / zeta(a, xmin)}, a above 1. */
  POWER_LAW("power law", "exponent") {
    @Override
    PatchFit fit(PatchSample sample, int xmin) {
      double a = exponent(sample, xmin);
      double h = 1e-4 * (a - 1);
      double bend =
          (HurwitzZeta.log(a + h, xmin)
                  - 2 * HurwitzZeta.log(a, xmin)
                  + HurwitzZeta.log(a - h, xmin))
              / (h * h);
      double ll = -sample.n() * (a * sample.meanLog() + HurwitzZeta.log(a, xmin));
      double error = 1 / Math.sqrt(sample.n() * bend);
      return new PatchFit(this, xmin, sample.n(), new double[] {a}, new double[] {error}, ll);
    }

    @Override
    double atLeast(double[] p, int xmin, int x) {
      return Math.exp(HurwitzZeta.log(p[0], x) - HurwitzZeta.log(p[0], xmin));
    }
  },
  /** {@code x^-a exp(-c x)} by its sum, a and c at least 0. */
  TRUNCATED_POWER_LAW("truncated power law", "exponent", "cutoff rate") {
    @Override
    PatchFit fit(PatchSample sample, int xmin) {
      return TruncatedPowerLaw.fit(sample, xmin);
    }

    @Override
    double atLeast(double[] p, int xmin, int x) {
      return p[1] == 0
          ? POWER_LAW.atLeast(p, xmin, x)
          : Math.exp(
              TruncatedPowerLaw.of(p[0], p[1], x).logTotal()
                  - TruncatedPowerLaw.of(p[0], p[1], xmin).logTotal());
    }
  },
  /** {@code exp(-c x)} by its sum, c above 0. */
  EXPONENTIAL("exponential", "cutoff rate") {
    @Override
    PatchFit fit(PatchSample sample, int xmin) {
      double c = Math.log1p(1 / (sample.mean() - xmin));
      double ll = sample.n() * (-c * (sample.mean() - xmin) + Math.log(-Math.expm1(-c)));
      double error = -Math.expm1(-c) / Math.exp(-c / 2) / Math.sqrt(sample.n());
      return new PatchFit(this, xmin, sample.n(), new double[] {c}, new double[] {error}, ll);
    }

    @Override
    double atLeast(double[] p, int xmin, int x) {
      return Math.exp(-p[0] * (x - xmin));
    }
  },
  /**
   * {@code [Phi((ln(x+.5)-m)/s) - Phi((ln(x-.5)-m)/s)] / [1 - Phi((ln(xmin-.5)-m)/s)]}. Where the
   * tail is a power law, m and s run off together and only the likelihood means something; they
   * have no interval.
   */
  LOGNORMAL("lognormal", "mean of ln x", "sd of ln x") {
    @Override
    PatchFit fit(PatchSample sample, int xmin) {
      return DiscreteLognormal.fit(sample, xmin);
    }

    @Override
    double atLeast(double[] p, int xmin, int x) {
      return Math.exp(
          DiscreteLognormal.logUpper((Math.log(x - 0.5) - p[0]) / p[1])
              - DiscreteLognormal.logUpper((Math.log(xmin - 0.5) - p[0]) / p[1]));
    }
  };

  private static final double STEEPEST = 9999;

  private final String words;
  private final List<String> names;

  PatchLaw(String words, String... names) {
    this.words = words;
    this.names = List.of(names);
  }

  /** Its name in words. */
  public String words() {
    return words;
  }

  /** What its parameters are called. */
  public List<String> parameters() {
    return names;
  }

  /** The maximum of the likelihood of a sample whose sizes are at least xmin, not all equal. */
  abstract PatchFit fit(PatchSample sample, int xmin);

  /** The probability of a size of at least x. */
  abstract double atLeast(double[] parameters, int xmin, int x);

  /** The exponent of the power law of greatest likelihood: one number, by convexity. */
  static double exponent(PatchSample sample, int xmin) {
    double low = 1 + 1e-9;
    double high = 4;
    while (high < STEEPEST && slope(sample, xmin, high) < 0) {
      low = high;
      high = Math.min(STEEPEST, 2 * high);
    }
    return new BrentOptimizer(1e-12, 1e-12)
        .optimize(
            new UnivariateObjectiveFunction(a -> a * sample.meanLog() + HurwitzZeta.log(a, xmin)),
            GoalType.MINIMIZE,
            new SearchInterval(low, high, Math.min(high, Math.max(low, 0.5 * (low + high)))),
            new MaxEval(1000))
        .getPoint();
  }

  private static double slope(PatchSample sample, int xmin, double a) {
    double h = 1e-5 * a;
    return sample.meanLog()
        + (HurwitzZeta.log(a + h, xmin) - HurwitzZeta.log(a - h, xmin)) / (2 * h);
  }
}
