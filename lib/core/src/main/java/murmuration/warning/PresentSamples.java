package murmuration.warning;

import java.util.Arrays;
import java.util.function.Function;
import murmuration.math.Present;
import murmuration.math.Smoother;

/** A smoother fitted to the samples that are present; NaN where one is missing. */
final class PresentSamples implements Smoother {
  private final double[] t;
  private final Function<double[], Smoother> smootherAt;
  private final Smoother complete;

  PresentSamples(double[] t, Function<double[], Smoother> smootherAt) {
    this.t = t;
    this.smootherAt = smootherAt;
    this.complete = smootherAt.apply(t);
  }

  @Override
  public double[] smooth(double[] x) {
    int[] present = Present.in(x);
    if (present.length == x.length) {
      return complete.smooth(x);
    }
    Smoother smoother = smootherAt.apply(Present.at(present, t));
    double[] smooth = smoother.smooth(Present.at(present, x));
    double[] all = new double[x.length];
    Arrays.fill(all, Double.NaN);
    for (int k = 0; k < present.length; k++) {
      all[present[k]] = smooth[k];
    }
    return all;
  }
}
