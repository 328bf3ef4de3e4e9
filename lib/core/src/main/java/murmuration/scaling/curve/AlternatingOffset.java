package murmuration.scaling.curve;

/** Reference M2: regression of ln(y - e) on ln x, alternating with steps on e. */
final class AlternatingOffset {
  private final Points points;

  AlternatingOffset(Points points) {
    this.points = points;
  }

  /** e, beta, c. */
  double[] solve() {
    double e = FloorSearch.of(points, this::gradient);
    Lines line = line(e);
    return new double[] {e, Math.exp(line.intercept()), -line.slope()};
  }

  private Lines line(double e) {
    return Lines.of(points, Math::log, y -> Math.log(y - e));
  }

  /** The derivative by e of half the mean squared residual, with the line held. */
  private double gradient(double e) {
    Lines line = line(e);
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double rest = points.y[i] - e;
      double r = Math.log(rest) - line.intercept() - line.slope() * points.lnX[i];
      sum -= points.rootWeights[i] * points.rootWeights[i] * r / rest;
    }
    return sum;
  }
}
