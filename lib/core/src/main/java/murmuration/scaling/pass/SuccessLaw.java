package murmuration.scaling.pass;

import murmuration.math.Arguments;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * How the chance p of passing is spread over the items of a benchmark. Whatever the law, an item
 * fails k attempts with chance {@code (1-p)^k}, so pass@k is one minus the chance of no pass in k
 * trials, and the small p decide what many attempts bring: where their density goes as {@code
 * p^(a-1)}, {@code -ln(pass@k)} falls as {@code k^-a} (Schaeffer et al. 2025, How do large language
 * monkeys get their power (laws)?, ICML).
 */
public sealed interface SuccessLaw
    permits SuccessLaw.BetaLaw,
        SuccessLaw.ScaledBeta,
        SuccessLaw.Kumaraswamy,
        SuccessLaw.ZeroInflatedBeta {
  /** Smallest and largest shape parameter. */
  double LEAST = 1e-10;

  /** Largest shape parameter. */
  double MOST = 1e10;

  /**
   * The logarithm of the chance of c passes in n samples of an item drawn from the law.
   *
   * @param n samples, 1 or more
   * @param c passes, 0 to n
   */
  double logPmf(int n, int c);

  /**
   * The a for which {@code -ln(pass@k)} falls as {@code k^-a} in the end; 0 where it levels off.
   */
  double exponent();

  /** The A of {@code -ln(pass@k) ~ A k^-a} for large k. */
  double prefactor();

  /** The parameters in the order of their names. */
  double[] parameters();

  /** Which law it is. */
  SuccessFamily family();

  /**
   * The expected pass@k of an item.
   *
   * @param k attempts, 1 or more
   */
  default double passAt(int k) {
    return -Math.expm1(logPmf(k, 0));
  }

  private static void counts(int n, int c) {
    Arguments.require(n >= 1, "n is %d: expected at least 1 sample", n);
    Arguments.require(c >= 0 && c <= n, "c is %d: expected 0 to n = %d passes", c, n);
  }

  private static double logBinomial(int n, int c) {
    return -Math.log(n + 1.0) - Beta.logBeta(c + 1.0, n - c + 1.0);
  }

  private static void shapes(String nameA, double a, String nameB, double b) {
    Arguments.within(nameA, a, LEAST, MOST);
    Arguments.within(nameB, b, LEAST, MOST);
  }

  /**
   * p has the density {@code p^(alpha-1) (1-p)^(beta-1)/B(alpha, beta)}, so that counts are
   * beta-binomial (Kazdan et al. 2025).
   *
   * @param alpha weight at 0: the exponent, 1e-10 to 1e10
   * @param beta weight at 1, 1e-10 to 1e10
   */
  record BetaLaw(double alpha, double beta) implements SuccessLaw {
    /** Checks the parameters. */
    public BetaLaw {
      shapes("alpha", alpha, "beta", beta);
    }

    @Override
    public double logPmf(int n, int c) {
      counts(n, c);
      return logBinomial(n, c) + Beta.logBeta(alpha + c, beta + n - c) - Beta.logBeta(alpha, beta);
    }

    @Override
    public double exponent() {
      return alpha;
    }

    @Override
    public double prefactor() {
      // Gamma(alpha+beta)/Gamma(beta) = Gamma(alpha)/B(alpha, beta)
      return Math.exp(Gamma.logGamma(alpha) - Beta.logBeta(alpha, beta));
    }

    @Override
    public double[] parameters() {
      return new double[] {alpha, beta};
    }

    @Override
    public SuccessFamily family() {
      return SuccessFamily.BETA;
    }
  }

  /**
   * p is {@code scale} times a Beta variate: no item is passed more often than that.
   *
   * @param alpha weight at 0: the exponent, 1e-10 to 1e10
   * @param beta weight at the scale, 1e-10 to 1e10
   * @param scale largest p, above 0, at most 1
   */
  record ScaledBeta(double alpha, double beta, double scale) implements SuccessLaw {
    /** Checks the parameters. */
    public ScaledBeta {
      shapes("alpha", alpha, "beta", beta);
      Arguments.require(scale > 0 && scale <= 1, "scale is %s: expected above 0, at most 1", scale);
    }

    @Override
    public double logPmf(int n, int c) {
      counts(n, c);
      return logBinomial(n, c)
          + c * Math.log(scale)
          + Beta.logBeta(alpha + c, beta)
          - Beta.logBeta(alpha, beta)
          + BinomialMean.logRisingRatio(n - c, scale, beta, alpha + c);
    }

    @Override
    public double exponent() {
      return alpha;
    }

    @Override
    public double prefactor() {
      return new BetaLaw(alpha, beta).prefactor() * Math.pow(scale, -alpha);
    }

    @Override
    public double[] parameters() {
      return new double[] {alpha, beta, scale};
    }

    @Override
    public SuccessFamily family() {
      return SuccessFamily.SCALED_BETA;
    }
  }

  /**
   * p has the density {@code a b p^(a-1) (1-p^a)^(b-1)} (Kumaraswamy 1980).
   *
   * @param a weight at 0: the exponent, 0.001 to 1000
   * @param b weight at 1, 0.001 to 1000000
   */
  record Kumaraswamy(double a, double b) implements SuccessLaw {
    /** Checks the parameters. */
    public Kumaraswamy {
      Arguments.within("a", a, 1e-3, 1e3);
      Arguments.within("b", b, 1e-3, 1e6);
    }

    @Override
    public double logPmf(int n, int c) {
      counts(n, c);
      return logBinomial(n, c) + KumaraswamyIntegral.logarithm(a, b, c, n - c);
    }

    @Override
    public double exponent() {
      return a;
    }

    @Override
    public double prefactor() {
      return b * Math.exp(Gamma.logGamma(1 + a));
    }

    @Override
    public double[] parameters() {
      return new double[] {a, b};
    }

    @Override
    public SuccessFamily family() {
      return SuccessFamily.KUMARASWAMY;
    }
  }

  /**
   * A share of the items cannot be passed at all, the others follow a Beta law: pass@k levels off
   * at one minus this share.
   *
   * @param alpha weight of the others at 0, 1e-10 to 1e10
   * @param beta their weight at 1, 1e-10 to 1e10
   * @param impossible share of impossible items, 0 or more, below 1
   */
  record ZeroInflatedBeta(double alpha, double beta, double impossible) implements SuccessLaw {
    /** Checks the parameters. */
    public ZeroInflatedBeta {
      shapes("alpha", alpha, "beta", beta);
      Arguments.require(
          impossible >= 0 && impossible < 1,
          "impossible is %s: expected 0 or more, below 1",
          impossible);
    }

    @Override
    public double logPmf(int n, int c) {
      double possible = Math.log1p(-impossible) + new BetaLaw(alpha, beta).logPmf(n, c);
      return c > 0 || impossible == 0 ? possible : Math.log(impossible + Math.exp(possible));
    }

    @Override
    public double passAt(int k) {
      return (1 - impossible) * new BetaLaw(alpha, beta).passAt(k);
    }

    @Override
    public double exponent() {
      return impossible > 0 ? 0 : alpha;
    }

    @Override
    public double prefactor() {
      return impossible > 0 ? -Math.log1p(-impossible) : new BetaLaw(alpha, beta).prefactor();
    }

    @Override
    public double[] parameters() {
      return new double[] {alpha, beta, impossible};
    }

    @Override
    public SuccessFamily family() {
      return SuccessFamily.ZERO_INFLATED_BETA;
    }
  }
}
