package murmuration.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Nonlinear least squares in a box, by Levenberg and Marquardt: damped Gauss-Newton steps, the
 * damping after Nielsen (1999), on columns scaled by the largest length they had (Moré 1978). Steps
 * are solved by QR, never by normal equations: these stall where parameters are nearly degenerate.
 * A parameter on a bound is held there while the gradient or the step pushes it outwards; a step
 * that would leave the box ends where it meets it.
 */
public final class LevenbergMarquardt {
  private static final double FIRST_DAMPING = 1e-3;
  private static final double LEAST_RATIO = 1e-4;
  private static final double LEAST_DAMPING = 1e-40;
  private static final int TRIALS = 60;

  /** Residuals and their derivatives. */
  @FunctionalInterface
  public interface Residuals {
    /**
     * The residuals at x.
     *
     * @param x parameters, length p; not to be changed
     * @param r the residuals, length n; overwritten
     * @param jacobian where not null, {@code jacobian[j][i]} becomes the derivative of residual i
     *     by parameter j
     * @return false where the residuals are not defined; the search keeps away from there
     */
    boolean at(double[] x, double[] r, double @Nullable [][] jacobian);
  }

  /**
   * Where the search ended.
   *
   * @param x the parameters, length p
   * @param squares sum of squared residuals there; infinite where the start had none
   * @param iterations steps taken
   * @param converged whether a step changed neither the sum nor the parameters beyond the
   *     tolerance, or none lowered the sum
   */
  public record Minimum(double[] x, double squares, int iterations, boolean converged) {
    /** Keeps its own copy. */
    public Minimum {
      x = x.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }
  }

  private final Residuals residuals;
  private final double[] lower;
  private final double[] upper;
  private final int p;
  private final double[][] jacobian;
  private final double[] gradient;
  private final double[] scale;
  private final int[] free;
  private final double[][] qr;
  private final double[] rotated;
  private final double[][] damped;
  private final double[] right;
  private final double[] step;
  private int freed;

  private LevenbergMarquardt(Residuals residuals, int n, double[] lower, double[] upper) {
    this.residuals = residuals;
    this.lower = lower;
    this.upper = upper;
    p = lower.length;
    jacobian = new double[p][n];
    gradient = new double[p];
    scale = new double[p];
    free = new int[p];
    qr = new double[p][Math.max(n, p)];
    rotated = new double[Math.max(n, p)];
    damped = new double[p][2 * p];
    right = new double[2 * p];
    step = new double[p];
  }

  /**
   * Goes downhill from a point.
   *
   * @param residuals the residuals, n of them
   * @param n residuals, at least 1
   * @param start first parameters, length p at least 1; brought into the box
   * @param lower lower bounds, length p; minus infinity for none
   * @param upper upper bounds, length p, at or above lower; equal bounds hold a parameter fixed
   * @param tolerance relative change of the sum of squares and of the parameters at which to stop,
   *     1e-16 to 1
   * @param iterations steps at most
   */
  public static Minimum minimize(
      Residuals residuals,
      int n,
      double[] start,
      double[] lower,
      double[] upper,
      double tolerance,
      int iterations) {
    Arguments.present("residuals", residuals);
    Arguments.require(n >= 1, "n is %d: expected at least 1 residual", n);
    Arguments.finite("start", start, 1);
    Arguments.sameLength("start", start, "lower", lower);
    Arguments.sameLength("start", start, "upper", upper);
    Arguments.within("tolerance", tolerance, 1e-16, 1);
    double[] x = start.clone();
    for (int j = 0; j < x.length; j++) {
      Arguments.require(
          lower[j] <= upper[j], "bounds %d are %s and %s: expected order", j, lower[j], upper[j]);
      x[j] = Math.clamp(x[j], lower[j], upper[j]);
    }
    return new LevenbergMarquardt(residuals, n, lower.clone(), upper.clone())
        .search(x, new double[n], tolerance, iterations);
  }

  private Minimum search(double[] x, double[] r, double tolerance, int iterations) {
    if (!residuals.at(x, r, jacobian) || !Double.isFinite(squares(r))) {
      return new Minimum(x, Double.POSITIVE_INFINITY, 0, false);
    }
    double[] trial = new double[p];
    double[] trialR = new double[r.length];
    double sum = squares(r);
    double damping = FIRST_DAMPING;
    double growth = 2;
    for (int i = 0; i < iterations; i++) {
      prepare(x, r);
      decompose(r);
      if (freed == 0 || sum == 0) {
        return new Minimum(x, sum, i, true);
      }
      boolean moved = false;
      for (int t = 0; t < TRIALS && !moved; t++) {
        solve(damping);
        while (holdOutward(x)) {
          decompose(r);
          solve(damping);
        }
        boolean still = cut(x, trial, tolerance);
        double foreseen = foreseen();
        double next = residuals.at(trial, trialR, null) ? squares(trialR) : Double.NaN;
        double ratio = (sum - next) / foreseen;
        moved = ratio > LEAST_RATIO && next < sum;
        if (moved) {
          boolean done = sum - next <= tolerance * sum && foreseen <= tolerance * sum;
          System.arraycopy(trial, 0, x, 0, p);
          sum = next;
          damping *= Math.max(1 / 3.0, 1 - Math.pow(2 * Math.min(ratio, 1) - 1, 3));
          damping = Math.max(damping, LEAST_DAMPING);
          growth = 2;
          if (done || still) {
            return new Minimum(x, sum, i + 1, true);
          }
        } else if (still || foreseen <= tolerance * sum) {
          return new Minimum(x, sum, i, true);
        } else {
          damping *= growth;
          growth *= 2;
        }
      }
      if (!moved) {
        return new Minimum(x, sum, i, true);
      }
      if (!residuals.at(x, r, jacobian)) {
        throw new IllegalStateException("residuals are defined at a point only once");
      }
    }
    return new Minimum(x, sum, iterations, false);
  }

