package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * Missing scores filled in from the other scores of the model (Ruan et al. 2024, section 3): the
 * scores are standardised by what was observed, missing ones start at 0 and are replaced by what
 * the first principal components say of them until no cell changes by 1e-6; then all is transformed
 * back and clipped to 0 and 1. Observed scores stay as they are.
 *
 * <p>The published program stops by comparing the whole matrix with its reconstruction, which
 * nearly always takes its 1000 rounds; the result is the same.
 *
 * @param scores the completed scores, n rows of p, 0 to 1
 * @param missing how many were filled in
 * @param rank how many components were used
 * @param rounds rounds until nothing changed
 * @param converged whether that was so before round 10,000
 */
public record ScoreImputation(
    double[][] scores, int missing, int rank, int rounds, boolean converged) implements Result {
  private static final double TOLERANCE = 1e-6;
  private static final int MOST_ROUNDS = 10_000;

  /** Checks the scores and keeps its own copy. */
  public ScoreImputation {
    Arguments.present("scores", scores);
    Arguments.require(scores.length >= 1, "scores has no rows: expected at least one");
    scores =
        TaskScores.checked(
            scores, scores.length, Arguments.present("a row of scores", scores[0]).length);
    Arguments.require(missing >= 0, "missing is %d: expected 0 or more", missing);
    Arguments.require(rank >= 1, "rank is %d: expected 1 or more", rank);
    Arguments.require(rounds >= 0, "rounds is %d: expected 0 or more", rounds);
  }

  /** With one component, as the paper does. */
  public static ScoreImputation of(BenchmarkScores scores) {
    return of(scores, 1);
  }

  /**
   * With so many components.
   *
   * @param scores at least 3 models, and of each benchmark two scores that differ
   * @param rank components, 1 to the number of benchmarks
   */
  public static ScoreImputation of(BenchmarkScores scores, int rank) {
    Arguments.present("scores", scores);
    int p = scores.benchmarks().size();
    Arguments.require(rank >= 1 && rank <= p, "rank is %d: expected 1 to %d", rank, p);
    return of(scores.scores(), rank);
  }

  static ScoreImputation of(double[][] observed, int rank) {
    Arguments.require(
        observed.length >= 3, "there are %d models: expected at least 3", observed.length);
    int n = observed.length;
    int p = observed[0].length;
    double[] mean = new double[p];
    double[] deviation = new double[p];
    double[][] filled = new double[n][p];
    int missing = 0;
    for (int j = 0; j < p; j++) {
      int column = j;
      double[] present =
          Arrays.stream(observed)
              .mapToDouble(row -> row[column])
              .filter(v -> !Double.isNaN(v))
              .toArray();
      for (double v : present) {
        mean[j] += v / present.length;
      }
      for (double v : present) {
        deviation[j] += (v - mean[j]) * (v - mean[j]) / present.length;
      }
      deviation[j] = Math.sqrt(deviation[j]);
      Arguments.require(
          deviation[j] > 0,
          "benchmark %d has %d scores that do not differ: expected two that do",
          j,
          present.length);
      missing += n - present.length;
      for (int i = 0; i < n; i++) {
        filled[i][j] = Double.isNaN(observed[i][j]) ? 0 : (observed[i][j] - mean[j]) / deviation[j];
      }
    }
    double change = missing == 0 ? 0 : Double.POSITIVE_INFINITY;
    int rounds = 0;
    while (change >= TOLERANCE && rounds < MOST_ROUNDS) {
      change = refill(observed, filled, rank);
      rounds++;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        filled[i][j] =
            Double.isNaN(observed[i][j])
                ? Math.clamp(mean[j] + deviation[j] * filled[i][j], 0, 1)
                : observed[i][j];
      }
    }
    return new ScoreImputation(filled, missing, rank, rounds, change < TOLERANCE);
  }

  private static double refill(double[][] observed, double[][] filled, int rank) {
    var components = PrincipalComponents.of(filled);
    double change = 0;
    for (int i = 0; i < filled.length; i++) {
      double[] coordinates = components.coordinates(filled[i]);
      for (int j = 0; j < filled[i].length; j++) {
        if (Double.isNaN(observed[i][j])) {
          double value = components.rebuilt(coordinates, rank, j);
          change = Math.max(change, Math.abs(value - filled[i][j]));
          filled[i][j] = value;
        }
      }
    }
    return change;
  }

  @Override
  public double[][] scores() {
    return TaskScores.copy(scores);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d of %d scores filled in from %d component%s in %d rounds%s",
        missing,
        scores.length * scores[0].length,
        rank,
        rank == 1 ? "" : "s",
        rounds,
        converged ? "" : "; not converged");
  }

  @Override
  public Table table() {
    return Quantities.of("imputation")
        .and("missing scores", missing)
        .and("components", rank)
        .and("rounds", rounds)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("imputation", "principal components, rank " + rank));
  }
}
