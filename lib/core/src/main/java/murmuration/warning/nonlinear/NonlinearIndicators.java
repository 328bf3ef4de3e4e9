package murmuration.warning.nonlinear;

import murmuration.math.Arguments;
import murmuration.warning.Indicator;

/**
 * Indicators of nonlinearity and of more than one state, for {@link
 * murmuration.warning.EarlyWarning} and {@link murmuration.warning.Rolling}. A constant window has
 * none of them (NaN).
 */
public final class NonlinearIndicators {
  private static final int LEAST_FOR_BDS = 30;

  /** {@link #conditionalHeteroskedasticity(int)} of order 4. */
  public static final Indicator CONDITIONAL_HETEROSKEDASTICITY = conditionalHeteroskedasticity(4);

  /**
   * Bimodality coefficient {@code (skewness^2 + 1) / kurtosis} of moments with divisor w (Pearson
   * 1916; SAS's, without its correction for small samples): 1/3 for the normal law, 5/9 for the
   * uniform one, 1 for two values; a skewed law with one mode exceeds 5/9 too.
   */
  public static final Indicator BIMODALITY =
      Indicator.of("bimodality", "Bimodality coefficient", Flickering::bimodality);

  /** {@link #wells(PotentialOptions)} with the defaults. */
  public static final Indicator WELLS = wells(PotentialOptions.defaults());

  private NonlinearIndicators() {}

  /**
   * Conditional heteroskedasticity: R^2 of the squared residuals of an AR(p) on those before them
   * (Seekell et al. 2011); NaN for a window below {@code 2p + 4} samples. See {@link
   * ConditionalHeteroskedasticity}.
   *
   * @param order p, 0 to 50
   */
  public static Indicator conditionalHeteroskedasticity(int order) {
    Arguments.require(
        order >= 0 && order <= ConditionalHeteroskedasticity.HIGHEST_ORDER,
        "order is %d: expected 0 to %d",
        order,
        ConditionalHeteroskedasticity.HIGHEST_ORDER);
    return Indicator.of(
        "conditional_heteroskedasticity_" + order,
        "R² of squared residuals",
        x -> ArchRegression.ofOrder(x, order).rSquared());
  }

  /**
   * Number of wells of the potential of a window; NaN below 10 samples. See {@link
   * PotentialAnalysis}.
   *
   * @param options how they are counted
   */
  public static Indicator wells(PotentialOptions options) {
    Arguments.present("options", options);
    return Indicator.of(
        "wells_" + options.bandwidth() + "_" + options.points() + "_" + options.threshold(),
        "Number of wells",
        x -> PotentialAnalysis.count(x, options));
  }

  /**
   * BDS statistic of the first differences of a window (Brock et al. 1996), for histories of m; NaN
   * below 30 samples. See {@link BdsStatistic}.
   *
   * @param m length of the histories, 2 to 20
   * @param radius in multiples of the sd of the differences, above 0
   */
  public static Indicator bds(int m, double radius) {
    BdsStatistic.checkDimension(m);
    Arguments.positive("radius", radius);
    return Indicator.of(
        "bds_" + m + "_" + radius, "BDS statistic (m = " + m + ")", x -> bds(x, m, radius));
  }

  private static double bds(double[] x, int m, double radius) {
    double[] d = new double[Math.max(0, x.length - 1)];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < d.length; i++) {
      d[i] = x[i + 1] - x[i];
      low = Math.min(low, d[i]);
      high = Math.max(high, d[i]);
    }
    if (x.length < LEAST_FOR_BDS || !(low < high)) {
      return Double.NaN;
    }
    double[] z = Standardised.of("x", d, 2).z();
    return new BdsCounts(z, m, radius).statistics()[m - 2];
  }
}
