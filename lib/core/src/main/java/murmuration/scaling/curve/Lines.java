package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import murmuration.math.Arguments;

/** Weighted straight lines through transformed points, from which starts are read. */
record Lines(double intercept, double slope) {
  private static final double[] FLOORS = {0, 0.1, 0.5, 0.8, 0.95};
  private static final double[] EXPONENTS = {0.05, 0.2, 0.5, 1};

  /** The line of v on u. */
  static Lines of(Points points, double[] u, double[] v) {
    double weight = 0;
    double meanU = 0;
    double meanV = 0;
    for (int i = 0; i < u.length; i++) {
      double w = points.rootWeights[i] * points.rootWeights[i];
      if (w > 0) {
        weight += w;
        meanU += (u[i] - meanU) * w / weight;
        meanV += (v[i] - meanV) * w / weight;
      }
    }
    double product = 0;
    double square = 0;
    for (int i = 0; i < u.length; i++) {
      double w = points.rootWeights[i] * points.rootWeights[i];
      product += w * (u[i] - meanU) * (v[i] - meanV);
      square += w * (u[i] - meanU) * (u[i] - meanU);
    }
    Arguments.require(square > 0, "x has one distinct value: expected at least 2");
    double slope = product / square;
    return new Lines(meanV - slope * meanU, slope);
  }

  /** A line through the points after both axes were changed. */
  static Lines of(Points points, DoubleUnaryOperator ofX, DoubleUnaryOperator ofY) {
    double[] u = new double[points.size()];
    double[] v = new double[points.size()];
    for (int i = 0; i < u.length; i++) {
      u[i] = ofX.applyAsDouble(points.x[i]);
      v[i] = ofY.applyAsDouble(points.y[i]);
    }
    return of(points, u, v);
  }

  /** Offset power laws: floors with their own line, and floors with given exponents. */
  static List<double[]> offsets(Points points) {
    List<double[]> starts = new ArrayList<>();
    for (double floor : FLOORS) {
      double e = floor * points.minY;
      Lines line = of(points, Math::log, y -> Math.log(y - e));
      starts.add(new double[] {e, line.intercept, -line.slope});
      for (double c : EXPONENTS) {
        double beta = Math.log(points.y[0] - e) + c * points.lnX[0];
        starts.add(new double[] {e, beta, c});
      }
    }
    return starts;
  }
}
