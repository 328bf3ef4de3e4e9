package murmuration.math;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real series of one length, any length, in O(n log n).
 *
 * <p>Bin k = 0..floor(n/2) holds {@code F_k = sum_j x_j exp(-2 pi i j k / n)}. Bin 0 and, for even
 * n, bin n/2 are real; the bins between are {@linkplain #inner inner}. One object may be used by
 * many threads.
 */
public final class Spectrum {
  private final int n;
  private final DoubleFFT_1D transform;

  /**
   * Transforms of series of n values.
   *
   * @param n length, at least 1
   */
  public Spectrum(int n) {
    Arguments.require(n >= 1, "n is %d: expected at least 1", n);
    this.n = n;
    this.transform = Transforms.fourier(n);
  }

  /** The number of inner bins, {@code floor((n-1)/2)}: bins 1 to this. */
  public int inner() {
    return (n - 1) / 2;
  }

  /** Replaces the series in x by its packed bins; see {@link #real} and {@link #imaginary}. */
  public void forward(double[] x) {
    transform.realForward(x);
  }

  /** Replaces the packed bins in x by their series: undoes {@link #forward}. */
  public void inverse(double[] x) {
    transform.realInverse(x, true);
  }

  /** Where the packed array holds the real part of an inner bin k. */
  public int real(int k) {
    return 2 * k;
  }

  /** Where the packed array holds the imaginary part of an inner bin k. */
  public int imaginary(int k) {
    return 2 * k + 1 < n ? 2 * k + 1 : 1;
  }

  /** The moduli of the inner bins of x, at positions 1..{@link #inner}; position 0 is unused. */
  public double[] amplitudes(double[] x) {
    double[] bins = x.clone();
    forward(bins);
    double[] amplitudes = new double[inner() + 1];
    for (int k = 1; k < amplitudes.length; k++) {
      amplitudes[k] = Math.hypot(bins[real(k)], bins[imaginary(k)]);
    }
    return amplitudes;
  }
}
