package murmuration.scaling.curve;

import java.util.Arrays;
import murmuration.math.Arguments;

/** The training points of a curve as a fit reads them: in order of x, with their logarithms. */
final class Points {
  final double[] x;
  final double[] y;
  final double[] lnX;
  final double[] lnY;
  final double[] rootWeights;
  final double n;
  final double minY;
  final double maxY;

  private Points(ScalingCurve curve) {
    x = curve.x();
    y = curve.y();
    lnX = logs(x);
    lnY = logs(y);
    rootWeights = Arrays.stream(curve.weights()).map(Math::sqrt).toArray();
    n = Arrays.stream(curve.weights()).sum();
    minY = Arrays.stream(y).min().orElseThrow();
    maxY = Arrays.stream(y).max().orElseThrow();
  }

  /**
   * Points for a fit.
   *
   * @throws IllegalArgumentException naming the first missing value
   */
  static Points of(ScalingCurve curve) {
    present("x", curve.x());
    present("y", curve.y());
    return new Points(curve.train().sorted());
  }

  private static void present(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      Arguments.require(
          !Double.isNaN(values[i]),
          "%s[%d] is NaN: expected a number; dropMissing() leaves such points out",
          name,
          i);
    }
  }

  /** Refuses fewer than {@code parameters + 1} points. */
  Points enoughFor(int parameters) {
    Arguments.require(
        n >= parameters + 1, "needs at least %d points, got %s", parameters + 1, (Object) count());
    return this;
  }

  private String count() {
    return n == Math.rint(n) ? Long.toString((long) n) : Double.toString(n);
  }

  int size() {
    return x.length;
  }

  double firstLnX() {
    return lnX[0];
  }

  double lastLnX() {
    return lnX[lnX.length - 1];
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }
}
