package murmuration.scaling.curve;

import murmuration.math.Interruption;

/**
 * Reference M3: regression of ln y on ln(1/x + gamma), the exponent cut at 0, alternating with the
 * best gamma that passes exactly through one of the points.
 */
final class AlternatingLevel {
  private static final int ROUNDS = 10_000;

  private AlternatingLevel() {}

  /** beta, c, gamma. */
  static double[] solve(Points points) {
    double gamma = 0;
    for (int round = 0; ; round++) {
      Interruption.check("the reference estimator M3");
      double[] law = regression(points, gamma);
      double next = best(points, law, gamma);
      if (next == gamma || round == ROUNDS) {
        return new double[] {Math.exp(law[0]), law[1], gamma};
      }
      gamma = next;
    }
  }

  private static double[] regression(Points points, double gamma) {
    Lines line = Lines.of(points, x -> Math.log(1 / x + gamma), Math::log);
    if (line.slope() >= 0) {
      return new double[] {line.intercept(), line.slope()};
    }
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < points.size(); i++) {
      double w = points.rootWeights[i] * points.rootWeights[i];
      sum += w * points.lnY[i];
      weight += w;
    }
    return new double[] {sum / weight, 0};
  }

  private static double best(Points points, double[] law, double gamma) {
    double best = gamma;
    double least = squares(points, law, gamma);
    for (int i = 0; i < points.size(); i++) {
      double candidate = Math.exp((points.lnY[i] - law[0]) / law[1]) - 1 / points.x[i];
      double value = candidate >= 0 ? squares(points, law, candidate) : Double.NaN;
      if (value < least) {
        least = value;
        best = candidate;
      }
    }
    return best;
  }

  private static double squares(Points points, double[] law, double gamma) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double r =
          points.rootWeights[i]
              * (points.lnY[i] - law[0] - law[1] * Math.log(1 / points.x[i] + gamma));
      sum += r * r;
    }
    return sum;
  }
}
