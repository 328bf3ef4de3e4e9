package murmuration.warning;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
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

  static int[] of(double[] x) {
    return IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i])).toArray();
  }

  @Override
  public double[] smooth(double[] x) {
    int[] present = of(x);
    if (present.length == x.length) {
      return complete.smooth(x);
    }
    double[] times = Arrays.stream(present).mapToDouble(i -> t[i]).toArray();
    double[] values = Arrays.stream(present).mapToDouble(i -> x[i]).toArray();
    double[] smooth = smootherAt.apply(times).smooth(values);
    double[] all = new double[x.length];
    Arrays.fill(all, Double.NaN);
    for (int k = 0; k < present.length; k++) {
      all[present[k]] = smooth[k];
    }
    return all;
  }
}
