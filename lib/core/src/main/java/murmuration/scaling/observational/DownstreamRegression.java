package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.LeastSquares;
import murmuration.math.LevenbergMarquardt;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import org.jspecify.annotations.Nullable;

/**
 * The score on a task from what is known of a model: {@code y = lo + (1 - lo) / (1 + exp(-(b0 +
 * b.x)))} (Ruan et al. 2024, section 3.4), with x its coordinates along the capability axes or the
 * log of its compute.
 *
 * <pre>{@code
 * double[][] x = {{-2}, {-1}, {0}, {1}, {2}};
 * double[] y = {0.1, 0.12, 0.4, 0.8, 0.95};
 * DownstreamFit fit = DownstreamRegression.of(x, y).freeFloor().fit();
 * double predicted = fit.predict(0.5);
 * }</pre>
 *
 * <p>The objective has local minima: the search begins at zero, at the regression of the clipped
 * logits, and at normal coefficients of sd 1, 3 and 8 in turn, and the fit tells which share of the
 * searches ended at the best of them.
 *
 * @param predictors n rows of q numbers, q 1 to 100
 * @param scores y, length n of at least q + 2 (q + 3 with a free floor), 0 to 1
 * @param floor lo where it is fixed, 0 to 0.2; NaN where it is free between these
 * @param huber delta of Huber's loss, above 0; infinite for least squares
 * @param starts how many searches, 1 to 10,000
 * @param seed seed of the random starts
 */
