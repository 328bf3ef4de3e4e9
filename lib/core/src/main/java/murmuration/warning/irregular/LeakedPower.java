package murmuration.warning.irregular;

import murmuration.math.Interruption;

/**
 * The power that waves must have for their periodogram at uneven times to be the record's, each
 * frequency having leaked into all others. Averaged over phases, a wave of power {@code a_l} at
 * frequency l shows {@code a_l (S_(k-l) + S_(k+l))} at frequency k, {@code S_j = |sum exp(2 pi i j
 * u t)|^2/n^2}; solved for a by multiplication, which keeps it above 0 (Richardson 1972; Lucy
 * 1974). At equal steps nothing leaks and nothing changes.
 */
final class LeakedPower {
  private static final int ROUNDS = 30;
  private static final int MOST = 5000;

  private LeakedPower() {}

  /**
   * The power before it leaked; what was given where there are over 5000 frequencies.
   *
   * @param t times
   * @param unit frequency of the first power
   * @param power power at {@code unit, 2 unit, ..}
   */
  static double[] restored(double[] t, double unit, double[] power) {
    int m = power.length;
    double[] a = power.clone();
    if (m > MOST) {
      return a;
    }
    double[] window = window(t, unit, 2 * m);
    double[] columns = new double[m];
    for (int l = 0; l < m; l++) {
      for (int k = 0; k < m; k++) {
        columns[l] += window[Math.abs(k - l)] + window[k + l + 2];
      }
    }
    double[] ratio = new double[m];
    for (int round = 0; round < ROUNDS; round++) {
      Interruption.check("the spectrum of surrogates");
      double[] seen = leak(window, a);
      for (int k = 0; k < m; k++) {
        ratio[k] = seen[k] > 0 ? power[k] / seen[k] : 1;
      }
      double[] factor = leak(window, ratio);
      for (int l = 0; l < m; l++) {
        a[l] *= factor[l] / columns[l];
      }
    }
    return a;
  }

  private static double[] leak(double[] window, double[] a) {
    int m = a.length;
    double[] seen = new double[m];
    for (int k = 0; k < m; k++) {
      double sum = 0;
      for (int l = 0; l < m; l++) {
        sum += a[l] * (window[Math.abs(k - l)] + window[k + l + 2]);
      }
      seen[k] = sum;
    }
    return seen;
  }

  /** {@code S_0 .. S_most}. */
  private static double[] window(double[] t, double unit, int most) {
    double n = t.length;
    double[] window = new double[most + 1];
    for (int j = 0; j <= most; j++) {
      Interruption.check("the spectrum of surrogates");
      double re = 0;
      double im = 0;
      for (double time : t) {
        double angle = 2 * Math.PI * unit * j * (time - t[0]);
        re += Math.cos(angle);
        im += Math.sin(angle);
      }
      window[j] = (re * re + im * im) / (n * n);
    }
    return window;
  }
}
