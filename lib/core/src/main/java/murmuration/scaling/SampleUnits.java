package murmuration.scaling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/** What a bootstrap draws: single runs, the runs of a size together, or residuals. */
final class SampleUnits {
  private static final int MOST = 5_000_000;

  private final LawPoints points;
  private final boolean residualsDrawn;
  private final boolean log;
  private final double[] fitted;
  private final double[] residuals;

  /** Where the entries of each unit begin; then, for each entry, its point and its weight. */
  private final int[] begin;

  private final int[] point;
  private final double[] weight;

  SampleUnits(ScalingFit fit, Resampling resampling) {
    TrainingRuns runs = fit.study().runs();
    boolean whole = isWhole(runs.weights());
    residualsDrawn = resampling == Resampling.RESIDUALS;
    log = fit.study().loss().isLog();
    points = residualsDrawn ? LawPoints.apart(single(runs, whole)) : new LawPoints(runs);
    if (resampling == Resampling.RUNS && whole) {
      point =
          IntStream.range(0, points.size)
              .flatMap(p -> IntStream.generate(() -> p).limit((long) points.weight[p]))
              .toArray();
      weight = ones(point.length);
    } else if (resampling == Resampling.RUNS) {
      double[] all = runs.weights();
      int[] rows = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
      point = Arrays.stream(rows).map(i -> points.pointOf[i]).toArray();
      weight = Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
    } else {
      point = IntStream.range(0, points.size).toArray();
      weight = Arrays.stream(point).mapToDouble(p -> points.weight[p]).toArray();
    }
    boolean sizes = resampling == Resampling.SIZES;
    begin =
        IntStream.rangeClosed(0, point.length)
            .filter(i -> !sizes || i == 0 || i == point.length || startsSize(i))
            .toArray();
    fitted = new double[points.size];
    Arrays.setAll(fitted, p -> points.fitted(fit.law(), p));
    residuals = new double[points.size];
    Arrays.setAll(
        residuals, p -> log ? Math.log(points.loss[p] / fitted[p]) : points.loss[p] - fitted[p]);
    if (residualsDrawn && !log) {
      double least = Arrays.stream(fitted).min().orElseThrow();
      double lowest = Arrays.stream(residuals).min().orElseThrow();
      Arguments.require(
          least + lowest > 0,
          "residual %s on the fitted loss %s is 0 or less: expected a fit of ln L, or other draws",
          lowest,
          least);
    }
  }

  private boolean startsSize(int entry) {
    return points.x[point[entry]] != points.x[point[entry - 1]];
  }

  private static boolean isWhole(double[] weights) {
    return Arrays.stream(weights).allMatch(w -> w == Math.rint(w))
        && Arrays.stream(weights).sum() <= MOST;
  }

  /** Each run as often as its weight says, if weights are whole; else those that have one. */
  private static TrainingRuns single(TrainingRuns runs, boolean whole) {
    double[] w = runs.weights();
    int[] rows =
        IntStream.range(0, w.length)
            .flatMap(i -> IntStream.generate(() -> i).limit(whole ? (long) w[i] : w[i] > 0 ? 1 : 0))
            .toArray();
    TrainingRuns single = runs.rows(rows);
    return whole ? single.weighted(ones(rows.length)) : single;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  LawPoints points() {
    return points;
  }

  int count() {
    return begin.length - 1;
  }

  /** One sample, as weights and losses of the points. */
  void draw(RandomGenerator random, double[] weights, double[] losses) {
    int n = count();
    if (residualsDrawn) {
      for (int i = 0; i < n; i++) {
        double residual = residuals[point[random.nextInt(n)]];
        int p = point[i];
        losses[p] = log ? fitted[p] * Math.exp(residual) : fitted[p] + residual;
      }
      return;
    }
    Arrays.fill(weights, 0);
    for (int i = 0; i < n; i++) {
      int unit = random.nextInt(n);
      for (int k = begin[unit]; k < begin[unit + 1]; k++) {
        weights[point[k]] += weight[k];
      }
    }
  }

  /** All but one unit. */
  void without(int unit, double[] weights) {
    for (int k = begin[unit]; k < begin[unit + 1]; k++) {
      weights[point[k]] = Math.max(0, weights[point[k]] - weight[k]);
    }
  }
}
