package murmuration.math;

/**
 * Density of a sample by a Gaussian kernel: {@code f(v) = sum_i exp(-((v - x_i)/h)^2 / 2) / (n h
 * sqrt(2 pi))}, every term summed. R's density first bins the sample on 512 points, which moves f
 * by about 1e-3 of its height.
 */
public final class KernelDensity {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private final double[] x;
  private final double bandwidth;

  private KernelDensity(double[] x, double bandwidth) {
    this.x = x;
    this.bandwidth = bandwidth;
  }

  /**
   * The density of a sample.
   *
   * @param x sample in any order, length n of at least 1, finite
   * @param bandwidth h, the standard deviation of the kernel, in the unit of x, above 0; see {@link
   *     Bandwidth}
   */
  public static KernelDensity of(double[] x, double bandwidth) {
    Arguments.finite("x", x, 1);
    return new KernelDensity(x.clone(), Arguments.positive("bandwidth", bandwidth));
  }

  /** The bandwidth h. */
  public double bandwidth() {
    return bandwidth;
  }

  /** What a single value adds to n f at its own place: {@code 1 / (h sqrt(2 pi))}. */
  public double kernelHeight() {
    return 1 / (bandwidth * ROOT_TWO_PI);
  }

  /**
   * The density at a place; 0 where it is too small for a number.
   *
   * @param v place, in the unit of x
   */
  public double at(double v) {
    double sum = 0;
    for (double value : x) {
      double z = (v - value) / bandwidth;
      sum += Math.exp(-0.5 * z * z);
    }
    return sum / x.length * kernelHeight();
  }

  /**
   * The density at several places.
   *
   * @param places length m, in any order
   * @return length m
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public double[] at(double[] places) {
    double[] f = Arguments.present("places", places).clone();
    for (int j = 0; j < f.length; j++) {
      Interruption.check("a kernel density");
      f[j] = at(f[j]);
    }
    return f;
  }
}