public record DownstreamRegression(
    double[][] predictors, double[] scores, double floor, double huber, int starts, long seed) {
  /** The highest floor that is allowed. */
  public static final double HIGHEST_FLOOR = 0.2;

  private static final int MOST_PREDICTORS = 100;
  private static final int MOST_STARTS = 10_000;
  private static final int STEPS = 500;
  private static final double CLIP = 0.01;
  private static final double SAME = 1e-6;

  /** Checks the shapes and keeps its own copies. */
  public DownstreamRegression {
    Arguments.present("predictors", predictors);
    Arguments.finite("scores", scores, 1);
    Arguments.require(
        predictors.length == scores.length,
        "predictors has %d rows, scores has %d values: expected the same number",
        predictors.length,
        scores.length);
    for (double[] row : predictors) {
      Arguments.finite("a row of predictors", row, 1);
      Arguments.sameLength("a row of predictors", row, "the first", predictors[0]);
    }
    int q = predictors[0].length;
    Arguments.require(
        q <= MOST_PREDICTORS, "there are %d predictors: expected 1 to %d", q, MOST_PREDICTORS);
    for (int i = 0; i < scores.length; i++) {
      Arguments.within("scores[" + i + "]", scores[i], 0, 1);
    }
    if (!Double.isNaN(floor)) {
      Arguments.within("floor", floor, 0, HIGHEST_FLOOR);
    }
    Arguments.require(huber > 0, "huber is %s: expected above 0", huber);
    Arguments.require(
        starts >= 1 && starts <= MOST_STARTS,
        "starts is %d: expected 1 to %d",
        starts,
        MOST_STARTS);
    int parameters = q + 1 + (Double.isNaN(floor) ? 1 : 0);
    Arguments.require(
        scores.length >= parameters + 1,
        "%d parameters need at least %d points, got %d",
        parameters,
        parameters + 1,
        scores.length);
    predictors = TaskScores.copy(predictors);
    scores = scores.clone();
  }

  /** Least squares with the floor 0 from 40 starts. */
  public static DownstreamRegression of(double[][] predictors, double[] scores) {
    return new DownstreamRegression(predictors, scores, 0, Double.POSITIVE_INFINITY, 40, 1);
  }

  /** The same with a fixed floor, such as the score of guessing; 0 to 0.2. */
  public DownstreamRegression floor(double value) {
    Arguments.within("floor", value, 0, HIGHEST_FLOOR);
    return new DownstreamRegression(predictors, scores, value, huber, starts, seed);
  }

  /** The same with a floor that is fitted, 0 to 0.2. */
  public DownstreamRegression freeFloor() {
    return new DownstreamRegression(predictors, scores, Double.NaN, huber, starts, seed);
  }

  /** The same with Huber's loss: squares up to delta, lines beyond; 0.1 in the paper. */
  public DownstreamRegression huber(double delta) {
    return new DownstreamRegression(predictors, scores, floor, delta, starts, seed);
  }

  /** The same with so many starts, 1 to 10,000. */
  public DownstreamRegression starts(int count) {
    return new DownstreamRegression(predictors, scores, floor, huber, count, seed);
  }

  /** The same with other random starts. */
  public DownstreamRegression seed(long value) {
    return new DownstreamRegression(predictors, scores, floor, huber, starts, value);
  }

  @Override
  public double[][] predictors() {
    return TaskScores.copy(predictors);
  }

  @Override
  public double[] scores() {
    return scores.clone();
  }

  /** Searches from every start and keeps the best. */
  public DownstreamFit fit() {
    int q = predictors[0].length;
    double[] lower = new double[q + 2];
    double[] upper = new double[q + 2];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    boolean free = Double.isNaN(floor);
    lower[q + 1] = free ? 0 : floor;
    upper[q + 1] = free ? HIGHEST_FLOOR : floor;
    var random = Rng.of(seed);
    var ends = new LevenbergMarquardt.Minimum[starts];
    for (int s = 0; s < starts; s++) {
      Interruption.check("the regression of a task");
      ends[s] =
          LevenbergMarquardt.minimize(
              this::residuals, scores.length, start(s, random), lower, upper, 1e-14, STEPS);
    }
    var best =
        Arrays.stream(ends).min((a, b) -> Double.compare(a.squares(), b.squares())).orElseThrow();
    long same =
        Arrays.stream(ends)
            .filter(end -> end.squares() <= best.squares() * (1 + SAME) + 1e-20)
            .count();
    return finished(best, (double) same / starts);
  }

  private double[] start(int s, RandomGenerator random) {
    int q = predictors[0].length;
    double[] start = new double[q + 2];
    start[q + 1] = Double.isNaN(floor) ? 0.01 : floor;
    if (s == 1) {
      double[] logit = logitRegression();
      System.arraycopy(logit, 0, start, 0, logit.length);
    } else if (s > 1) {
      double sd = s % 3 == 0 ? 8 : s % 3 == 1 ? 3 : 1;
      for (int j = 0; j <= q; j++) {
        start[j] = sd * random.nextGaussian();
      }
    }
    return start;
  }

  /** Zeros where the predictors are collinear. */
  private double[] logitRegression() {
    int q = predictors[0].length;
    double[][] design = new double[scores.length][q + 1];
    double[] logit = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      design[i][0] = 1;
      System.arraycopy(predictors[i], 0, design[i], 1, q);
      double y = Math.clamp(scores[i], CLIP, 1 - CLIP);
      logit[i] = Math.log(y / (1 - y));
    }
    try {
      return LeastSquares.of(design, logit).coefficients();
    } catch (IllegalArgumentException e) {
      return new double[q + 1];
    }
  }

  /** Residuals whose squares are twice the loss, and their derivatives. */
  private boolean residuals(double[] b, double[] r, double @Nullable [][] jacobian) {
    int q = predictors[0].length;
    double lo = b[q + 1];
    for (int i = 0; i < r.length; i++) {
      double p = DownstreamFit.expit(DownstreamFit.linear(b, predictors[i]));
      double error = lo + (1 - lo) * p - scores[i];
      double size = Math.abs(error);
      boolean beyond = size > huber;
      r[i] = beyond ? Math.copySign(Math.sqrt(huber * (2 * size - huber)), error) : error;
      if (jacobian != null) {
        double scale = beyond ? huber / Math.abs(r[i]) : 1;
        double slope = scale * (1 - lo) * p * (1 - p);
        jacobian[0][i] = slope;
        for (int j = 0; j < q; j++) {
          jacobian[j + 1][i] = slope * predictors[i][j];
        }
        jacobian[q + 1][i] = scale * (1 - p);
      }
    }
    return true;
  }

  private DownstreamFit finished(LevenbergMarquardt.Minimum best, double agreeing) {
    int q = predictors[0].length;
    double[] b = best.x();
    double lo = b[q + 1];
    boolean onBound = Double.isNaN(floor) && (lo <= 0 || lo >= HIGHEST_FLOOR);
    double[] errors = onBound ? unknown(q) : standardErrors(b);
    var status =
        !best.converged()
            ? FitStatus.NOT_CONVERGED
            : onBound
                ? FitStatus.BOUNDARY
                : Double.isNaN(errors[0]) ? FitStatus.SINGULAR : FitStatus.OK;
    double squares = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = DownstreamFit.expit(DownstreamFit.linear(b, predictors[i]));
      squares += Math.pow(lo + (1 - lo) * p - scores[i], 2);
    }
    var options = new LinkedHashMap<String, String>();
    options.put("task regression", huber < 1 ? "Huber " + Digits.of(huber, 4) : "least squares");
    options.put("floor", Double.isNaN(floor) ? "free" : Digits.of(floor, 4));
    options.put("starts", Integer.toString(starts));
    return new DownstreamFit(
        Arrays.copyOf(b, q + 1),
        status == FitStatus.OK ? errors : unknown(q),
        lo,
        squares / scores.length,
        scores.length,
        agreeing,
        status,
        Provenance.of(options).seed(seed));
  }

  private static double[] unknown(int q) {
    double[] unknown = new double[q + 1];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  /** From the linearised problem; NaN where it does not determine the coefficients. */
  private double[] standardErrors(double[] b) {
    int q = predictors[0].length;
    int n = scores.length;
    int parameters = q + 1 + (Double.isNaN(floor) ? 1 : 0);
    double[][] jacobian = new double[q + 2][n];
    double[] r = new double[n];
    residuals(b, r, jacobian);
    double[][] design = new double[n][parameters];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < parameters; j++) {
        design[i][j] = jacobian[j][i];
      }
    }
    double sum = 0;
    for (double value : r) {
      sum += value * value;
    }
    try {
      var linear = LeastSquares.of(design, r);
      double[] errors = new double[q + 1];
      double stretch = linear.rss() > 0 ? Math.sqrt(sum / linear.rss()) : 1;
      Arrays.setAll(errors, j -> linear.standardError(j) * stretch);
      return errors;
    } catch (IllegalArgumentException e) {
      return unknown(q);
    }
  }
}
