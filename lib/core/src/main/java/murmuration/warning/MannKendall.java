package murmuration.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Kendall;
import murmuration.math.LagProducts;
import murmuration.math.Normal;
import murmuration.math.Ranks;
import tech.tablesaw.api.Table;

/**
 * The Mann-Kendall trend test of a series, and four ways to allow for its autocorrelation.
 *
 * <p>{@code S = sum_(i<j) sign(x_j - x_i)}, {@code V = [n(n-1)(2n+5) - sum c(c-1)(2c+5)]/18} over
 * groups of c ties, {@code z = (S - sign S)/sqrt V} (0 if S = 0), {@code tau = S/(n(n-1)/2)}
 * without correction for ties (Mann 1945; Kendall 1975). See {@link Variant} for the others. The
 * corrections are made for autocorrelated records; none of them is made for an indicator over
 * overlapping windows, where the p is as little evidence as that of {@link KendallTrend}.
 *
 * @param variant how autocorrelation is allowed for
 * @param n values that were tested
 * @param s the score S
 * @param variance its variance V, after the correction
 * @param z the standardised score; NaN where the corrected variance is not positive
 * @param tau S over the number of pairs
 * @param nominalP two-sided p of z under the normal law; NaN where z is
 * @param slope Theil-Sen slope a step of the series that was handed in, whatever the variant
 * @param intercept value of that line at the first position, 0
 */
public record MannKendall(
    Variant variant,
    int n,
    double s,
    double variance,
    double z,
    double tau,
    double nominalP,
    double slope,
    double intercept)
    implements Result {
  /** Checks that the variant is given. */
  public MannKendall {
    Arguments.present("variant", variant);
  }

  /**
   * How autocorrelation is allowed for, with {@code d_i = x_i - slope i}, r_k the ACF at lag k and
   * n the length. An r_k is 0 where the series it belongs to is constant within rounding.
   */
  public enum Variant {
    /** Not at all. */
    ORIGINAL,
    /**
     * V times {@code 1 + 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) r_k}, r_k of the ranks of d, over
     * the lags with {@code |r_k| > 1.96/sqrt n} (Hamed and Rao 1998, A modified Mann-Kendall trend
     * test for autocorrelated data).
     */
    HAMED_RAO,
    /** V times {@code 1 + 2 sum (1-k/n) r_k}, r_k of d, over all lags (Yue and Wang 2004). */
    YUE_WANG,
    /** The test of {@code x_i - r_1 x_(i-1)}, r_1 of x (von Storch 1995). */
    PRE_WHITENING,
    /**
     * The test of {@code d_i - r_1 d_(i-1) + slope (i-1)}, r_1 of d (Yue et al. 2002, The influence
     * of autocorrelation on the ability to detect trend in hydrological series).
     */
    TREND_FREE_PRE_WHITENING
  }

  private static final double SIGNIFICANT = Normal.quantile(0.975);

  /**
   * The original test.
   *
   * @param x equally spaced values, at least 2 that are not NaN; NaN are left out
   */
  public static MannKendall of(double[] x) {
    return of(x, Variant.ORIGINAL);
  }

  /**
   * One of the tests.
   *
   * @param x equally spaced values; without NaN unless the variant is {@link Variant#ORIGINAL}; at
   *     least 4
   * @param variant how autocorrelation is allowed for
   */
  public static MannKendall of(double[] x, Variant variant) {
    Arguments.present("variant", variant);
    if (variant == Variant.ORIGINAL) {
      Arguments.series("x", x, 2);
    } else {
      Arguments.finite("x", x, 4);
    }
    var line = TheilSen.of(x);
    int n = x.length;
    double[] d = IntStream.range(0, n).mapToDouble(i -> x[i] - line.slope() * (i + 1)).toArray();
    double scale = Arrays.stream(x).map(Math::abs).max().orElseThrow();
    return switch (variant) {
      case ORIGINAL -> test(variant, x, 1, line);
      case HAMED_RAO -> test(variant, x, hamedRao(d, scale), line);
      case YUE_WANG -> {
        double[] r = autocorrelations(d, scale, n - 1);
        double sum = 0;
        for (int k = 1; k < n; k++) {
          sum += (1 - (double) k / n) * r[k];
        }
        yield test(variant, x, 1 + 2 * sum, line);
      }
      case PRE_WHITENING -> test(variant, whitened(x, scale, 0), 1, line);
      case TREND_FREE_PRE_WHITENING -> test(variant, whitened(d, scale, line.slope()), 1, line);
    };
  }

  private static double hamedRao(double[] d, double scale) {
    int n = d.length;
    double first = d[0];
    boolean flat = Arrays.stream(d).allMatch(v -> Math.abs(v - first) <= 1e-13 * scale * n);
    double[] r = autocorrelations(flat ? new double[n] : Ranks.average(d), 1, n - 1);
    double sum = 0;
    for (int k = 1; k < n; k++) {
      if (Math.abs(r[k]) > SIGNIFICANT / Math.sqrt(n)) {
        sum += (double) (n - k) * (n - k - 1) * (n - k - 2) * r[k];
      }
    }
    return 1 + 2 / ((double) n * (n - 1) * (n - 2)) * sum;
  }

  private static double[] whitened(double[] x, double scale, double slope) {
    double r1 = autocorrelations(x, scale, 1)[1];
    return IntStream.range(1, x.length)
        .mapToDouble(i -> x[i] - r1 * x[i - 1] + slope * i)
        .toArray();
  }

  /** r_0 to r_lags; beyond r_0 all 0 if x is constant within the rounding of its scale. */
  private static double[] autocorrelations(double[] x, double scale, int lags) {
    double[] u = LagProducts.centred(x);
    double largest = Arrays.stream(u).map(Math::abs).max().orElseThrow();
    if (largest <= 1e-13 * scale * x.length) {
      double[] none = new double[lags + 1];
      none[0] = 1;
      return none;
    }
    double[] products = LagProducts.of(u, lags);
    return Arrays.stream(products).map(p -> p / products[0]).toArray();
  }

  private static MannKendall test(Variant variant, double[] x, double factor, TheilSen line) {
    var counts = Kendall.ofOrder(x);
    double s = counts.s();
    double variance = counts.variance() * factor;
    double z = s == 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
    return new MannKendall(
        variant,
        counts.n(),
        s,
        variance,
        variance > 0 || s == 0 ? z : Double.NaN,
        s / counts.pairs(),
        variance > 0 || s == 0 ? Normal.twoSided(z) : Double.NaN,
        line.slope(),
        line.intercept());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Mann-Kendall test (%s): S = %s, z = %s, tau = %s, n = %d
        nominal p %s%s
        Theil-Sen slope %s a step, intercept %s\
        """,
        variant.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        Digits.of(s, 4),
        Digits.of(z, 4),
        Digits.of(tau, 4),
        n,
        Digits.of(nominalP, 4),
        Double.isNaN(z) ? " (the corrected variance is not positive)" : "",
        Digits.of(slope, 4),
        Digits.of(intercept, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("Mann-Kendall test")
        .and("S", s)
        .and("variance of S", variance)
        .and("z", z)
        .and("tau", tau)
        .and("nominal p", nominalP)
        .and("slope", slope)
        .and("intercept", intercept)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("variant", variant.name()));
  }
}
