package murmuration.math;

/**
 * The Nadaraya-Watson kernel estimate with a Gaussian kernel, as R's {@code ksmooth(kernel =
 * "normal")} evaluated at the observations.
 *
 * <p>With {@code s = 0.3706506 b}, which puts the quartiles of the kernel at {@code b/4} on either
 * side, the weights are {@code exp(-((t_i - t_j)/s)^2 / 2)} for {@code |t_i - t_j| <= 4 s}, divided
 * by their own sum. Nothing is assumed beyond the ends of the series.
 */
public final class KernelSmoother {
  private KernelSmoother() {}

  /**
   * The smoother at times t.
   *
   * @param t times, length n, strictly increasing, at any spacing
   * @param bandwidth b, in the unit of t, above 0
   */
  public static Smoother of(double[] t, double bandwidth) {
    Arguments.increasing("t", t);
    Arguments.positive("bandwidth", bandwidth);
    double s = 0.3706506 * bandwidth;
    double[] times = t.clone();
    int n = t.length;
    int[] from = new int[n];
    int[] to = new int[n];
    for (int i = 0, first = 0, last = 0; i < n; i++) {
      while (times[first] < times[i] - 4 * s) {
        first++;
      }
      while (last < n && times[last] <= times[i] + 4 * s) {
        last++;
      }
      from[i] = first;
      to[i] = last;
    }
    return new LocalWeights(from, to, (i, a, b, weights) -> fill(times, s, i, a, b, weights));
  }

  private static void fill(double[] t, double s, int i, int from, int to, double[] weights) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      double z = (t[i] - t[j]) / s;
      weights[j - from] = Math.exp(-0.5 * z * z);
      sum += weights[j - from];
    }
    for (int k = 0; k < to - from; k++) {
      weights[k] /= sum;
    }
  }
}
