package murmuration.warning.multivariate;

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
import tech.tablesaw.api.Table;

/**
 * Minimum/maximum autocorrelation factors (Switzer and Green 1984; as a signal: Weinans et al.
 * 2019, Finding the direction of lowest resilience in multivariate complex systems): the directions
 * in which several variables move most smoothly.
 *
 * <p>Columns are standardised over the complete rows. With their correlation matrix R and {@code D
 * = cov(z_i - z_(i-1)) (n-2)/(n-1)}, factor j has the loadings a with {@code D a = lambda_j R a},
 * {@code lambda_1 <= ... <= lambda_k}, and the lag-1 autocorrelation {@code 1 - lambda_j/2}.
 * Loadings have length 1, and the sign for which the scores' covariance with time is positive. The
 * first factor is the direction in which recovery is slowest: its loadings say which variables
 * carry a signal. (EWSmethods works the sign out and returns scores without it.)
 *
 * @param series the variables
 * @param eigenvalues {@code lambda_1 .. lambda_k}, ascending
 * @param loadings {@code [variable][factor]}
 * @param scores {@code [observation][factor]}; NaN where a row is not complete
 */
public record MaxAutocorrelationFactors(
    MultivariateSeries series, double[] eigenvalues, double[][] loadings, double[][] scores)
    implements Charted {
  private static final int SHOWN = 4;

  /** Checks the shapes and keeps its own copies. */
  public MaxAutocorrelationFactors {
    int k = Arguments.present("series", series).width();
    eigenvalues = Matrices.shaped("eigenvalues", eigenvalues, k).clone();
    loadings = Matrices.copy(Matrices.shaped("loadings", loadings, k, k));
    scores = Matrices.copy(Matrices.shaped("scores", scores, series.size(), k));
  }

  /**
   * Computes the factors of a record.
   *
   * @param series at least k + 2 complete rows at equal steps; rows that are not complete are left
   *     out
   * @throws IllegalArgumentException for a column that is constant, columns that are collinear, and
   *     too few rows
   */
  public static MaxAutocorrelationFactors of(MultivariateSeries series) {
    int n = Arguments.present("series", series).size();
    int k = series.width();
    var sums = new WindowSums(series.flat(), k);
    sums.move(0, n);
    Arguments.require(
        sums.rows() >= k + 2 && sums.pairs() >= 2,
        "series has %d complete rows: expected at least %d, neighbours among them",
        sums.rows(),
        k + 2);
    double[][] z = new double[k][];
    for (int j = 0; j < k; j++) {
      Arguments.require(
          !sums.isConstant(j),
          "column %s is constant: expected values that vary",
          series.names().get(j));
    }
    var complete = complete(series, sums).standardised();
    for (int j = 0; j < k; j++) {
      z[j] = complete.column(j).values();
    }
    var standard = new WindowSums(complete.flat(), k);
    standard.move(0, n);
    double[] correlation = new double[k * k];
    double[] steps = new double[k * k];
    standard.covariance(correlation);
    standard.stepCovariance(steps);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        double unit = standard.scale[a] * standard.scale[b];
        correlation[a * k + b] *= unit;
        steps[a * k + b] *= unit;
      }
    }
    var maf = new MafDecomposition(k);
    maf.of(correlation, steps);
    Arguments.require(maf.isFound(), "columns %s are collinear", series.names());
    return signed(series, maf, z);
  }

  /** The same with NaN in the whole of a row that is not complete. */
  private static MultivariateSeries complete(MultivariateSeries series, WindowSums sums) {
    double[][] rows = series.values();
    for (int i = 0; i < rows.length; i++) {
      if (!sums.isComplete(i)) {
        rows[i] = Matrices.filled(rows[i].length, Double.NaN);
      }
    }
    return series.values(rows);
  }

  private static MaxAutocorrelationFactors signed(
      MultivariateSeries series, MafDecomposition maf, double[][] z) {
    int k = z.length;
    int n = series.size();
    double[] eigenvalues = new double[k];
    double[][] loadings = new double[k][k];
    double[][] scores = new double[n][k];
    int[] order = maf.ascending();
    for (int f = 0; f < k; f++) {
      eigenvalues[f] = maf.eigenvalue(order[f]);
      double[] a = maf.loadings(order[f]);
      double withTime = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < k; j++) {
          scores[i][f] += a[j] * z[j][i];
        }
        withTime += Double.isNaN(scores[i][f]) ? 0 : (i - 0.5 * (n - 1)) * scores[i][f];
      }
      int sign = withTime < 0 ? -1 : 1;
      for (int j = 0; j < k; j++) {
        loadings[j][f] = sign * a[j];
      }
      for (int i = 0; i < n; i++) {
        scores[i][f] *= sign;
      }
    }
    return new MaxAutocorrelationFactors(series, eigenvalues, loadings, scores);
  }

  @Override
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  @Override
  public double[][] loadings() {
    return Matrices.copy(loadings);
  }

  @Override
  public double[][] scores() {
    return Matrices.copy(scores);
  }

  /** The lag-1 autocorrelation of each factor, {@code 1 - lambda/2}, falling. */
  public double[] autocorrelations() {
    return IntStream.range(0, eigenvalues.length)
        .mapToDouble(j -> 1 - eigenvalues[j] / 2)
        .toArray();
  }

  /** The scores of factor {@code number}, 1 to k, along the record. */
  public TimeSeries factor(int number) {
    int k = eigenvalues.length;
    Arguments.require(number >= 1 && number <= k, "factor is %d: expected 1 to %d", number, k);
    double[] along =
        IntStream.range(0, series.size()).mapToDouble(i -> scores[i][number - 1]).toArray();
    return series.column(0).values(along).name("MAF" + number);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Autocorrelation factors of %d variables, n = %d\nautocorrelation: %s\nMAF1 loads on %s",
        series.width(),
        series.size(),
        IntStream.range(0, Math.min(SHOWN, eigenvalues.length))
            .mapToObj(j -> "MAF" + (j + 1) + " " + Digits.of(1 - eigenvalues[j] / 2, 4))
            .collect(Collectors.joining(", ")),
        IntStream.range(0, Math.min(2 * SHOWN, eigenvalues.length))
            .mapToObj(j -> series.names().get(j) + " " + Digits.of(loadings[j][0], 4))
            .collect(Collectors.joining(", ")));
  }

  /** The eigenvalue and autocorrelation of each factor, then the loadings of the first. */
  @Override
  public Table table() {
    var rows = Quantities.of("autocorrelation factors");
    for (int j = 0; j < eigenvalues.length; j++) {
      rows =
          rows.and("eigenvalue of MAF" + (j + 1), eigenvalues[j])
              .and("autocorrelation of MAF" + (j + 1), 1 - eigenvalues[j] / 2);
    }
    for (int j = 0; j < eigenvalues.length; j++) {
      rows = rows.and("loading of " + series.names().get(j) + " on MAF1", loadings[j][0]);
    }
    return rows.table();
  }

  /** The scores of the first and the last factor. */
  @Override
  public Figure chart() {
    return Figure.column(
        IntStream.of(1, eigenvalues.length)
            .distinct()
            .mapToObj(this::factor)
            .map(f -> Panel.over(f, f.name()).line(f.name(), f.times(), f.values()))
            .toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    return Provenance.of(options).data(series.source());
  }
}
