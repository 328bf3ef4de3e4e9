package murmuration.math;

import java.util.Arrays;
import org.jtransforms.dct.DoubleDCT_1D;

/**
 * A Gaussian filter over samples, as scipy's {@code gaussian_filter1d} with {@code mode="reflect"}.
 *
 * <p>Weights {@code exp(-k^2 / (2 sigma^2))} for {@code k = -L..L}, {@code L = floor(truncate *
 * sigma + 0.5)} with a truncation of 4 by default, divided by their sum. Beyond its ends the series
 * is mirrored on the half sample, {@code d c b a | a b c d | d c b a}, as often as the kernel asks
 * for.
 *
 * <p>A series mirrored so has period 2n and is even, hence the discrete cosine transform turns the
 * filter, however long, into one factor a frequency: O(n log n), equal to the direct sum up to
 * rounding.
 *
 * <p>A NaN is left out: weights are divided by their sum over the values that are present. The
 * smooth at a missing value is NaN.
 */
public final class GaussianFilter implements Smoother {
  private static final double WIDEST = 1e7;
  private static final double TRUNCATE = 4;
  private static final double FARTHEST = 40;

  private final DoubleDCT_1D cosines;
  private final double[] factors;

  private GaussianFilter(double[] factors) {
    this.cosines = Transforms.cosine(factors.length);
    this.factors = factors;
  }

  /**
   * The filter for series of n samples.
   *
   * @param n samples, at least 1
   * @param sigma standard deviation of the kernel in samples, above 0, at most 1000 n and ten
   *     million
   */
  public static GaussianFilter of(int n, double sigma) {
    return of(n, sigma, TRUNCATE);
  }

  /**
   * The filter for series of n samples, cut off where it is told.
   *
   * @param n samples, at least 1
   * @param sigma standard deviation of the kernel in samples, above 0, at most 1000 n and ten
   *     million
   * @param truncate how many standard deviations the kernel reaches, above 0, at most 40
   */
  public static GaussianFilter of(int n, double sigma, double truncate) {
    Arguments.require(n >= 1, "n is %d: expected at least 1", n);
    Arguments.positive("sigma", sigma);
    double most = Math.min(1000.0 * n, WIDEST);
    Arguments.require(sigma <= most, "sigma is %s: expected at most %s (n = %d)", sigma, most, n);
    Arguments.positive("truncate", truncate);
    Arguments.within("truncate", truncate, 0, FARTHEST);
    double[] response = folded(n, sigma, truncate);
    Transforms.fourier(2L * n).realForward(response);
    double[] factors = new double[n];
    for (int k = 0; k < n; k++) {
      factors[k] = response[2 * k];
    }
    return new GaussianFilter(factors);
  }

  /** The kernel added up modulo the period 2n. */
  private static double[] folded(int n, double sigma, double truncate) {
    int reach = (int) (truncate * sigma + 0.5);
    double[] kernel = new double[2 * n];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      double weight = Math.exp(-0.5 * ((double) k * k) / (sigma * sigma));
      kernel[Math.floorMod(k, 2 * n)] += weight;
      sum += weight;
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return kernel;
  }

  @Override
  public double[] smooth(double[] y) {
    Arguments.series("y", y, 1);
    Arguments.require(
        y.length == factors.length,
        "y has %d values: expected %d, one for each sample",
        y.length,
        factors.length);
    // A filter keeps constants: filtering about the mean saves the digits of a large offset.
    double mean = Arrays.stream(y).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    double[] smooth = new double[y.length];
    double[] present = new double[y.length];
    boolean complete = true;
    for (int i = 0; i < y.length; i++) {
      boolean here = !Double.isNaN(y[i]);
      smooth[i] = here ? y[i] - mean : 0;
      present[i] = here ? 1 : 0;
      complete &= here;
    }
    filter(smooth);
    if (!complete) {
      filter(present);
    }
    for (int i = 0; i < y.length; i++) {
      smooth[i] = Double.isNaN(y[i]) ? Double.NaN : mean + smooth[i] / present[i];
    }
    return smooth;
  }

  private void filter(double[] values) {
    cosines.forward(values, true);
    for (int k = 0; k < values.length; k++) {
      values[k] *= factors[k];
    }
    cosines.inverse(values, true);
  }
}
