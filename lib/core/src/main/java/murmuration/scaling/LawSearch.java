package murmuration.scaling;

import java.util.Arrays;
import java.util.List;

/** The whole search for the best law: starts, a descent from each, the best of them. */
final class LawSearch {
  /** Descents within this share of the best objective agree. */
  static final double AGREEMENT = 1e-9;

  /** A term whose share of the fitted loss stays below this has vanished. */
  private static final double VANISHED = 1e-8;

  private static final int STARTS = 5;
  private static final int REWEIGHTED = 12;
  private static final double TOLERANCE = 1e-15;
  private static final int REFIT_REWEIGHTED = 6;
  private static final double REFIT_TOLERANCE = 1e-13;
  private static final double REFIT_WIDEST = 1e-3;
  private static final double WIDEST = 0.1;
  private static final double NARROWEST = 1e-10;
  private static final double NARROWING = 0.1;

  private final LawPoints points;
  private final FitLoss loss;
  private final LawScreen screen;
  private final LawObjective objective;
  private final LawMinimizer minimizer;
  private final FreeParameters free;
  private final double unit;

  LawSearch(LawPoints points, FitLoss loss, double[] fixed, boolean tied) {
    this.points = points;
    this.loss = loss;
    screen = new LawScreen(points, fixed, tied);
    objective = new LawObjective(points, loss);
    free = new FreeParameters(fixed, tied, points);
    minimizer = new LawMinimizer(objective, free);
    unit = loss.isLog() ? 1 : Arrays.stream(points.loss, 0, points.size).average().orElseThrow();
  }

  /**
   * Where a descent ended.
   *
   * @param centred coefficients
   * @param objective the objective there, as users know it
   * @param iterations steps that were taken
   * @param converged whether the objective had stopped falling
   */
  record Descent(double[] centred, double objective, int iterations, boolean converged) {}

  /** A descent from each start of the screen, best objective first. */
  Descent[] run() {
    return Arrays.stream(screen.starts(STARTS))
        .map(this::from)
        .sorted((u, v) -> Double.compare(u.objective, v.objective))
        .toArray(Descent[]::new);
  }

  /** A descent from one start. */
  Descent from(double[] start) {
    return descend(start, REWEIGHTED, TOLERANCE, WIDEST);
  }

  /** A descent for another sample of the same points, from a start that is near. */
  Descent refit(double[] weights, double[] losses, double[] start) {
    objective.load(weights, losses);
    return descend(start, REFIT_REWEIGHTED, REFIT_TOLERANCE, REFIT_WIDEST);
  }

  private Descent descend(double[] start, int reweighted, double tolerance, double widest) {
    double[] t = start.clone();
    double total = objective.total();
    if (!loss.isKinked()) {
      double value = minimizer.minimise(t, reweighted, tolerance);
      double factor = loss.factor(objective.width(), total);
      return new Descent(t, factor * value, minimizer.iterations(), minimizer.converged());
    }
    int iterations = 0;
    double[] wider = t.clone();
    for (double width = widest; width > 0.5 * NARROWEST; width *= NARROWING) {
      double[] here = t.clone();
      for (int j = 0; j < t.length; j++) {
        t[j] += NARROWING * (t[j] - wider[j]);
      }
      wider = here;
      objective.width(width * unit);
      minimizer.minimise(t, reweighted, tolerance);
      iterations += minimizer.iterations();
    }
    objective.at(t);
    double factor = loss.factor(1, total);
    return new Descent(t, factor * objective.absolute(), iterations, minimizer.converged());
  }

  /** A descent from the coefficients that least squares gives at these exponents. */
  Descent from(double alpha, double beta) {
    return from(screen.start(alpha, beta));
  }

  /** How many of these descents end within a billionth of the best objective. */
  static int agreeing(Descent... descents) {
    double best = Arrays.stream(descents).mapToDouble(Descent::objective).min().orElse(0);
    return (int)
        Arrays.stream(descents)
            .filter(d -> d.objective - best <= AGREEMENT * Math.abs(best))
            .count();
  }

  /** How a descent ended. */
  FitStatus status(Descent descent) {
    objective.at(descent.centred);
    double[] shares = objective.largestShares();
    boolean vanished = false;
    for (LawParameter p : List.of(LawParameter.A, LawParameter.B, LawParameter.E)) {
      vanished |= free.isFree(p) && !(shares[p.index()] > VANISHED);
    }
    if (vanished) {
      return FitStatus.BOUNDARY;
    }
    if (!covariance(descent).isRegular()) {
      return FitStatus.SINGULAR;
    }
    return descent.converged ? FitStatus.OK : FitStatus.NOT_CONVERGED;
  }

  LawCovariance covariance(Descent descent) {
    return new LawCovariance(points, loss, free, descent.centred);
  }

  /** The largest derivative of the objective by a free parameter, coefficients at the means. */
  double gradientNorm(Descent descent) {
    double width = loss.isKinked() ? NARROWEST * unit : objective.width();
    objective.width(width);
    objective.at(descent.centred);
    objective.derive(true);
    double[] gradient = new double[free.count];
    free.gradient(objective.gradient, gradient);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    return largest * loss.factor(width, points.total());
  }
}
