package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LagProducts;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A test for one change of mean: the largest {@code |S_k|} of the cumulative sums {@code S_k =
 * sum_{i<=k} (x_i - m)} over {@code s sqrt(n)}, which without a change is the largest excursion of
 * a Brownian bridge (Ploberger and Kraemer 1992, The CUSUM test with OLS residuals).
 *
 * <p>The noise s is the standard deviation of white noise, or of red noise the long-run one, {@code
 * s^2 = c_0 + 2 sum_{j<=q} (1 - j/(q+1)) c_j} over q lags (Newey and West 1987). Without lags the
 * test takes every red record for one with a change.
 *
 * @param series the record
 * @param lags lags q in the long-run variance; 0 for white noise
 * @param path {@code S_k/(s sqrt(n))} for k = 1..n, in the order of time
 * @param statistic the largest absolute value of the path
 * @param change first sample after the change that is most likely
 * @param p probability of such a statistic without a change, for long records
 */
public record CusumTest(
    TimeSeries series, int lags, double[] path, double statistic, int change, double p)
    implements Charted {
  private static final double FIVE_PERCENT = 1.3581;
  private static final int TERMS = 100;

  /** Checks the path and keeps its own copy. */
  public CusumTest {
    Arguments.present("series", series);
    Arguments.finite("path", path, 1);
    Arguments.require(
        path.length == series.size(),
        "path has %d values: expected one for each of %d samples",
        path.length,
        series.size());
    Arguments.require(
        change >= 0 && change < path.length,
        "change is %d: expected 0 to %d",
        change,
        path.length - 1);
    path = path.clone();
  }

  /**
   * The test for white noise.
   *
   * @param x observations, length n of at least 4, finite, not constant
   */
  public static CusumTest of(double[] x) {
    return of(x, 0);
  }

  /**
   * The test for red noise.
   *
   * @param x observations, length n of at least 4, finite, not constant
   * @param lags lags q in the long-run variance, 0 to n/2; about {@code n^(1/3)} to {@code
   *     4(n/100)^(1/4)} times the memory of the noise. More make it honest in redder noise and
   *     blunter
   */
  public static CusumTest of(double[] x, int lags) {
    Arguments.finite("x", x, 4);
    return of(TimeSeries.of(x), lags);
  }

  /** The same for a record with times. */
  public static CusumTest of(TimeSeries series, int lags) {
    double[] x = Arguments.present("series", series).values();
    Arguments.finite("series", x, 4);
    int n = x.length;
    Arguments.require(lags >= 0 && lags <= n / 2, "lags is %d: expected 0 to %d", lags, n / 2);
    double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
    Arguments.require(
        largest == 0 || largest >= Double.MIN_NORMAL,
        "series has no value above %s: expected larger ones",
        largest);
    int exponent = -Math.getExponent(Math.max(largest, Double.MIN_NORMAL));
    double[] scaled = Arrays.stream(x).map(v -> Math.scalb(v, exponent)).toArray();
    // Twice: the mean of values far from 0 rounds, and the path adds up n of its errors.
    double[] d = LagProducts.centred(LagProducts.centred(scaled));
    double[] products = LagProducts.of(d, lags);
    Arguments.require(
        products[0] > 0 && Arrays.stream(x).anyMatch(v -> v != x[0]),
        "series is constant (%s): expected values that vary",
        x[0]);
    double variance = products[0];
    for (int j = 1; j <= lags; j++) {
      variance += 2 * (1 - j / (lags + 1.0)) * products[j];
    }
    Arguments.require(
        variance > 0, "lags %d: the long-run variance is %s; expected fewer lags", lags, variance);
    return of(series, lags, d, Math.sqrt(variance));
  }

  /** {@code s sqrt(n)} is the root of the sum of products. */
  private static CusumTest of(TimeSeries series, int lags, double[] d, double unit) {
    double[] path = new double[d.length];
    double sum = 0;
    int at = 0;
    for (int i = 0; i < d.length; i++) {
      sum += d[i];
      path[i] = sum / unit;
      at = Math.abs(path[i]) > Math.abs(path[at]) ? i : at;
    }
    double statistic = Math.abs(path[at]);
    return new CusumTest(
        series, lags, path, statistic, Math.min(at + 1, d.length - 1), kolmogorov(statistic));
  }

  /** {@code P(max |bridge| >= s)}. */
  private static double kolmogorov(double s) {
    if (s < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int j = 1; j <= TERMS; j++) {
      sum += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * s * s);
    }
    return Math.clamp(sum, 0, 1);
  }

  @Override
  public double[] path() {
    return path.clone();
  }

  /** The time of the first sample after the change that is most likely. */
  public double time() {
    return series.times()[change];
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        CUSUM test of %s, n = %d, %s
        largest excursion %s, p = %s
        a change of mean is most likely at %s\
        """,
        series.name(),
        series.size(),
        lags == 0 ? "noise taken for white" : "long-run variance of " + lags + " lags",
        Digits.of(statistic, 4),
        Digits.of(p, 4),
        Digits.of(time(), 6));
  }

  @Override
  public Table table() {
    return Quantities.of("CUSUM test of " + series.name())
        .and("largest excursion", statistic)
        .and("p", p)
        .and("change at " + series.timeName(), time())
        .and("n", series.size())
        .table();
  }

  /** The cumulative sums between the lines that 5 % of records without a change cross. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.over(series, "Cumulative sum / (s √n)")
            .line("cumulative sum", series.times(), path)
            .horizontal(FIVE_PERCENT)
            .horizontal(-FIVE_PERCENT)
            .vertical(time()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("lags", Integer.toString(lags));
    return Provenance.of(options).data(series.source());
  }
}
