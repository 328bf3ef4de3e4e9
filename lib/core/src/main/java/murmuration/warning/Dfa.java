package murmuration.warning;

import java.util.Arrays;
import murmuration.math.LagProducts;
import murmuration.math.LinearFit;

/**
 * Detrended fluctuation analysis of one window (Peng et al. 1994, Phys. Rev. E 49:1685), with the
 * scales of ewstools 2.1.3: 20, spaced by log10 from 4 to half the window, rounded half to even,
 * each once. What depends on the window's length alone is kept from window to window.
 */
final class Dfa {
  private static final int SMALLEST = 4;
  private static final int SCALES = 20;

  private int[] scales = new int[0];
  private double[] profile = new double[0];

  /**
   * Slope of log10 F on log10 scale; NaN for fewer than 8 samples or 3 scales, and for a constant.
   */
  double exponent(double[] x) {
    if (x.length < 2 * SMALLEST || new Constancy(x).of(0, x.length)) {
      return Double.NaN;
    }
    if (profile.length != x.length) {
      profile = new double[x.length];
      scales = scales(x.length);
    }
    cumulate(x);
    double[] logScale = new double[scales.length];
    double[] logFluctuation = new double[scales.length];
    int used = 0;
    for (int scale : scales) {
      double fluctuation = fluctuation(scale);
      if (fluctuation > 0) {
        logScale[used] = Math.log10(scale);
        logFluctuation[used++] = Math.log10(fluctuation);
      }
    }
    return scales.length < 3 || used < 3
        ? Double.NaN
        : LinearFit.slope(logScale, logFluctuation, used);
  }

  private static int[] scales(int n) {
    double low = Math.log10(SMALLEST);
    double step = (Math.log10(n / 2) - low) / (SCALES - 1);
    int[] scales = new int[SCALES];
    int count = 0;
    for (int i = 0; i < SCALES; i++) {
      int scale = (int) Math.rint(Math.pow(10, low + i * step));
      if (count == 0 || scale > scales[count - 1]) {
        scales[count++] = scale;
      }
    }
    return Arrays.copyOf(scales, count);
  }

  private void cumulate(double[] x) {
    double[] centred = LagProducts.centred(x);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += centred[i];
      profile[i] = sum;
    }
  }

  private double fluctuation(int scale) {
    int segments = profile.length / scale;
    double middle = (scale - 1) / 2.0;
    double square = scale * (scale * (double) scale - 1) / 12;
    double total = 0;
    for (int segment = 0; segment < segments; segment++) {
      int start = segment * scale;
      double mean = 0;
      double product = 0;
      for (int i = 0; i < scale; i++) {
        mean += profile[start + i];
        product += (i - middle) * profile[start + i];
      }
      mean /= scale;
      double slope = product / square;
      double rest = 0;
      for (int i = 0; i < scale; i++) {
        double r = profile[start + i] - mean - slope * (i - middle);
        rest += r * r;
      }
      total += rest / scale;
    }
    return Math.sqrt(total / segments);
  }
}