  /** Whether a parameter on a bound would be moved outwards by the step; if so it is held. */
  private boolean holdOutward(double[] x) {
    int kept = 0;
    for (int k = 0; k < freed; k++) {
      int j = free[k];
      boolean outward = (x[j] <= lower[j] && step[j] < 0) || (x[j] >= upper[j] && step[j] > 0);
      if (!outward) {
        free[kept++] = j;
      }
    }
    boolean some = kept < freed;
    freed = kept;
    return some;
  }

  /** Shortens the step to the box; true where it no longer moves anything. */
  private boolean cut(double[] x, double[] trial, double tolerance) {
    double fraction = 1;
    int first = -1;
    for (int j = 0; j < p; j++) {
      double room = step[j] < 0 ? lower[j] - x[j] : upper[j] - x[j];
      if (Math.abs(step[j]) * fraction > Math.abs(room)) {
        fraction = room / step[j];
        first = j;
      }
    }
    boolean still = true;
    for (int j = 0; j < p; j++) {
      trial[j] = Math.clamp(x[j] + fraction * step[j], lower[j], upper[j]);
      if (j == first) {
        trial[j] = step[j] < 0 ? lower[j] : upper[j];
      }
      step[j] = trial[j] - x[j];
      still &= Math.abs(step[j]) <= tolerance * Math.abs(x[j]);
    }
    return still;
  }

  /** Gradient, column scales and the parameters that are free to move. */
  private void prepare(double[] x, double[] r) {
    freed = 0;
    for (int j = 0; j < p; j++) {
      double[] column = jacobian[j];
      double slope = 0;
      double length = 0;
      for (int i = 0; i < r.length; i++) {
        slope += column[i] * r[i];
        length += column[i] * column[i];
      }
      gradient[j] = slope;
      scale[j] = Math.max(scale[j], Math.sqrt(length));
      boolean held = (x[j] <= lower[j] && slope >= 0) || (x[j] >= upper[j] && slope <= 0);
      if (!held && length > 0 && lower[j] < upper[j]) {
        free[freed++] = j;
      }
    }
  }

  /** The QR decomposition of the free columns. */
  private void decompose(double[] r) {
    for (int k = 0; k < freed; k++) {
      Arrays.fill(qr[k], 0);
      System.arraycopy(jacobian[free[k]], 0, qr[k], 0, r.length);
    }
    Arrays.fill(rotated, 0);
    System.arraycopy(r, 0, rotated, 0, r.length);
    triangular(qr, rotated, freed, rotated.length);
  }

  /** The step that minimises {@code |J s + r|^2 + damping |D s|^2} over the free parameters. */
  private void solve(double damping) {
    double root = Math.sqrt(damping);
    Arrays.fill(right, 0);
    for (int k = 0; k < freed; k++) {
      Arrays.fill(damped[k], 0);
      System.arraycopy(qr[k], 0, damped[k], 0, k + 1);
      damped[k][freed + k] = root * scale[free[k]];
      right[k] = rotated[k];
    }
    triangular(damped, right, freed, 2 * freed);
    Arrays.fill(step, 0);
    for (int k = freed - 1; k >= 0; k--) {
      double sum = -right[k];
      for (int l = k + 1; l < freed; l++) {
        sum -= damped[l][k] * step[free[l]];
      }
      step[free[k]] = damped[k][k] == 0 ? 0 : sum / damped[k][k];
    }
  }

  /** How much the linear model lowers the sum of squares along the step. */
  private double foreseen() {
    double sum = 0;
    for (int k = 0; k < freed; k++) {
      double row = 0;
      for (int l = k; l < freed; l++) {
        row += qr[l][k] * step[free[l]];
      }
      sum -= row * row + 2 * gradient[free[k]] * step[free[k]];
    }
    return sum;
  }

  /** Householder reflections that make the columns upper triangular, applied to b as well. */
  private static void triangular(double[][] columns, double[] b, int count, int rows) {
    for (int k = 0; k < Math.min(count, rows); k++) {
      double[] v = columns[k];
      double length = 0;
      for (int i = k; i < rows; i++) {
        length += v[i] * v[i];
      }
      length = Math.sqrt(length);
      if (length == 0) {
        continue;
      }
      double diagonal = v[k] > 0 ? -length : length;
      double head = v[k] - diagonal;
      double factor = 1 / (diagonal * head);
      v[k] = head;
      for (int l = k + 1; l < count; l++) {
        reflect(v, columns[l], factor, k, rows);
      }
      reflect(v, b, factor, k, rows);
      v[k] = diagonal;
    }
  }

  private static void reflect(double[] v, double[] column, double factor, int k, int rows) {
    double sum = 0;
    for (int i = k; i < rows; i++) {
      sum += v[i] * column[i];
    }
    sum *= factor;
    for (int i = k; i < rows; i++) {
      column[i] += sum * v[i];
    }
  }

  private static double squares(double[] r) {
    double sum = 0;
    for (double value : r) {
      sum += value * value;
    }
    return sum;
  }
}
