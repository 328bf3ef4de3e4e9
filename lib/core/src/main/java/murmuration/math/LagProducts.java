package murmuration.math;

/** The sums that autocorrelations and autoregressions are made of. */
public final class LagProducts {
  private LagProducts() {}

  /**
   * {@code sum_i x_i x_(i-k)}, k = 0 .. most.
   *
   * @param x values, {@linkplain #centred centred} where autocovariances are meant
   * @param most largest lag, 0 or more
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static double[] of(double[] x, int most) {
    Arguments.require(most >= 0, "most is %d: expected 0 or more", most);
    double[] products = new double[most + 1];
    for (int k = 0; k <= most; k++) {
      Interruption.check("the sum of products");
      double sum = 0;
      for (int i = k; i < x.length; i++) {
        sum += x[i] * x[i - k];
      }
      products[k] = sum;
    }
    return products;
  }

  /** The values less their mean. */
  public static double[] centred(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v;
    }
    mean /= x.length;
    double[] centred = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      centred[i] = x[i] - mean;
    }
    return centred;
  }
}
