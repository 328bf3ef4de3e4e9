package murmuration.scaling;

/**
 * Finds the minimum next to a start: reweighted least squares first, which is never led astray by
 * curvature, then Newton steps with the exact Hessian, both damped (Levenberg) where a step does
 * not descend. Nothing is allocated after construction.
 */
final class LawMinimizer {
  private static final double FIRST_DAMPING = 1e-4;
  private static final double[] NEWTON_DAMPING = {0, 1e-3, 1e-1, 10};
  private static final double POOR = 0.1;
  private static final double ROUNDING = 1e-12;
  private static final double LARGEST_DAMPING = 1e12;
  private static final double REWEIGHTED_ENOUGH = 1e-3;
  private static final int MOST_STEPS = 500;
  private static final double LOG_STEP = 2;
  private static final double LARGEST_GROWTH = 1e3;
  private static final double EXPONENT_STEP = 0.5;
  private static final double REGULAR = 1e-14;

  private final LawObjective objective;
  private final FreeParameters free;
  private final SmallCholesky cholesky = new SmallCholesky(LawParameter.COUNT);
  private final double[] place;
  private final double[] step;
  private final double[] trial;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] centred = new double[LawParameter.COUNT];
  private double value;
  private double damping;
  private int iterations;
  private boolean converged;

  LawMinimizer(LawObjective objective, FreeParameters free) {
    this.objective = objective;
    this.free = free;
    int k = free.count;
    place = new double[k];
    step = new double[k];
    trial = new double[k];
    gradient = new double[k];
    hessian = new double[k * k];
  }

  /**
   * Descends.
   *
   * @param t centred coefficients of the start; those of the minimum when it returns
   * @param reweighted most steps of reweighted least squares
   * @param tolerance ends where a Newton step would lower the objective by a smaller share
   * @return the objective
   */
  double minimise(double[] t, int reweighted, double tolerance) {
    free.reduce(t, place);
    iterations = 0;
    converged = false;
    damping = 0;
    value = evaluate(place);
    if (free.count > 0 && value < Double.POSITIVE_INFINITY) {
      reweigh(reweighted);
      newton(tolerance);
    }
    converged |= free.count == 0;
    free.expand(place, t);
    return value;
  }

  int iterations() {
    return iterations;
  }

  /** Whether the last minimisation ended at a minimum. */
  boolean converged() {
    return converged;
  }

  private double evaluate(double[] at) {
    free.expand(at, centred);
    return objective.at(centred);
  }

  private void reweigh(int most) {
    for (int i = 0; i < most; i++) {
      double before = value;
      derive(false);
      if (!damped() || before - value < REWEIGHTED_ENOUGH * before) {
        return;
      }
    }
  }

  private void newton(double tolerance) {
    while (iterations < MOST_STEPS) {
      derive(true);
      double lambda = newtonStep(tolerance);
      if (converged) {
        return;
      }
      if (!(lambda < POOR)) {
        derive(false);
        if (!damped() && lambda == Double.POSITIVE_INFINITY) {
          return;
        }
      }
    }
  }

  private void derive(boolean exact) {
    objective.derive(exact);
    free.gradient(objective.gradient, gradient);
    free.hessian(objective.hessian, hessian);
    iterations++;
  }

  /** A Newton step, damped until it descends: the damping, infinite where none does. */
  private double newtonStep(double tolerance) {
    for (double lambda : NEWTON_DAMPING) {
      if (cholesky.decompose(hessian, free.count, lambda, REGULAR)) {
        double promised = propose();
        boolean lower = descends();
        converged = lambda == 0 && promised <= (lower ? tolerance : ROUNDING) * value;
        if (lower) {
          return lambda;
        }
        if (converged) {
          break;
        }
      }
    }
    value = evaluate(place);
    return Double.POSITIVE_INFINITY;
  }

  /** A step of reweighted least squares, damped until it descends; false where none does. */
  private boolean damped() {
    while (damping <= LARGEST_DAMPING) {
      if (cholesky.decompose(hessian, free.count, damping, REGULAR)) {
        propose();
        if (descends()) {
          damping = damping <= FIRST_DAMPING ? 0 : damping / 10;
          return true;
        }
      }
      damping = damping == 0 ? FIRST_DAMPING : damping * 10;
    }
    damping = 0;
    value = evaluate(place);
    return false;
  }

  /**
   * The next place to try, no further than the quadratic says anything; coefficients grow by the
   * step itself, since in logs a vanished one would jump.
   *
   * @return by how much the quadratic promises to lower the objective
   */
  private double propose() {
    cholesky.descend(gradient, step);
    double longest = 1;
    for (int c = 0; c < free.count; c++) {
      double bound = free.isLog(c) ? (step[c] > 0 ? LARGEST_GROWTH : LOG_STEP) : EXPONENT_STEP;
      longest = Math.max(longest, Math.abs(step[c]) / bound);
    }
    double promised = 0;
    for (int c = 0; c < free.count; c++) {
      promised -= 0.5 * gradient[c] * step[c];
      double change = step[c] / longest;
      trial[c] = place[c] + (free.isLog(c) && change > 0 ? Math.log1p(change) : change);
    }
    return promised;
  }

  private boolean descends() {
    double next = evaluate(trial);
    if (!(next < value)) {
      return false;
    }
    value = next;
    System.arraycopy(trial, 0, place, 0, place.length);
    return true;
  }
}
