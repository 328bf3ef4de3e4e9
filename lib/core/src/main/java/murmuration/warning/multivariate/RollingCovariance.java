package murmuration.warning.multivariate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.KendallTrend;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Covariance and correlation matrices of several variables along a record, and the largest
 * eigenvalue of the covariance (Carpenter et al. 2008, Leading indicators of trophic cascades;
 * ewstools' {@code covar_leading_eval}).
 *
 * @param series the variables
 * @param window the window that slid along them
 * @param times the time at which the value of each window is stored, length q
 * @param covariances {@code [window][variable][variable]}, divisor w - 1, over complete rows; NaN
 *     where too few are in the window
 * @param leading the largest eigenvalue of each covariance, length q
 */
public record RollingCovariance(
    MultivariateSeries series,
    Window window,
    double[] times,
    double[][][] covariances,
    double[] leading)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public RollingCovariance {
    Arguments.present("series", series);
    Arguments.present("window", window);
    Arguments.increasing("times", times);
    times = times.clone();
    covariances =
        Matrices.copy(Matrices.shaped("covariances", covariances, times.length, series.width()));
    leading = Matrices.shaped("leading", leading, times.length).clone();
  }

  /**
   * Slides a window along the variables as they are; see {@link MultivariateSeries#detrend}.
   *
   * @param series at least 3 samples
   * @param window the window
   */
  public static RollingCovariance of(MultivariateSeries series, Window window) {
    Arguments.present("series", series);
    var slide = Slide.of(window, series.size());
    int k = series.width();
    var matrices = new WindowMatrices(series.flat(), k, series.step(), slide);
    double[] times = new double[slide.size()];
    double[][][] covariances = new double[slide.size()][][];
    double[] leading = new double[slide.size()];
    double[] t = series.times();
    for (int q = 0; q < slide.size(); q++) {
      times[q] = t[slide.at()[q]];
      covariances[q] = Matrices.filled(k, k, Double.NaN);
      leading[q] = Double.NaN;
      if (matrices.move(q)) {
        leading[q] = matrices.leadingCovariance() * matrices.unit() * matrices.unit();
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            covariances[q][a][b] = matrices.covariance(a, b);
          }
        }
      }
    }
    return new RollingCovariance(series, window, times, covariances, leading);
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[][][] covariances() {
    return Matrices.copy(covariances);
  }

  @Override
  public double[] leading() {
    return leading.clone();
  }

  /**
   * The correlation matrix of one window; NaN in the row and column of a variable that is constant.
   *
   * @param window from 0
   */
  public double[][] correlation(int window) {
    Arguments.require(
        window >= 0 && window < times.length,
        "window is %d: expected 0 to %d",
        window,
        times.length - 1);
    double[][] c = covariances[window];
    double[][] r = new double[c.length][c.length];
    for (int a = 0; a < c.length; a++) {
      for (int b = 0; b < c.length; b++) {
        double s = Math.sqrt(c[a][a]) * Math.sqrt(c[b][b]);
        r[a][b] = s > 0 ? (a == b ? 1 : c[a][b] / s) : Double.NaN;
      }
    }
    return r;
  }

  /**
   * Kendall's tau of the largest eigenvalue with time; for its p see {@link MultivariateWarning}.
   */
  public KendallTrend trend() {
    return KendallTrend.of(leading);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Covariance of %d variables, window of %d in %d samples, %d windows
        leading eigenvalue: %s
        Kendall tau %.4g (overlapping windows: compare with surrogates)\
        """,
        series.width(),
        window.length(series.size()),
        series.size(),
        times.length,
        Matrices.ends(leading),
        trend().tau());
  }

  /** A row a window: its time, the leading eigenvalue, then the correlation of every pair. */
  @Override
  public Table table() {
    Table table = Table.create("covariance along the record");
    table.addColumns(
        DoubleColumn.create(series.timeName(), times), DoubleColumn.create("leading", leading));
    List<String> names = series.names();
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        double[] along = new double[times.length];
        for (int q = 0; q < along.length; q++) {
          double s = Math.sqrt(covariances[q][a][a]) * Math.sqrt(covariances[q][b][b]);
          along[q] = s > 0 ? covariances[q][a][b] / s : Double.NaN;
        }
        table.addColumns(DoubleColumn.create(names.get(a) + " ~ " + names.get(b), along));
      }
    }
    return table;
  }

  /** The leading eigenvalue along the record, and the correlations of the last window. */
  @Override
  public Figure chart() {
    var first = series.column(0);
    double[] positions = new double[series.width()];
    for (int j = 0; j < positions.length; j++) {
      positions[j] = j + 1;
    }
    return Figure.grid(
        2,
        Panel.over(first, "Leading eigenvalue").line("leading", times, leading),
        Panel.of("Variable", "Variable")
            .heat("correlation", positions, positions, correlation(times.length - 1), -1, 1));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("window", window.toString());
    return Provenance.of(options).data(series.source());
  }
}
