package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.KendallTrend;
import murmuration.warning.SurrogateTest;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Jacobians along a record without a window, by S-maps (Sugihara 1994; Ushio et al. 2018,
 * Fluctuating interaction network and time-varying stability of a natural fish community): around
 * each state a linear map to the next, fitted to all other states with weights that fall with
 * distance.
 *
 * <p>Columns are standardised. For state t, least squares over all states {@code s != t} of {@code
 * w_s x_i(s+1)} on {@code w_s (1, x(s))}, {@code w_s = exp(-theta d_s / mean d)}, d the Euclidean
 * distance; row i of the Jacobian holds the slopes of variable i. With theta 0 all states weigh the
 * same: one VAR(1). Theta is the one of the grid that predicts best: largest mean over columns of
 * the correlation of prediction and observation. The largest eigenvalue modulus tends to 1 where
 * stability is lost; a system that is driven and noisy can pass 1 without. Where theta 0 predicts
 * best, Jacobians differ only by the one state left out, and their trend says little.
 *
 * @param series the variables
 * @param thetas the grid that was tried, increasing
 * @param skill mean correlation of prediction and observation for each theta
 * @param theta the best one; the first where none predicts
 * @param rho the correlation of each variable at the best theta, length k
 * @param jacobians {@code [state][variable][variable]}, states 0 to n - 2, in units of the
 *     variables' standard deviations; NaN where a row or the next is missing, or states around are
 *     collinear
 * @param modulus largest eigenvalue modulus of each, length n - 1
 */
