package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.AutoregressiveFit;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Indicator;
import murmuration.warning.KendallTrend;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How fast a disturbance dies away, along a record: {@code ln(largest eigenvalue modulus)/dt} of an
 * autoregression fitted in each window, in 1/time; it rises to 0 where stability is lost
 * (Williamson and Lenton 2015; EWSmethods' uniAR and multiAR).
 *
 * @param method what was fitted, in words
 * @param record times and, for one variable, values
 * @param window the window that slid along it
 * @param values the exponent along the record, length n; NaN before the first full window
 */
public record StabilityExponent(String method, TimeSeries record, Window window, double[] values)
    implements Charted {
  private static final int HIGHEST_ORDER = 100;

  /** Checks the shape and keeps its own copy. */
  public StabilityExponent {
    Arguments.present("method", method);
    Arguments.present("record", record);
    Arguments.present("window", window);
    values = Matrices.shaped("values", values, record.size()).clone();
  }

  /**
   * One variable: {@code x_t = sum_k a_k x_(t-k) + e_t} on the window less its mean, by least
   * squares without an intercept (R's ar.ols), and the companion matrix of a. EWSmethods' order is
   * 1.
   *
   * @param record the variable at equal steps
   * @param window the window, longer than twice the order
   * @param order 1 to 100
   */
  public static StabilityExponent uniAr(TimeSeries record, Window window, int order) {
    Arguments.present("record", record);
    Arguments.present("window", window);
    Arguments.require(record.size() >= 3, "record has %d values: expected 3", record.size());
    double[] values = indicator(order, record.step()).rolling(record.values(), window);
    return new StabilityExponent("AR(" + order + ")", record, window, values);
  }

  /**
   * Several variables: the matrix of a VAR(1) with an intercept, by least squares; see {@link
   * MultivariateIndicators#MULTI_AR}.
   *
   * @param series the variables at equal steps
   * @param window the window, at least k + 3 samples
   */
  public static StabilityExponent multiAr(MultivariateSeries series, Window window) {
    var rolling = MultivariateRolling.of(series, window, MultivariateIndicators.MULTI_AR);
    return new StabilityExponent(
        "VAR(1) of " + series.width() + " variables",
        series.column(0),
        window,
        rolling.values(MultivariateIndicators.MULTI_AR));
  }

  /**
   * The exponent of one variable as an indicator for {@link murmuration.warning.EarlyWarning}: a
   * window that is constant or not longer than twice the order has none.
   *
   * @param order 1 to 100
   * @param dt time from one sample to the next, above 0
   */
  public static Indicator indicator(int order, double dt) {
    Arguments.require(
        order >= 1 && order <= HIGHEST_ORDER,
        "order is %d: expected 1 to %d",
        order,
        HIGHEST_ORDER);
    Arguments.positive("dt", dt);
    return Indicator.of(
        "uniAR_" + order, "AR(" + order + ") exponent (1/time)", x -> exponent(x, order) / dt);
  }

  private static double exponent(double[] x, int order) {
    if (x.length <= 2 * order || Arrays.stream(x).allMatch(v -> v == x[0])) {
      return Double.NaN;
    }
    double[] a =
        AutoregressiveFit.leastSquares(Residuals.standardised(x), order, true).coefficients();
    double[] companion = new double[order * order];
    System.arraycopy(a, 0, companion, 0, order);
    for (int i = 1; i < order; i++) {
      companion[i * order + i - 1] = 1;
    }
    Eigen eigen = Eigen.general(order);
    eigen.of(companion);
    return Math.log(eigen.modulus());
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** Kendall's tau of the exponent; not evidence by itself, since windows overlap. */
  public KendallTrend trend() {
    return KendallTrend.of(values);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Stability exponent: %s, window of %d in %d samples
        ln(modulus)/dt: %s; stability is lost at 0
        Kendall tau %.4g (overlapping windows: compare with surrogates)\
        """,
        method,
        window.length(record.size()),
        record.size(),
        Matrices.ends(values),
        trend().tau());
  }

  /** A row a sample: time and exponent. */
  @Override
  public Table table() {
    return Table.create(
        "stability exponent",
        DoubleColumn.create(record.timeName(), record.times()),
        DoubleColumn.create("exponent", values));
  }

  /** The exponent along the record. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.over(record, "ln(modulus)/dt (1/time)")
            .line(method, record.times(), values)
            .horizontal(0));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("method", method);
    options.put("window", window.toString());
    return Provenance.of(options).data(record.source());
  }
}
