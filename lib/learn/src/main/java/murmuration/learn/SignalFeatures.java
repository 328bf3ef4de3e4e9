package murmuration.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What a learned detector sees of a record: {@link #NAMES} numbers without unit. They are the same
 * for {@code a + b x}, b not 0, up to rounding, and none of them sees the record's slow trend: a
 * detector that learned from the mean would call every driven system a warning.
 *
 * <p>The trend is taken out by local parabolas over 0.4 of the record ({@linkplain
 * murmuration.warning.Detrend#loessR R's loess}): a Gaussian filter leaves the bend of a trend at
 * its ends, and detectors learned to see that instead. Of the residual, with windows of half of the
 * record (a quarter where the name says so) that move by one sample, or by a twelfth of the way
 * where each needs a spectrum:
 *
 * <table>
 * <caption>Features</caption>
 * <tr><td>{@code tau_variance, tau_ac1, tau_ac2, tau_skewness, tau_kurtosis}</td>
 *     <td>Kendall's tau of the indicator, of the absolute value for the skewness</td></tr>
 * <tr><td>{@code tau_variance_quarter, tau_ac1_quarter}</td><td>the same, short windows</td></tr>
 * <tr><td>{@code tau_low_frequency, tau_peak}</td><td>tau of the share of the lowest tenth of
 *     frequencies, and of the highest peak of Welch's spectrum over the variance</td></tr>
 * <tr><td>{@code log_variance_ratio, log_variance_ratio_quarter}</td><td>ln of the variance of the
 *     last half (quarter) over that of the first</td></tr>
 * <tr><td>{@code change_ac1, change_ac2, change_skewness, change_kurtosis, change_entropy,
 *     change_low_frequency, change_peak, change_dfa}</td><td>last half less first half; entropy by
 *     permutations of order 3, DFA exponent</td></tr>
 * <tr><td>{@code last_ac1, last_partial2, last_skewness, last_kurtosis, last_entropy, last_dfa,
 *     last_peak}</td><td>the last half itself; {@code partial2} the partial autocorrelation at lag
 *     2</td></tr>
 * </table>
 *
 * <p>A number that has no value (an autocorrelation where half of the record is constant) is 0.
 * Values are rounded to single precision, as the trees of a detector compare them.
 *
 * @param values one for each of {@link #NAMES}
 * @param n samples of the record
 * @param source the data set, or null
 */
public record SignalFeatures(double[] values, int n, @Nullable String source) implements Result {
  /** The fewest samples that features are defined for. */
  public static final int SHORTEST = 100;

  /** The most samples that features are defined for: thin longer records. */
  public static final int LONGEST = 1500;

  private static final double UNEVEN = 1e-6;

  /** The names, in order. */
  public static final List<String> NAMES = FeatureMeter.NAMES;

  /** Keeps its own copy. */
  public SignalFeatures {
    Arguments.finite("values", values, NAMES.size());
    Arguments.require(
        values.length == NAMES.size(),
        "values has %d numbers: expected %d, one for each name",
        values.length,
        NAMES.size());
    Arguments.require(n >= SHORTEST, "n is %d: expected at least %d samples", n, SHORTEST);
    values = values.clone();
  }

  /**
   * Measures a record that was cut at or before the transition.
   *
   * @param x equally spaced observations, length n from {@link #SHORTEST} to {@link #LONGEST},
   *     finite, not constant
   * @throws IllegalArgumentException if the record is none of that
   */
  public static SignalFeatures of(double[] x) {
    return new SignalFeatures(FeatureMeter.of(check(x)).measure(x), x.length, null);
  }

  /** The same of a series, which must be equally spaced. */
  public static SignalFeatures of(TimeSeries series) {
    double[] x = measured(series);
    return new SignalFeatures(FeatureMeter.of(x.length).measure(x), x.length, series.source());
  }

  /** The values of a series that can be measured. */
  static double[] measured(TimeSeries series) {
    double[] x = Arguments.present("series", series).values();
    check(x);
    double[] t = series.times();
    for (int i = 1; i < t.length; i++) {
      Arguments.require(
          Math.abs(t[i] - t[i - 1] - series.step()) <= UNEVEN * series.step(),
          "series goes from time %s to %s where its mean step is %s: expected equal steps;"
              + " interpolate it",
          t[i - 1],
          t[i],
          series.step());
    }
    return x;
  }

  /** The length of a record that can be measured. */
  static int check(double[] x) {
    Arguments.finite("x", x, SHORTEST);
    Arguments.require(
        x.length <= LONGEST,
        "x has %d values: expected at most %d; take every second or the last ones",
        x.length,
        LONGEST);
    double low = Arrays.stream(x).min().orElse(0);
    double high = Arrays.stream(x).max().orElse(0);
    Arguments.require(high > low, "x is constant (%s): expected values that vary", low);
    Arguments.require(
        high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high))
            && high - low < 1e150
            && high - low > 1e-150,
        "x ranges from %s to %s: expected values that vary by more than rounding, in a unit that"
            + " keeps their squares finite",
        low,
        high);
    return x.length;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * One feature.
   *
   * @throws IllegalArgumentException for a name that is not one of {@link #NAMES}
   */
  public double value(String name) {
    int i = NAMES.indexOf(Arguments.present("name", name));
    Arguments.require(i >= 0, "name is %s: expected one of %s", name, NAMES);
    return values[i];
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d features of %d samples: tau of variance %s, of ac1 %s, ln variance ratio %s",
        values.length,
        n,
        Digits.of(value("tau_variance"), 4),
        Digits.of(value("tau_ac1"), 4),
        Digits.of(value("log_variance_ratio"), 4));
  }

  @Override
  public Table table() {
    var rows = IntStream.range(0, values.length).boxed();
    return rows.reduce(
            Quantities.of("features"), (q, i) -> q.and(NAMES.get(i), values[i]), (a, b) -> b)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("features", FeatureMeter.VERSION)).data(source);
  }
}
