package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.KendallTrend;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The Jacobian of the map from one sample to the next, reconstructed along a record: {@code J = Phi
 * C^-1}, {@code Phi_ij = cov(x_i(t+1), x_j(t))}, C the covariance (Williamson and Lenton 2015,
 * Detection of bifurcations in noisy coupled systems from multiple time series, eq. 8). Stability
 * is lost where an eigenvalue reaches modulus 1: at +1 a fold or transcritical, at -1 a flip, as a
 * complex pair a Hopf (Neimark-Sacker) bifurcation.
 *
 * <p>Phi has the divisor pairs - 1 and each end its own mean, C the divisor rows - 1, as in
 * ewstools' {@code eval_recon}; there Phi is transposed, which leaves the eigenvalues as they are
 * but not J.
 *
 * @param series the variables
 * @param window the window that slid along them
 * @param times the time at which the value of each window is stored, length q
 * @param jacobians {@code [window][variable][variable]}; NaN where C is singular or too few rows
 *     are complete
 * @param real real parts of the eigenvalues, {@code [window][k]}, of falling modulus
 * @param imaginary imaginary parts of the same
 */
public record VarJacobian(
    MultivariateSeries series,
    Window window,
    double[] times,
    double[][][] jacobians,
    double[][] real,
    double[][] imaginary)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public VarJacobian {
    int k = Arguments.present("series", series).width();
    Arguments.present("window", window);
    Arguments.increasing("times", times);
    times = times.clone();
    jacobians = Matrices.copy(Matrices.shaped("jacobians", jacobians, times.length, k));
    real = Matrices.copy(Matrices.shaped("real", real, times.length, k));
    imaginary = Matrices.copy(Matrices.shaped("imaginary", imaginary, times.length, k));
  }

  /**
   * Slides a window along the variables as they are; detrend them first ({@link
   * MultivariateSeries#detrend}).
   *
   * @param series at least 3 samples at equal steps
   * @param window the window, longer than the number of variables
   */
  public static VarJacobian of(MultivariateSeries series, Window window) {
    Arguments.present("series", series);
    var slide = Slide.of(window, series.size());
    int k = series.width();
    var matrices = new WindowMatrices(series.flat(), k, series.step(), slide);
    var eigen = Eigen.general(k);
    double[] t = series.times();
    double[] times = new double[slide.size()];
    double[][][] jacobians = new double[slide.size()][][];
    double[][] real = new double[slide.size()][];
    double[][] imaginary = new double[slide.size()][];
    for (int q = 0; q < slide.size(); q++) {
      times[q] = t[slide.at()[q]];
      double[] scaled = matrices.move(q) ? matrices.reconstruction() : new double[0];
      if (scaled.length == 0) {
        jacobians[q] = Matrices.filled(k, k, Double.NaN);
        real[q] = Matrices.filled(k, Double.NaN);
        imaginary[q] = Matrices.filled(k, Double.NaN);
        continue;
      }
      eigen.of(scaled);
      double[][] values = eigen.values();
      real[q] = values[0];
      imaginary[q] = values[1];
      jacobians[q] = Matrices.rows(scaled, k, k);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          jacobians[q][a][b] *= matrices.scale(a) / matrices.scale(b);
        }
      }
    }
    return new VarJacobian(series, window, times, jacobians, real, imaginary);
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[][][] jacobians() {
    return Matrices.copy(jacobians);
  }

  @Override
  public double[][] real() {
    return Matrices.copy(real);
  }

  @Override
  public double[][] imaginary() {
    return Matrices.copy(imaginary);
  }

  /** The largest modulus of an eigenvalue in each window; 1 where stability is lost. */
  public double[] modulus() {
    double[] modulus = new double[times.length];
    Arrays.setAll(modulus, q -> Math.hypot(real[q][0], imaginary[q][0]));
    return modulus;
  }

  /** Kendall's tau of the modulus; {@link MultivariateIndicators#MULTI_AR} comes with a p. */
  public KendallTrend trend() {
    return KendallTrend.of(modulus());
  }

  @Override
  public String summary() {
    int last = times.length - 1;
    return String.format(
        Locale.ROOT,
        """
        Jacobian of %d variables from a VAR(1), window of %d in %d samples
        largest modulus: %s
        last leading eigenvalue: %s ± %s i
        Kendall tau %.4g (overlapping windows: compare with surrogates)\
        """,
        series.width(),
        window.length(series.size()),
        series.size(),
        Matrices.ends(modulus()),
        Digits.of(real[last][0], 4),
        Digits.of(Math.abs(imaginary[last][0]), 4),
        trend().tau());
  }

  /** A row a window: its time, the largest modulus, real and imaginary part of each eigenvalue. */
  @Override
  public Table table() {
    Table table = Table.create("eigenvalues of the Jacobian");
    table.addColumns(
        DoubleColumn.create(series.timeName(), times), DoubleColumn.create("modulus", modulus()));
    for (int j = 0; j < series.width(); j++) {
      int at = j;
      table.addColumns(
          DoubleColumn.create("real " + (j + 1), Arrays.stream(real).mapToDouble(r -> r[at])),
          DoubleColumn.create(
              "imaginary " + (j + 1), Arrays.stream(imaginary).mapToDouble(r -> r[at])));
    }
    return table;
  }

  /** The largest modulus along the record, and the eigenvalues in the complex plane. */
  @Override
  public Figure chart() {
    double[] re = Arrays.stream(real).flatMapToDouble(Arrays::stream).toArray();
    double[] im = Arrays.stream(imaginary).flatMapToDouble(Arrays::stream).toArray();
    double[] angle = new double[181];
    Arrays.setAll(angle, i -> Math.PI * i / 90);
    return Figure.grid(
        2,
        Panel.over(series.column(0), "Largest modulus")
            .line("modulus", times, modulus())
            .horizontal(1),
        Panel.of("Real part", "Imaginary part")
            .line(
                "unit circle",
                Arrays.stream(angle).map(Math::cos).toArray(),
                Arrays.stream(angle).map(Math::sin).toArray())
            .points("eigenvalues", re, im));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("window", window.toString());
    return Provenance.of(options).data(series.source());
  }
}
