package murmuration.scaling.curve;

import java.util.Arrays;

/**
 * Reference M4: non-negative regression of ln(y - e) on (1, -ln x, ln(1 - y)), the last column
 * always at a ceiling of 1 as in the published code, alternating with steps on e and on the ceiling
 * y0.
 */
final class AlternatingCeiling {
  private static final double MARGIN = 1e-3;
  private static final int STEPS = 200;

  private final Points points;
  private final double lowest;
  private final double highest;
  private final double[] weights;
  private final NonNegativeFit regression;
  private double[] law = new double[3];
  private double ceiling = 1;

  AlternatingCeiling(Points points, double highest) {
    this.points = points;
    this.highest = highest;
    lowest = points.maxY + MARGIN;
    weights = Arrays.stream(points.rootWeights).map(w -> w * w).toArray();
    double[][] rows = new double[points.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, -points.lnX[i], Math.log(1 - points.y[i])};
    }
    regression = new NonNegativeFit(rows, points.rootWeights);
  }

  /** e, y0, alpha, beta, c. */
  double[] solve() {
    double e = FloorSearch.of(points, this::gradient);
    gradient(e);
    return new double[] {e, ceiling, law[2], Math.exp(law[0]), law[1]};
  }

  /** The derivative by e at the regression and the best ceiling for it; both are kept. */
  private double gradient(double e) {
    law = regression.of(Arrays.stream(points.y).map(y -> Math.log(y - e)).toArray());
    ceiling = ceiling(e);
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      sum -= weights[i] * residual(i, e, ceiling) / (points.y[i] - e);
    }
    return sum;
  }

  private double residual(int i, double e, double y0) {
    return Math.log(points.y[i] - e)
        - law[2] * Math.log(y0 - points.y[i])
        - law[0]
        + law[1] * points.lnX[i];
  }

  /** The ceiling that Newton's method finds from 1, within its bounds. */
  private double ceiling(double e) {
    double y0 = Math.clamp(1.0, lowest, Math.max(lowest, highest));
    if (law[2] == 0) {
      return y0;
    }
    for (int step = 0; step < STEPS; step++) {
      double slope = 0;
      double curvature = 0;
      for (int i = 0; i < points.size(); i++) {
        double rest = y0 - points.y[i];
        double r = residual(i, e, y0);
        slope -= weights[i] * law[2] * r / rest;
        curvature += weights[i] * law[2] * (law[2] + r) / (rest * rest);
      }
      double next = Math.clamp(y0 - slope / Math.abs(curvature), lowest, Math.max(lowest, highest));
      if (Math.abs(next - y0) <= 1e-15 * y0) {
        return next;
      }
      y0 = next;
    }
    return y0;
  }
}
