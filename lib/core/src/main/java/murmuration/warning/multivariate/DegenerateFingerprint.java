package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Indicators;
import murmuration.warning.KendallTrend;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Window;
import tech.tablesaw.api.Table;

/**
 * Degenerate fingerprinting (Held and Kleinen 2004, Detection of climate system bifurcations by
 * degenerate fingerprinting): the variables are projected on the leading eigenvector of their
 * covariance over the whole record (EOF1), and the lag-1 autocorrelation of that projection is
 * followed in a sliding window; near a bifurcation the slowest mode carries most of the variance.
 *
 * <p>The variables enter in their own units; where these differ, standardise them first ({@link
 * MultivariateSeries#standardised}). The eigenvector has length 1, its largest loading is positive.
 *
 * @param series the variables
 * @param window the window that slid along the projection
 * @param loadings EOF1, length k
 * @param share EOF1's share of the total variance, 0 to 1
 * @param projection the variables less their means on EOF1, length n; NaN where a row is not
 *     complete
 * @param ac1 Pearson's autocorrelation at lag 1 of the projection along the record, length n
 */
public record DegenerateFingerprint(
    MultivariateSeries series,
    Window window,
    double[] loadings,
    double share,
    double[] projection,
    double[] ac1)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public DegenerateFingerprint {
    Arguments.present("series", series);
    Arguments.present("window", window);
    loadings = Matrices.shaped("loadings", loadings, series.width()).clone();
    projection = Matrices.shaped("projection", projection, series.size()).clone();
    ac1 = Matrices.shaped("ac1", ac1, series.size()).clone();
  }

  /**
   * Computes the fingerprint.
   *
   * @param series at least 3 complete rows at equal steps; detrended, if there is a trend
   * @param window the window
   * @throws IllegalArgumentException for too few complete rows, or where all columns are constant
   */
  public static DegenerateFingerprint of(MultivariateSeries series, Window window) {
    int n = Arguments.present("series", series).size();
    Slide.of(window, n);
    int k = series.width();
    var sums = new WindowSums(series.flat(), k);
    sums.move(0, n);
    Arguments.require(
        sums.rows() >= 3, "series has %d complete rows: expected at least 3", sums.rows());
    double[] covariance = new double[k * k];
    sums.covariance(covariance);
    double unit = 0;
    for (int j = 0; j < k; j++) {
      unit = Math.max(unit, sums.isConstant(j) ? 0 : sums.scale[j]);
    }
    Arguments.require(unit > 0, "all columns of series are constant: expected values that vary");
    double total = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        covariance[a * k + b] *= (sums.scale[a] / unit) * (sums.scale[b] / unit);
      }
      total += covariance[a * k + a];
    }
    var eigen = Eigen.symmetric(k);
    Arguments.require(eigen.of(covariance), "the covariance of series has no eigenvectors");
    double[] loadings = positive(eigen.vector(eigen.largest()));
    double[] projection = project(series, sums, loadings);
    return new DegenerateFingerprint(
        series,
        window,
        loadings,
        eigen.real(eigen.largest()) / total,
        projection,
        Indicators.AC1.rolling(projection, window));
  }

  private static double[] positive(double[] vector) {
    double largest = 0;
    for (double v : vector) {
      largest = Math.abs(v) > Math.abs(largest) ? v : largest;
    }
    double sign = Math.signum(largest);
    return Arrays.stream(vector).map(v -> sign * v).toArray();
  }

  private static double[] project(MultivariateSeries series, WindowSums sums, double[] loadings) {
    double[][] x = series.values();
    double[] mean = new double[loadings.length];
    int rows = 0;
    for (int i = 0; i < x.length; i++) {
      if (sums.isComplete(i)) {
        rows++;
        for (int j = 0; j < mean.length; j++) {
          mean[j] += (x[i][j] - mean[j]) / rows;
        }
      }
    }
    double[] projection = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        projection[i] += loadings[j] * (x[i][j] - mean[j]);
      }
    }
    return projection;
  }

  @Override
  public double[] loadings() {
    return loadings.clone();
  }

  @Override
  public double[] projection() {
    return projection.clone();
  }

  @Override
  public double[] ac1() {
    return ac1.clone();
  }

  /** Kendall's tau of the autocorrelation; not evidence by itself, see {@link #test}. */
  public KendallTrend trend() {
    return KendallTrend.of(ac1);
  }

  /** The trend beside those of surrogates, each projected on an EOF1 of its own. */
  public SurrogateTest test(MultivariateSurrogates against) {
    return Arguments.present("against", against)
        .test("tau of AC1 on EOF1", s -> of(s, window).trend().tau(), series);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Degenerate fingerprint of %d variables, window of %d in %d samples
        EOF1 holds %.4g %% of the variance; loadings %s
        AC1 of the projection: %s
        Kendall tau %.4g (overlapping windows: compare with surrogates, test(...))\
        """,
        series.width(),
        window.length(series.size()),
        series.size(),
        100 * share,
        IntStream.range(0, Math.min(8, loadings.length))
            .mapToObj(j -> series.names().get(j) + " " + Digits.of(loadings[j], 4))
            .collect(Collectors.joining(", ")),
        Matrices.ends(ac1),
        trend().tau());
  }

  /** Tau, the share of EOF1 and its loadings. */
  @Override
  public Table table() {
    var rows =
        Quantities.of("degenerate fingerprint")
            .and("tau of AC1", trend().tau())
            .and("share of EOF1", share);
    for (int j = 0; j < loadings.length; j++) {
      rows = rows.and("loading of " + series.names().get(j), loadings[j]);
    }
    return rows.table();
  }

  /** The projection and its autocorrelation on one time axis. */
  @Override
  public Figure chart() {
    TimeSeries time = series.column(0);
    return Figure.column(
        Panel.over(time, "Projection on EOF1").line("projection", time.times(), projection),
        Panel.over(time, "AC1").line("AC1", time.times(), ac1));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("window", window.toString());
    return Provenance.of(options).data(series.source());
  }
}
