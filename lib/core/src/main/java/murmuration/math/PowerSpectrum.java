package murmuration.math;

/**
 * The squared Fourier amplitudes of series of one length; the transform is planned once. One
 * instance serves one thread.
 */
public final class PowerSpectrum {
  private final int n;
  private final Spectrum spectrum;
  private final double[] work;

  /** Plans transforms of {@code n} values, any n above 0. */
  public PowerSpectrum(int n) {
    Arguments.require(n >= 1, "spectrum of %d values: expected at least 1", n);
    this.n = n;
    spectrum = new Spectrum(n);
    work = new double[n];
  }

  /**
   * {@code |sum_t x_t exp(-2 pi i j t / n)|^2} for j = 0 .. floor(n/2), the frequencies {@code j/n}
   * cycles a sample.
   *
   * @param x length n
   */
  public double[] of(double[] x) {
    Arguments.require(x.length == n, "series has %d values: expected %d", x.length, n);
    System.arraycopy(x, 0, work, 0, n);
    spectrum.forward(work);
    double[] squares = new double[n / 2 + 1];
    squares[0] = work[0] * work[0];
    for (int j = 1; j <= spectrum.inner(); j++) {
      double re = work[spectrum.real(j)];
      double im = work[spectrum.imaginary(j)];
      squares[j] = re * re + im * im;
    }
    if (n % 2 == 0) {
      squares[n / 2] = work[1] * work[1];
    }
    return squares;
  }

  /**
   * Welch's two-sided spectrum (1967): segments of the planned length, each less its mean and under
   * a periodic Hann taper, overlapping by {@code overlap}; the mean of {@code |F_j|^2 / (sum
   * taper)^2}, j = 0 .. floor(n/2). Samples after the last whole segment are not used.
   *
   * @param x at least as long as a segment
   * @param overlap samples shared by neighbours, 0 or more and below the segment's length
   */
  public double[] welch(double[] x, int overlap) {
    Arguments.require(x.length >= n, "series has %d values, a segment %d", x.length, n);
    Arguments.require(
        overlap >= 0 && overlap < n, "overlap is %d: expected 0 to %d", overlap, n - 1);
    double[] taper = new double[n];
    double weight = 0;
    for (int i = 0; i < n; i++) {
      taper[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
      weight += taper[i];
    }
    double[] mean = new double[n / 2 + 1];
    double[] segment = new double[n];
    int step = n - overlap;
    int segments = (x.length - overlap) / step;
    for (int s = 0; s < segments; s++) {
      double level = 0;
      for (int i = 0; i < n; i++) {
        level += x[s * step + i];
      }
      level /= n;
      for (int i = 0; i < n; i++) {
        segment[i] = (x[s * step + i] - level) * taper[i];
      }
      double[] squares = of(segment);
      for (int j = 0; j < mean.length; j++) {
        mean[j] += squares[j] / (weight * weight * segments);
      }
    }
    return mean;
  }
}
