package murmuration.scaling.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.LeastSquares;
import murmuration.math.LevenbergMarquardt;
import murmuration.scaling.FitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Least squares of a form from the best of many starts.
 *
 * @param form what is fitted, in words
 * @param names the parameters, length p
 * @param target what the form should give at each point, length n
 * @param weights weight of each point
 * @param curve the form
 * @param lower lower bounds of the parameters
 * @param upper upper bounds of the parameters
 */
record FormSearch(
    String form,
    List<String> names,
    double[] target,
    double[] weights,
    Curve curve,
    double[] lower,
    double[] upper) {
  private static final int TRIED = 12;
  private static final double TOLERANCE = 1e-15;
  private static final int STEPS = 1000;

  /** A form at the points of a fit. */
  @FunctionalInterface
  interface Curve {
    /**
     * The value at point i; NaN where there is none.
     *
     * @param p parameters
     * @param gradient where not null, overwritten with the derivatives by the parameters
     */
    double at(double[] p, int i, double @Nullable [] gradient);
  }

  /** The best end of the searches from the most promising starts. */
  <T> FormFit<T> from(List<double[]> starts, Function<double[], T> law) {
    double n = Arrays.stream(weights).sum();
    double points = Arrays.stream(weights).map(w -> w > 0 ? Math.max(1, w) : 0).sum();
    int p = names.size();
    Arguments.require(
        points >= p + 1 && n > p,
        "%s needs at least %d points, got %s",
        form,
        p + 1,
        Digits.of(Math.min(points, n), 4));
    LevenbergMarquardt.Minimum best =
        starts.stream()
            .sorted(Comparator.comparingDouble(this::squares))
            .limit(TRIED)
            .map(this::downhill)
            .filter(end -> Double.isFinite(end.squares()))
            .min(Comparator.comparingDouble(LevenbergMarquardt.Minimum::squares))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        form
                            + " has no value at any start: expected points that vary, such as this"
                            + " law could give"));
    double[] x = best.x();
    double[][] covariance = new double[p][p];
    FitStatus status = status(best, covariance);
    if (status != FitStatus.OK) {
      Arrays.stream(covariance).forEach(row -> Arrays.fill(row, Double.NaN));
    }
    return new FormFit<>(law.apply(x), form, names, x, covariance, best.squares(), n, status);
  }

  private LevenbergMarquardt.Minimum downhill(double[] start) {
    Interruption.check(form);
    return LevenbergMarquardt.minimize(
        this::residuals, target.length, start, lower, upper, TOLERANCE, STEPS);
  }

  private double squares(double[] p) {
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double r = target[i] - curve.at(p, i, null);
      sum += weights[i] * r * r;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  private boolean residuals(double[] p, double[] r, double @Nullable [][] jacobian) {
    double[] gradient = new double[p.length];
    for (int i = 0; i < r.length; i++) {
      double root = Math.sqrt(weights[i]);
      double value = curve.at(p, i, jacobian == null ? null : gradient);
      if (!Double.isFinite(value)) {
        return false;
      }
      r[i] = root * (target[i] - value);
      if (jacobian != null) {
        for (int j = 0; j < p.length; j++) {
          jacobian[j][i] = -root * gradient[j];
        }
      }
    }
    return true;
  }

  /** How the search ended; the covariance is written where there is one. */
  private FitStatus status(LevenbergMarquardt.Minimum end, double[][] covariance) {
    double[] x = end.x();
    for (int j = 0; j < x.length; j++) {
      if (x[j] <= lower[j] || x[j] >= upper[j]) {
        return FitStatus.BOUNDARY;
      }
    }
    double[][] design = new double[target.length][x.length];
    double[] r = new double[target.length];
    for (int i = 0; i < target.length; i++) {
      r[i] = target[i] - curve.at(x, i, design[i]);
    }
    try {
      LeastSquares line = LeastSquares.of(design, r, weights);
      double[][] found = line.covariance();
      double scale = line.df() / (Arrays.stream(weights).sum() - x.length);
      for (int j = 0; j < x.length; j++) {
        int row = j;
        Arrays.setAll(covariance[j], k -> scale * found[row][k]);
      }
    } catch (IllegalArgumentException parallel) {
      return FitStatus.SINGULAR;
    }
    return end.converged() ? FitStatus.OK : FitStatus.NOT_CONVERGED;
  }
}
