package murmuration.warning.process;

import java.util.function.DoubleUnaryOperator;
import murmuration.math.LineSearch;

/** The profile likelihoods of the four parameters of a linear saddle-node process. */
final class SaddleNodeProfiles {
  private static final int CELLS = 12;
  private static final double PRECISION = 1e-6;
  private static final double STEP = 0.25;
  private static final double REACH = Math.log(1e6);

  private final Increments steps;
  private final LinearSaddleNode best;
  private final double highest;
  private final SaddleNodeLikelihood free;
  private final double low;
  private final double high;
  private final double[] roots;
  private double[] last;

  SaddleNodeProfiles(Increments steps, LinearSaddleNode best, double highest) {
    this.steps = steps;
    this.best = best;
    this.highest = highest;
    free = new SaddleNodeLikelihood(steps, best.equation());
    var rates = new OrnsteinUhlenbeckLikelihood(steps);
    roots = new double[] {0.5 * Math.log(best.r0()), 0.5 * Math.log(best.distance(steps.span()))};
    last = roots;
    low = Math.min(rates.slowest() - Math.log(2), Math.min(roots[0], roots[1]));
    high = Math.max(rates.fastest() - Math.log(2), Math.max(roots[0], roots[1]));
  }

  Estimate r0() {
    DoubleUnaryOperator profile =
        p -> LineSearch.maximum(q -> value(p, q), low, high, CELLS, PRECISION).value();
    var interval = new ProfileInterval(profile, roots[0], highest);
    double from = interval.end(-STEP, low);
    double to = interval.end(STEP, high);
    return new Estimate(best.r0(), Math.exp(2 * from), Math.exp(2 * to));
  }

  Estimate m() {
    var interval = new ProfileInterval(this::atPace, best.m(), highest);
    double scale = STEP * Math.max(best.r0(), best.distance(steps.span())) / steps.span();
    double most = (Math.exp(2 * high) - Math.exp(2 * low)) / steps.span();
    return new Estimate(best.m(), interval.end(-scale, -most), interval.end(scale, most));
  }

  /** The highest likelihood with R changing at this pace; one of R's ends is left to search. */
  private double atPace(double m) {
    double change = m * steps.span();
    double least = Math.exp(2 * low);
    double from = change < 0 ? 0.5 * Math.log(least - change) : low;
    if (from >= high) {
      return Double.NEGATIVE_INFINITY;
    }
    return LineSearch.maximum(
            p -> value(p, 0.5 * Math.log(Math.max(Math.exp(2 * p) + change, least))),
            from,
            high,
            CELLS,
            PRECISION)
        .value();
  }

  Estimate theta() {
    DoubleUnaryOperator profile =
        theta -> descend(new SaddleNodeLikelihood(steps, best.equation(), theta, Double.NaN));
    var interval = new ProfileInterval(profile, best.theta(), highest);
    double step = 0.05 * steps.range();
    double far = 1e6 * (Math.abs(best.theta()) + steps.range());
    return new Estimate(best.theta(), interval.end(-step, -far), interval.end(step, far));
  }

  Estimate sigma() {
    DoubleUnaryOperator profile =
        z -> descend(new SaddleNodeLikelihood(steps, best.equation(), Double.NaN, Math.exp(z)));
    double at = Math.log(best.sigma());
    var interval = new ProfileInterval(profile, at, highest);
    return new Estimate(
        best.sigma(),
        Math.exp(interval.end(-STEP, at - REACH)),
        Math.exp(interval.end(STEP, at + REACH)));
  }

  /**
   * The highest likelihood where theta or sigma is given: from the roots of the best process, those
   * of the last one, and from equal roots.
   */
  private double descend(SaddleNodeLikelihood likelihood) {
    var search = new SaddleNodeSearch(likelihood, low + Math.log(2), high + Math.log(2));
    double mean = 0.5 * (roots[0] + roots[1]);
    var found = search.run(roots, last, new double[] {mean, mean});
    if (found.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    last = search.logRoots(found.getFirst().x());
    return -found.getFirst().value();
  }

  private double value(double first, double last) {
    return -free.value(new double[] {first, last}, new double[2]);
  }
}
