package murmuration.warning.bifurcation;

import java.util.Arrays;
import murmuration.math.PowerSpectrum;

/**
 * Welch's spectra of windows of one series. Windows share segments, so each segment is transformed
 * once. One object serves one thread.
 */
final class SegmentSpectra {
  private final double[] x;
  private final int segment;
  private final PowerSpectrum plan;
  private final double[][] spectra;

  SegmentSpectra(double[] x, int segment) {
    this.x = x;
    this.segment = segment;
    plan = new PowerSpectrum(segment);
    spectra = new double[x.length - segment + 1][0];
  }

  /** The mean spectrum of the segments of the window from {@code from} to before {@code to}. */
  double[] of(int from, int to) {
    int overlap = segment / 2;
    int step = segment - overlap;
    int segments = (to - from - overlap) / step;
    double[] mean = new double[segment / 2 + 1];
    for (int s = 0; s < segments; s++) {
      double[] one = at(from + s * step);
      for (int j = 0; j < mean.length; j++) {
        mean[j] += one[j] / segments;
      }
    }
    return mean;
  }

  private double[] at(int start) {
    if (spectra[start].length == 0) {
      double[] samples = Arrays.copyOfRange(x, start, start + segment);
      spectra[start] = plan.welch(samples, segment / 2);
    }
    return spectra[start];
  }
}