public record SMapJacobian(
    MultivariateSeries series,
    double[] thetas,
    double[] skill,
    double theta,
    double[] rho,
    double[][][] jacobians,
    double[] modulus)
    implements Charted {
  private static final List<Double> GRID =
      List.of(
          0.0, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0,
          6.0, 8.0);
  private static final double LARGEST_THETA = 1000;
  private static final int MOST_COLUMNS = 6;

  /** Checks the shapes and keeps its own copies. */
  public SMapJacobian {
    int k = Arguments.present("series", series).width();
    Arguments.finite("thetas", thetas, 1);
    thetas = thetas.clone();
    skill = Matrices.shaped("skill", skill, thetas.length).clone();
    rho = Matrices.shaped("rho", rho, k).clone();
    jacobians = Matrices.copy(Matrices.shaped("jacobians", jacobians, series.size() - 1, k));
    modulus = Matrices.shaped("modulus", modulus, series.size() - 1).clone();
  }

  /**
   * Fits with theta from the grid 0, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 0.5, 0.75, 1,
   * 1.5, 2, 3, 4, 6, 8.
   *
   * @param series the variables at equal steps, none constant, at least k + 4 pairs of complete
   *     rows
   */
  public static SMapJacobian of(MultivariateSeries series) {
    return of(series, GRID.stream().mapToDouble(v -> v).toArray());
  }

  /**
   * Fits with theta from a grid of one's own.
   *
   * @param series the variables at equal steps, none constant, at least k + 4 pairs of complete
   *     rows
   * @param thetas strictly increasing, 0 to 1000; one for a theta that is given
   */
  public static SMapJacobian of(MultivariateSeries series, double... thetas) {
    return of(series, true, thetas);
  }

  private static SMapJacobian of(MultivariateSeries series, boolean parallel, double... thetas) {
    Arguments.present("series", series);
    Arguments.increasing("thetas", thetas);
    Arguments.within("thetas[0]", thetas[0], 0, LARGEST_THETA);
    Arguments.within("the last of thetas", thetas[thetas.length - 1], 0, LARGEST_THETA);
    int k = series.width();
    var standardised = series.standardised();
    for (int j = 0; j < k; j++) {
      Arguments.require(
          Arrays.stream(standardised.column(j).values()).anyMatch(v -> v != 0 && !Double.isNaN(v)),
          "column %s is constant: expected values that vary",
          series.names().get(j));
    }
    var states = new SMapStates(standardised);
    Arguments.require(
        states.size() >= k + 4,
        "series has %d pairs of complete rows: expected at least %d",
        states.size(),
        k + 4);
    double[][][] predicted = new double[thetas.length][k][states.size()];
    each(
        parallel,
        states.size(),
        t -> {
          var around = states.new Around(t);
          for (int g = 0; g < thetas.length; g++) {
            around.fit(thetas[g]);
            for (int j = 0; j < k; j++) {
              predicted[g][j][t] = around.prediction[j];
            }
          }
        });
    double[][] rho = Arrays.stream(predicted).map(p -> rho(states, p)).toArray(double[][]::new);
    double[] skill = Arrays.stream(rho).mapToDouble(r -> Arrays.stream(r).sum() / k).toArray();
    int best = 0;
    for (int g = 1; g < skill.length; g++) {
      best = skill[g] > skill[best] || Double.isNaN(skill[best]) ? g : best;
    }
    best = Double.isNaN(skill[best]) ? 0 : best;
    double theta = thetas[best];
    double[][][] jacobians = new double[series.size() - 1][k][k];
    double[] modulus = Matrices.filled(jacobians.length, Double.NaN);
    Arrays.setAll(jacobians, t -> Matrices.filled(k, k, Double.NaN));
    each(
        parallel,
        states.size(),
        t -> {
          var around = states.new Around(t);
          around.fit(theta);
          var eigen = Eigen.general(k);
          eigen.of(around.slopes);
          jacobians[states.sample(t)] = Matrices.rows(around.slopes, k, k);
          modulus[states.sample(t)] = eigen.modulus();
        });
    return new SMapJacobian(series, thetas, skill, theta, rho[best], jacobians, modulus);
  }

  private static void each(boolean parallel, int n, IntConsumer job) {
    if (parallel) {
      Parallel.forEach("S-map", n, job);
      return;
    }
    for (int t = 0; t < n; t++) {
      Interruption.check("S-map");
      job.accept(t);
    }
  }

  private static double[] rho(SMapStates states, double[][] predicted) {
    return IntStream.range(0, predicted.length)
        .mapToDouble(
            j ->
                new PearsonsCorrelation()
                    .correlation(
                        predicted[j],
                        IntStream.range(0, states.size())
                            .mapToDouble(t -> states.next(t, j))
                            .toArray()))
        .toArray();
  }

  @Override
  public double[] thetas() {
    return thetas.clone();
  }

  @Override
  public double[] skill() {
    return skill.clone();
  }

  @Override
  public double[] rho() {
    return rho.clone();
  }

  @Override
  public double[][][] jacobians() {
    return Matrices.copy(jacobians);
  }

  @Override
  public double[] modulus() {
    return modulus.clone();
  }

  /** The largest eigenvalue modulus along the record, at the times of the states. */
  public TimeSeries along() {
    double[] t = series.times();
    return new TimeSeries(
        Arrays.copyOf(t, t.length - 1),
        modulus,
        "largest eigenvalue modulus",
        series.timeName(),
        series.source(),
        series.note());
  }

  /** Kendall's tau of the modulus with time; for evidence see {@link #test}. */
  public KendallTrend trend() {
    return KendallTrend.of(modulus);
  }

  /**
   * The trend of the modulus beside those of surrogates, each with the best theta of its own: how
   * often a system that does not change shows such a rise. Takes as long as the fit, times the
   * count.
   */
  public SurrogateTest test(MultivariateSurrogates against) {
    return Arguments.present("against", against)
        .test("tau of S-map modulus", s -> of(s, false, thetas).trend().tau(), series);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        S-map Jacobians of %d variables, n = %d
        theta = %s (mean skill %.4g; %.4g at theta %s)
        largest modulus: %s
        Kendall tau %.4g; compare with surrogates, test(...)\
        """,
        series.width(),
        series.size(),
        Digits.of(theta, 4),
        Arrays.stream(rho).average().orElse(Double.NaN),
        skill[0],
        Digits.of(thetas[0], 4),
        Matrices.ends(modulus),
        trend().tau());
  }

  /** A row a state: time, largest modulus and, for up to 6 variables, the Jacobian. */
  @Override
  public Table table() {
    var along = along();
    Table table =
        Table.create(
            "S-map Jacobians",
            DoubleColumn.create(series.timeName(), along.times()),
            DoubleColumn.create("modulus", modulus));
    for (int a = 0; a < series.width() && series.width() <= MOST_COLUMNS; a++) {
      for (int b = 0; b < series.width(); b++) {
        int row = a;
        int column = b;
        table.addColumns(
            DoubleColumn.create(
                "d " + series.names().get(a) + " / d " + series.names().get(b),
                Arrays.stream(jacobians).mapToDouble(j -> j[row][column])));
      }
    }
    return table;
  }

  /** The largest modulus along the record, and the skill of each theta. */
  @Override
  public Figure chart() {
    var along = along();
    return Figure.grid(
        2,
        Panel.over(along, "Largest modulus").line("modulus", along.times(), modulus).horizontal(1),
        Panel.of("θ", "Mean skill ρ").line("skill", thetas, skill).vertical(theta));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("thetas", Arrays.toString(thetas));
    return Provenance.of(options).data(series.source());
  }
}
