package murmuration.math;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.ToDoubleFunction;

/**
 * Minimum of a smooth function of a few variables by limited-memory BFGS with a line search to the
 * strong Wolfe conditions (Nocedal and Wright 2006, Numerical optimization, algorithms 3.5, 3.6 and
 * 7.5; c1 = 1e-4, c2 = 0.9, eight pairs kept).
 *
 * <p>A value that is not finite counts as higher than any other: steps into it are shortened.
 */
public final class Lbfgs {
  private static final int MEMORY = 8;
  private static final double SUFFICIENT = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int TRIALS = 30;

  /** A function and its gradient. */
  @FunctionalInterface
  public interface Objective {
    /**
     * The value at x.
     *
     * @param x point, length d; not to be changed
     * @param gradient the gradient there, length d; overwritten
     */
    double value(double[] x, double[] gradient);

    /** A function with its gradient by central differences of step {@code 1e-6 (1 + |x|)}. */
    static Objective numeric(ToDoubleFunction<double[]> f) {
      return (x, gradient) -> {
        double[] at = x.clone();
        for (int i = 0; i < at.length; i++) {
          double h = 1e-6 * (1 + Math.abs(x[i]));
          at[i] = x[i] + h;
          double above = f.applyAsDouble(at);
          at[i] = x[i] - h;
          gradient[i] = (above - f.applyAsDouble(at)) / (2 * h);
          at[i] = x[i];
        }
        return f.applyAsDouble(at);
      };
    }
  }

  /**
   * Where the search ended.
   *
   * @param x the point, length d
   * @param value the function there
   * @param iterations steps taken
   * @param converged whether the largest component of the gradient fell below the tolerance, or no
   *     lower point was found along a descent direction
   */
  public record Minimum(double[] x, double value, int iterations, boolean converged) {
    /** Keeps its own copy. */
    public Minimum {
      x = x.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }
  }

  private record Pair(double[] step, double[] change, double rho) {}

  private record Point(double length, double[] x, double value, double[] gradient, double slope) {}

  private final Objective objective;
  private final ArrayDeque<Pair> pairs = new ArrayDeque<>();

  private Lbfgs(Objective objective) {
    this.objective = objective;
  }

  /**
   * Goes downhill from a point.
   *
   * @param objective function and gradient
   * @param start first point, length d at least 1, where the function is finite
   * @param tolerance largest component of the gradient at which to stop
   * @param iterations steps at most
   */
  public static Minimum minimize(
      Objective objective, double[] start, double tolerance, int iterations) {
    Arguments.finite("start", start, 1);
    Arguments.positive("tolerance", tolerance);
    return new Lbfgs(objective).search(start, tolerance, iterations);
  }

  private Minimum search(double[] start, double tolerance, int iterations) {
    double[] gradient = new double[start.length];
    double value = objective.value(start.clone(), gradient);
    Arguments.require(Double.isFinite(value), "the value at start is %s: expected finite", value);
    Point at = new Point(0, start.clone(), value, gradient, 0);
    for (int i = 0; i < iterations; i++) {
      if (largest(at.gradient) <= tolerance) {
        return new Minimum(at.x, at.value, i, true);
      }
      double[] direction = direction(at.gradient);
      if (dot(direction, at.gradient) >= 0) {
        pairs.clear();
        direction = direction(at.gradient);
      }
      double first = pairs.isEmpty() ? Math.min(1, 1 / largest(at.gradient)) : 1;
      Point next = wolfe(at, direction, first);
      if (!(next.value < at.value)) {
        return new Minimum(at.x, at.value, i, true);
      }
      remember(at, next);
      at = next;
    }
    return new Minimum(at.x, at.value, iterations, largest(at.gradient) <= tolerance);
  }

  private void remember(Point from, Point to) {
    double[] step = difference(to.x, from.x);
    double[] change = difference(to.gradient, from.gradient);
    double curvature = dot(step, change);
    if (curvature > 1e-14 * dot(change, change)) {
      pairs.addLast(new Pair(step, change, 1 / curvature));
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  /** Two-loop recursion: minus the inverse Hessian times the gradient. */
  private double[] direction(double[] gradient) {
    double[] d = gradient.clone();
    double[] weights = new double[pairs.size()];
    Iterator<Pair> newestFirst = pairs.descendingIterator();
    for (int i = weights.length - 1; i >= 0; i--) {
      Pair pair = newestFirst.next();
      weights[i] = pair.rho * dot(pair.step, d);
      add(d, -weights[i], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      scale(d, 1 / (last.rho * dot(last.change, last.change)));
    }
    int i = 0;
    for (Pair pair : pairs) {
      add(d, weights[i++] - pair.rho * dot(pair.change, d), pair.step);
    }
    scale(d, -1);
    return d;
  }

  private Point wolfe(Point at, double[] direction, double first) {
    double slope = dot(direction, at.gradient);
    Point start = new Point(0, at.x, at.value, at.gradient, slope);
    Point before = start;
    double length = first;
    for (int i = 0; i < TRIALS; i++) {
      Point trial = trial(at, direction, length);
      boolean high = !(trial.value <= at.value + SUFFICIENT * length * slope);
      if (high || (i > 0 && trial.value >= before.value)) {
        return zoom(start, before, trial, direction);
      }
      if (Math.abs(trial.slope) <= -CURVATURE * slope) {
        return trial;
      }
      if (trial.slope >= 0) {
        return zoom(start, trial, before, direction);
      }
      before = trial;
      length *= 2;
    }
    return before;
  }

  /** Narrows an interval from {@code low}, the lower end, that holds a Wolfe point. */
  private Point zoom(Point start, Point low, Point high, double[] direction) {
    for (int i = 0; i < TRIALS; i++) {
      Point trial = trial(start, direction, inside(low, high));
      boolean tooHigh =
          !(trial.value <= start.value + SUFFICIENT * trial.length * start.slope)
              || trial.value >= low.value;
      if (tooHigh) {
        high = trial;
      } else {
        if (Math.abs(trial.slope) <= -CURVATURE * start.slope) {
          return trial;
        }
        high = trial.slope * (high.length - low.length) >= 0 ? low : high;
        low = trial;
      }
    }
    return low;
  }

  /** Minimum of the parabola through both values and the lower slope, kept off the ends. */
  private static double inside(Point low, Point high) {
    double width = high.length - low.length;
    double bend = high.value - low.value - low.slope * width;
    double share = -0.5 * low.slope * width / bend;
    boolean usable = Double.isFinite(share) && Double.isFinite(high.value);
    return low.length + width * (usable ? Math.clamp(share, 0.1, 0.9) : 0.25);
  }

  private Point trial(Point at, double[] direction, double length) {
    double[] x = at.x.clone();
    add(x, length, direction);
    double[] gradient = new double[x.length];
    double value = objective.value(x, gradient);
    return new Point(length, x, value, gradient, dot(direction, gradient));
  }

  private static double largest(double[] v) {
    double most = 0;
    for (double value : v) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] v) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * v[i];
    }
  }

  private static void scale(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }

  private static double[] difference(double[] a, double[] b) {
    double[] d = a.clone();
    add(d, -1, b);
    return d;
  }
}
