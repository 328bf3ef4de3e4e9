package murmuration.warning.irregular;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;

/**
 * The share of Lomb-Scargle power at low frequencies in every window, from running sums of the
 * cosine and sine terms: O(n) for each frequency, however long the windows.
 */
final class LowFrequencies {
  static final double LOW = 0.1;
  private static final int MOST = 128;
  private static final int LONGEST = 20_000;

  private final double[][] cosines;
  private final double[][] sines;
  private final int low;

  /**
   * Frequencies up to half a cycle a mean step: as many as a mean window can tell apart, at most
   * 128, evenly spaced.
   *
   * @param t times
   * @param share length of a window as a share of the record
   */
  LowFrequencies(double[] t, double share) {
    int n = t.length;
    Arguments.require(
        n <= LONGEST,
        "the record has %d observations: expected at most %d for the low-frequency share",
        n,
        LONGEST);
    double highest = 0.5 * (n - 1) / (t[n - 1] - t[0]);
    int count = Math.clamp((int) Math.round(share * n / 2), 4, MOST);
    low = Math.max(1, (int) Math.round(LOW * count));
    cosines = new double[count][n];
    sines = new double[count][n];
    for (int k = 0; k < count; k++) {
      double turn = 2 * Math.PI * highest * (k + 1) / count;
      for (int i = 0; i < n; i++) {
        cosines[k][i] = Math.cos(turn * (t[i] - t[0]));
        sines[k][i] = Math.sin(turn * (t[i] - t[0]));
      }
    }
  }

  double[] rolling(double[] x, int[] starts) {
    int n = x.length;
    double[] lowPower = new double[n];
    double[] allPower = new double[n];
    var moments = new WindowMoments(x, starts);
    for (int k = 0; k < cosines.length; k++) {
      Interruption.check("the low-frequency share");
      var sums = new PowerSums();
      int from = 0;
      for (int i = 0; i < n; i++) {
        sums.add(x[i], cosines[k][i], sines[k][i], 1);
        if (starts[i] >= 0) {
          for (; from < starts[i]; from++) {
            sums.add(x[from], cosines[k][from], sines[k][from], -1);
          }
          double power = sums.power(moments.mean(i));
          allPower[i] += power;
          lowPower[i] += k < low ? power : 0;
        }
      }
    }
    double[] values = new double[n];
    Arrays.setAll(
        values, i -> Double.isNaN(moments.spread(i)) ? Double.NaN : lowPower[i] / allPower[i]);
    return values;
  }
}
