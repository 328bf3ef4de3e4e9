package murmuration.scaling.curve;

import java.util.Arrays;
import murmuration.math.LogSpaced;
import murmuration.plot.Panel;

/** A curve on logarithmic axes: the points a fit sees, and those held back. */
final class CurvePanel {
  private CurvePanel() {}

  static Panel of(ScalingCurve curve) {
    ScalingCurve train = curve.train().dropMissing();
    Panel panel =
        Panel.of(curve.xName(), curve.yName()).logX().logY().points("points", train.x(), train.y());
    if (curve.heldBack() == 0) {
      return panel;
    }
    ScalingCurve held = curve.heldOut();
    return panel.points("held back", held.x(), held.y());
  }

  /** x from the first point to the last, at equal steps of ln x. */
  static double[] grid(ScalingCurve curve, int n) {
    double low = Arrays.stream(curve.x()).min().orElseThrow();
    double high = Arrays.stream(curve.x()).max().orElseThrow();
    return low < high ? LogSpaced.of(low, high, n) : new double[] {low};
  }

  /** What a logarithmic axis cannot show becomes a gap. */
  static double[] positive(double[] values) {
    return Arrays.stream(values)
        .map(v -> v > 0 && v < Double.POSITIVE_INFINITY ? v : Double.NaN)
        .toArray();
  }
}
