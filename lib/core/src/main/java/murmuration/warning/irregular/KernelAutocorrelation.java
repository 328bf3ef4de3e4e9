package murmuration.warning.irregular;

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
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * The autocorrelation of a record with times of its own, by a Gaussian kernel over pairs of
 * observations (Rehfeld, Marwan, Heitzig and Kurths 2011, Comparison of correlation analysis
 * techniques for irregularly sampled time series, eq. 4 and 5).
 *
 * <p>{@code rho(k) = sum w_ij x_i x_j / sum w_ij} over the pairs {@code i < j}, {@code w_ij =
 * exp(-(t_j - t_i - k)^2/(2 h^2))}, {@code h = 0.25} mean steps, x about its mean in units of its
 * standard deviation (n). Pairs further than 6 h from the lag are left out: they weigh under 2e-8.
 *
 * <p>At equal steps and a lag of k steps this is R's {@code acf} times {@code n/(n-k)}, within 7e-4
 * (pairs one step off the lag weigh {@code exp(-8)}). On white noise it is about 0 whatever the
 * times, where linear interpolation gives 0.42 at Poisson times. Where the lag is near the step,
 * the kernel averages the autocorrelation over about half a step.
 *
 * @param record the record without missing values
 * @param lags lags, in the unit of time
 * @param values the autocorrelation at each; NaN where no pair lies that far apart
 * @param width standard deviation h of the kernel
 */
public record KernelAutocorrelation(TimeSeries record, double[] lags, double[] values, double width)
    implements Charted {
  /** Width of the kernel, in mean steps. */
  static final double WIDTH = 0.25;

  private static final int LEAST = 4;
  private static final int SHOWN = 6;
  private static final int MOST_LAGS = 10_000;

  /** Keeps its own copies. */
  public KernelAutocorrelation {
    Arguments.present("record", record);
    Arguments.sameLength("lags", lags, "values", values);
    Arguments.finite("lags", lags, 1);
    Arguments.series("values", values, 1);
    Arguments.positive("width", width);
    lags = lags.clone();
    values = values.clone();
  }

  /**
   * At lags of 1 to 20 mean steps, or to a quarter of the record where it is short.
   *
   * @param record at least 4 observations that are not missing and vary
   */
  public static KernelAutocorrelation of(TimeSeries record) {
    var complete = IrregularRecord.checked(record, LEAST);
    double[] lags = new double[Math.clamp(complete.size() / 4, 1, 20)];
    Arrays.setAll(lags, k -> (k + 1) * complete.step());
    return of(complete, lags);
  }

  /**
   * At lags of one's own.
   *
   * @param record at least 4 observations that are not missing and vary
   * @param lags lags, above 0, in the unit of time; 1 to 10,000 of them
   */
  public static KernelAutocorrelation of(TimeSeries record, double... lags) {
    var complete = IrregularRecord.checked(record, LEAST);
    Arguments.finite("lags", lags, 1);
    Arguments.require(
        lags.length <= MOST_LAGS,
        "lags has %d values: expected at most %d",
        lags.length,
        MOST_LAGS);
    double[] t = complete.times();
    double[] x = complete.values();
    double mean = Arrays.stream(x).map(v -> v / x.length).sum();
    double spread = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    double scale = Math.sqrt(spread / x.length);
    double[] scaled = Arrays.stream(x).map(v -> (v - mean) / scale).toArray();
    double width = WIDTH * complete.step();
    int[] whole = new int[t.length];
    Arrays.fill(whole, 0, t.length - 1, -1);
    double[] values = new double[lags.length];
    for (int k = 0; k < lags.length; k++) {
      Arguments.positive("lag", lags[k]);
      values[k] = new KernelPairs(t, lags[k], width).rolling(scaled, whole)[t.length - 1];
    }
    return new KernelAutocorrelation(complete, lags, values, width);
  }

  /** The autocorrelation at a lag of one mean step: what AC1 is at equal steps. */
  public double ac1() {
    return of(record, record.step()).values[0];
  }

  @Override
  public double[] lags() {
    return lags.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public String summary() {
    var text = new StringBuilder("Kernel autocorrelation of ").append(record);
    text.append("\nkernel of standard deviation ").append(Digits.of(width, 4));
    for (int k = 0; k < Math.min(SHOWN, lags.length); k++) {
      text.append(
          String.format(
              Locale.ROOT, "\nlag %s: %s", Digits.of(lags[k], 4), Digits.of(values[k], 4)));
    }
    return text.toString();
  }

  @Override
  public Table table() {
    var rows = Quantities.of("kernel autocorrelation");
    for (int k = 0; k < lags.length; k++) {
      rows = rows.and("lag " + Digits.of(lags[k], 4), values[k]);
    }
    return rows.table();
  }

  /** The correlogram, with twice the standard error of white noise. */
  @Override
  public Figure chart() {
    double error = 2 / Math.sqrt(record.size());
    return Figure.of(
        Panel.of("Lag (" + record.timeName() + ")", "Autocorrelation")
            .points("kernel estimate", lags, values)
            .horizontal(0)
            .horizontal(error)
            .horizontal(-error));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("kernel", "Gaussian, standard deviation " + width);
    options.put("lags", Arrays.toString(lags));
    return Provenance.of(options).data(record.source());
  }
}
