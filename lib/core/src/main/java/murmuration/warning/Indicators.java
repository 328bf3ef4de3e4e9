package murmuration.warning;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Histogram;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The indicators of the field; those of the spectrum are in {@link SpectralIndicators}. Notation: a
 * window of w samples x, its mean m, {@code S2 = sum (x-m)^2}, {@code m_k = sum (x-m)^k / w}. A
 * window without variance has variance 0 and no autocorrelation, skewness or kurtosis (NaN). What
 * counts pairs or patterns of samples under {@link Window.Missing#OMIT} counts those without NaN;
 * other statistics see the samples that are left as if they were neighbours.
 */
public final class Indicators {
  private static final double TOLERANCE = 0.2;
  private static final double ROUNDING = 1e-14;
  private static final int LONGEST_LAG = 1_000_000;
  private static final int HIGHEST_ORDER = 100;
  private static final int MOST_BINS = 1_000_000;

  /** Variance {@code S2/(w-1)}. */
  public static final Indicator VARIANCE =
      perWindow("variance", "Variance", pass -> pass.moments()::variance);

  /** Standard deviation, the root of {@link #VARIANCE}. */
  public static final Indicator SD =
      perWindow("sd", "Standard deviation", pass -> pass.moments()::sd);

  /**
   * Coefficient of variation: sd of the residual over the mean of the raw state, as in ewstools;
   * NaN where that mean is 0.
   */
  public static final Indicator CV =
      perWindow(
          "cv",
          "Coefficient of variation",
          pass -> k -> overMean(pass.moments().sd(k), pass.stateMoments(), k));

  /**
   * Coefficient of variation with sd and mean of one series, as in earlywarnings; NaN where the
   * mean is 0. After detrending the mean is near 0 and the number means little.
   */
  public static final Indicator CV_OWN_MEAN =
      perWindow(
          "cv_own_mean",
          "Coefficient of variation (own mean)",
          pass -> k -> overMean(pass.moments().sd(k), pass.moments(), k));

  /** Fano factor: variance of the residual over the mean of the raw state; NaN where that is 0. */
  public static final Indicator FANO =
      perWindow(
          "fano",
          "Fano factor",
          pass -> k -> overMean(pass.moments().variance(k), pass.stateMoments(), k));

  /** Skewness, unbiased: {@code sqrt(w(w-1))/(w-2) m3/m2^1.5} (pandas). */
  public static final Indicator SKEWNESS =
      ofShape("skewness", "Skewness", pass -> pass.highMoments()::unbiasedSkewness);

  /** Skewness as a ratio of moments: {@code m3/m2^1.5} (R's moments, scipy). */
  public static final Indicator SKEWNESS_MOMENT =
      ofShape("skewness_moment", "Skewness", pass -> pass.highMoments()::skewness);

  /**
   * Kurtosis, unbiased and in excess of the normal's: {@code (w-1)/((w-2)(w-3)) ((w+1) m4/m2^2 -
   * 3(w-1))} (pandas); NaN below 4 samples.
   */
  public static final Indicator KURTOSIS =
      ofShape("kurtosis", "Excess kurtosis", pass -> pass.highMoments()::unbiasedExcessKurtosis);

  /** Kurtosis as a ratio of moments: {@code m4/m2^2}, 3 for the normal (R's moments). */
  public static final Indicator KURTOSIS_MOMENT =
      ofShape("kurtosis_moment", "Kurtosis", pass -> pass.highMoments()::kurtosis);

  /** Autocorrelation at lag 1 as {@link Autocorrelation#PEARSON} defines it. */
  public static final Indicator AC1 = ac(1);

  /** Return rate {@code 1/ar1}, ar1 as {@link Autocorrelation#AR_OLS} (earlywarnings). */
  public static final Indicator RETURN_RATE_INVERSE_AR =
      perWindow(
          "return_rate_inverse_ar",
          "Return rate 1/AR(1)",
          pass -> {
            double[] r = pass.autocorrelation(1, Autocorrelation.AR_OLS);
            return k -> ratio(1, r[k]);
          });

  /** Return rate {@code 1 - acf1}, acf1 as {@link Autocorrelation#ACF}. */
  public static final Indicator RETURN_RATE_ONE_MINUS_AC =
      perWindow(
          "return_rate_one_minus_ac",
          "Return rate 1 - acf1",
          pass -> {
            double[] r = pass.autocorrelation(1, Autocorrelation.ACF);
            return k -> 1 - r[k];
          });

  /**
   * Return rate {@code -ln(ac1)/dt} per unit of time, ac1 as {@link Autocorrelation#PEARSON}; NaN
   * where ac1 is not above 0.
   */
  public static final Indicator RETURN_RATE =
      perWindow(
          "return_rate",
          "Return rate",
          pass -> {
            double[] r = pass.autocorrelation(1, Autocorrelation.PEARSON);
            return k -> r[k] > 0 ? -Math.log(r[k]) / pass.dt : Double.NaN;
          });

  /**
   * Exponent of detrended fluctuation analysis of order 1 (Peng et al. 1994), the scales as in
   * ewstools 2.1.3: 0.5 for white noise, 1.5 for a random walk; NaN below 8 samples or 3 scales.
   */
  public static final Indicator DFA =
      new Indicator("dfa", "DFA exponent", pass -> pass.each(new Dfa()::exponent));

  /**
   * Restoring rate lambda per step: slope of {@code x[i+1]-x[i]} on {@code x[i]} after the window's
   * line is taken out, by ordinary least squares: the decay rate of Held and Kleinen (2004) as
   * Boers (2021) measures it; 0 from below is the signal.
   */
  public static final Indicator RESTORING_RATE =
      statistic("restoring_rate", "Restoring rate per step", RestoringRate::ols);

  /** Restoring rate with AR(1) noise, by ten rounds of generalised least squares (Boers 2021). */
  public static final Indicator RESTORING_RATE_GLS =
      statistic("restoring_rate_gls", "Restoring rate per step", RestoringRate::gls);

  /** Interquartile range, quantiles of type 7. */
  public static final Indicator IQR =
      ofSorted("iqr", "Interquartile range", w -> w.range(.25, .75));

  /** Gini coefficient {@code sum_i (2i-w-1) x_(i) / (w sum x)}; NaN where the sum is 0. */
  public static final Indicator GINI = ofSorted("gini", "Gini coefficient", SortedWindow::gini);

  /** Largest value. */
  public static final Indicator MAX = ofSorted("max", "Maximum", SortedWindow::largest);

  /** Mean absolute value. */
  public static final Indicator MEAN_ABS =
      perWindow(
          "mean_abs",
          "Mean absolute value",
          pass -> {
            double[] means = pass.momentsOfSize().mean;
            return k -> means[k];
          });

  /**
   * Lempel-Ziv complexity (1976) of which samples lie above the window's median: {@code c
   * log2(w)/w}, c the number of phrases; near 1 for a random sequence.
   */
  public static final Indicator LEMPEL_ZIV =
      statistic("lempel_ziv", "Lempel-Ziv complexity", LempelZiv::of);

  /**
   * Asymptotic two-sample Kolmogorov-Smirnov p of the first half of a window against the second.
   */
  public static final Indicator KS_HALVES =
      statistic("ks_halves", "Kolmogorov-Smirnov p of the halves", HalvesTest::p);

  private Indicators() {}

  /** Autocorrelation at {@code lag} as {@link Autocorrelation#PEARSON}: correlation of the ends. */
  public static Indicator ac(int lag) {
    return ac(lag, Autocorrelation.PEARSON);
  }

  /** Autocorrelation at {@code lag} as {@link Autocorrelation#ACF}: R's acf. */
  public static Indicator acf(int lag) {
    return ac(lag, Autocorrelation.ACF);
  }

  /** Coefficient of an AR(1) as {@link Autocorrelation#AR_OLS}: R's ar.ols, order 1. */
  public static Indicator arOls() {
    return ac(1, Autocorrelation.AR_OLS);
  }

  /** Coefficient of an AR(1) as {@link Autocorrelation#AR_RAW}: no mean removed. */
  public static Indicator arRaw() {
    return ac(1, Autocorrelation.AR_RAW);
  }

  /**
   * Autocorrelation.
   *
   * @param lag samples, 1 to a million; windows with fewer than {@code lag + 2} samples give NaN
   * @param definition which of the four in use
   */
  public static Indicator ac(int lag, Autocorrelation definition) {
    check("lag", lag, LONGEST_LAG);
    Arguments.present("definition", definition);
    String name =
        definition == Autocorrelation.PEARSON
            ? "ac" + lag
            : definition.name().toLowerCase(Locale.ROOT) + lag;
    return new Indicator(
        name,
        definition.label() + " (lag " + lag + ")",
        pass -> pass.spans.spread(pass.autocorrelation(lag, definition)));
  }

  /**
   * Largest modulus among the roots of the AR(p) that least squares fits to a window less its mean,
   * the order p from 0 to {@code maxOrder} by AIC (Ives et al. 2003): 1 is the edge of stability.
   *
   * @param maxOrder 1 to 100; the field uses 6
   */
  public static Indicator largestRoot(int maxOrder) {
    return ofAr(
        "largest_root_" + maxOrder,
        "Largest root of AR(p)",
        maxOrder,
        AutoregressiveFit::largestRoot);
  }

  /**
   * Geometric mean root {@code (prod |root|)^(2/p)} of the AR(p) of {@link #largestRoot}; 0 where p
   * is 0.
   *
   * @param maxOrder 1 to 100; the field uses 6
   */
  public static Indicator geometricRoot(int maxOrder) {
    return ofAr(
        "geometric_root_" + maxOrder,
        "Geometric mean root of AR(p)",
        maxOrder,
        fit -> {
          int p = fit.order();
          return p == 0 ? 0 : Math.pow(Math.abs(fit.coefficients()[p - 1]), 2.0 / p);
        });
  }

  /**
   * Inverse of the characteristic root of an AR(p) whose coefficients walk at random (Ives and
   * Dakos 2012), by a Kalman filter over the series up to the end of each window; the step of the
   * walk has highest likelihood on the whole series. 1 is the edge of stability.
   *
   * @param order p, 1 to 100
   */
  public static Indicator timeVaryingAr(int order) {
    check("order", order, HIGHEST_ORDER);
    return new Indicator(
        "time_varying_ar" + order,
        "Root of time-varying AR(" + order + ")",
        pass -> TimeVaryingAr.along(pass, order));
  }

  /**
   * Sample entropy {@code -ln(A/B)} (Richman and Moorman 2000): A pairs among the first w-m
   * templates of length m+1 that match, B the same pairs at length m; a match is a largest
   * difference of at most 0.2 population sd. No match of length m+1 gives infinity, none of length
   * m NaN.
   *
   * @param m 0 to 10; 2 is usual
   */
  public static Indicator sampleEntropy(int m) {
    Arguments.require(m >= 0 && m <= 10, "m is %d: expected 0 to 10", m);
    return new Indicator(
        "sample_entropy_" + m,
        "Sample entropy (m = " + m + ")",
        pass -> RollingSampleEntropy.of(pass, m, TOLERANCE));
  }

  /**
   * Approximate entropy {@code Phi(m) - Phi(m+1)} (Pincus 1991), Phi(m) the mean over the w-m+1
   * templates of ln(share of templates within 0.2 population sd, itself included), Phi(0) = 0.
   *
   * @param m 0 to 10; 2 is usual
   */
  public static Indicator approximateEntropy(int m) {
    Arguments.require(m >= 0 && m <= 10, "m is %d: expected 0 to 10", m);
    return statistic(
        "approximate_entropy_" + m,
        "Approximate entropy (m = " + m + ")",
        x -> ApproximateEntropy.of(x, m, TOLERANCE));
  }

  /** Permutation entropy of order 3 and lag 1. */
  public static Indicator permutationEntropy() {
    return permutationEntropy(3, 1);
  }

  /**
   * Permutation entropy (Bandt and Pompe 2002) over its largest value {@code ln order!}; of equal
   * values the earlier counts as the smaller. 0 for a monotone window.
   *
   * @param order values a pattern, 2 to 8
   * @param lag samples between them, 1 to a million
   */
  public static Indicator permutationEntropy(int order, int lag) {
    Arguments.require(order >= 2 && order <= 8, "order is %d: expected 2 to 8", order);
    check("lag", lag, LONGEST_LAG);
    return new Indicator(
        "permutation_entropy_" + order + "_" + lag,
        "Permutation entropy (order " + order + ")",
        pass -> RollingPermutationEntropy.of(pass, order, lag));
  }

  /**
   * Shannon entropy, in nats, of the histogram of a window from its smallest to its largest value;
   * 0 for a constant window.
   *
   * @param bins of equal width, 2 to a million
   */
  public static Indicator shannonEntropy(int bins) {
    Arguments.require(
        bins >= 2 && bins <= MOST_BINS, "bins is %d: expected 2 to %d", bins, MOST_BINS);
    return statistic(
        "shannon_entropy_" + bins, "Shannon entropy (nats)", x -> shannonEntropy(x, bins));
  }

  /** Range between the 5 and 95 % quantiles of type 7. */
  public static Indicator quantileRange() {
    return quantileRange(0.05, 0.95);
  }

  /**
   * Range between two quantiles of type 7.
   *
   * @param low share below the lower one, 0 or more
   * @param high share below the upper one, above {@code low} and at most 1
   */
  public static Indicator quantileRange(double low, double high) {
    Arguments.require(
        low >= 0 && low < high && high <= 1,
        "quantiles are %s and %s: expected 0 <= low < high <= 1",
        low,
        high);
    return ofSorted(
        "quantile_range_" + low + "_" + high,
        String.format(Locale.ROOT, "Range of %.3g to %.3g quantile", low, high),
        w -> w.range(low, high));
  }

  private static double shannonEntropy(double[] x, int bins) {
    double low = StatUtils.min(x);
    double high = StatUtils.max(x);
    return low == high ? 0 : Histogram.of(x, low, high, bins).entropy();
  }

  private static void check(String name, int value, int most) {
    Arguments.require(value >= 1 && value <= most, "%s is %d: expected 1 to %d", name, value, most);
  }

  private static Indicator perWindow(
      String name, String label, Function<RollingPass, IntToDoubleFunction> value) {
    return new Indicator(name, label, pass -> pass.spread(value.apply(pass)));
  }

  private static Indicator ofShape(
      String name, String label, Function<RollingPass, IntToDoubleFunction> value) {
    return new Indicator(name, label, pass -> pass.spread(value.apply(pass)), true);
  }

  private static Indicator statistic(String name, String label, ToDoubleFunction<double[]> value) {
    return new Indicator(name, label, pass -> pass.each(value));
  }

  private static Indicator ofSorted(
      String name, String label, ToDoubleFunction<SortedWindow> value) {
    return new Indicator(name, label, pass -> SortedWindow.along(pass, value));
  }

  private static Indicator ofAr(
      String name, String label, int maxOrder, ToDoubleFunction<AutoregressiveFit> value) {
    check("maxOrder", maxOrder, HIGHEST_ORDER);
    return statistic(
        name,
        label,
        x ->
            new Constancy(x).of(0, x.length)
                ? Double.NaN
                : value.applyAsDouble(
                    AutoregressiveFit.byAic(x, Math.min(maxOrder, (x.length - 1) / 2), true)));
  }

  /** NaN where the mean is 0 up to rounding. */
  private static double overMean(double value, RollingMoments moments, int k) {
    double mean = moments.mean[k];
    return ratio(value, Math.abs(mean) <= ROUNDING * moments.sd(k) ? 0 : mean);
  }

  private static double ratio(double a, double b) {
    return b == 0 ? Double.NaN : a / b;
  }
}
