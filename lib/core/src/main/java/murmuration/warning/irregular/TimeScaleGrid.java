package murmuration.warning.irregular;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * The maximum-likelihood time scale of the Ornstein-Uhlenbeck process in every window at once: the
 * profile likelihood on a grid of rates, from running sums, and the top of the parabola through the
 * best three. The sums of the times alone are kept, so that a record and its surrogates share them
 * and a surrogate costs O(n) for each of 97 rates, however long the windows.
 */
final class TimeScaleGrid {
  private static final int CELLS = 96;
  private static final double SLOWEST = 1e-4;
  private static final double FASTEST = 30;

  private final double[] rates = new double[CELLS + 1];
  private final double step = Math.log(FASTEST / SLOWEST) / CELLS;
  private final double[][] lost = new double[CELLS + 1][];
  private final double[][] weight = new double[CELLS + 1][];
  private final double[][] bottoms = new double[CELLS + 1][];
  private final double[][] logs = new double[CELLS + 1][];

  TimeScaleGrid(double[] t) {
    int n = t.length - 1;
    double[] d = new double[n];
    Arrays.setAll(d, i -> t[i + 1] - t[i]);
    double[] sorted = d.clone();
    Arrays.sort(sorted);
    double median = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    for (int g = 0; g <= CELLS; g++) {
      Interruption.check("the time scale");
      rates[g] = SLOWEST / median * Math.exp(g * step);
      lost[g] = new double[n];
      weight[g] = new double[n];
      bottoms[g] = new double[n + 1];
      logs[g] = new double[n + 1];
      for (int i = 0; i < n; i++) {
        double spread = -Math.expm1(-2 * rates[g] * d[i]);
        lost[g][i] = -Math.expm1(-rates[g] * d[i]);
        weight[g][i] = 1 / spread;
        bottoms[g][i + 1] = bottoms[g][i] + lost[g][i] * lost[g][i] / spread;
        logs[g][i + 1] = logs[g][i] + Math.log(spread);
      }
    }
  }

  /**
   * The time scale {@code 1/rate} of windows of x, in the unit of time; NaN where no window ends
   * and where it is constant.
   *
   * @param x values about 0, in units of about their spread
   */
  double[] rolling(double[] x, int[] starts) {
    int n = x.length;
    double[] best = new double[n];
    double[] before = new double[n];
    double[] after = new double[n];
    double[] previous = new double[n];
    int[] at = new int[n];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    double[] tops = new double[n];
    double[] squares = new double[n];
    for (int g = 0; g <= CELLS; g++) {
      Interruption.check("the time scale");
      for (int i = 0; i < n - 1; i++) {
        double u = x[i + 1] - x[i] + x[i] * lost[g][i];
        tops[i + 1] = tops[i] + lost[g][i] * u * weight[g][i];
        squares[i + 1] = squares[i] + u * u * weight[g][i];
      }
      for (int i = 0; i < n; i++) {
        int from = starts[i];
        if (from < 0) {
          continue;
        }
        double top = tops[i] - tops[from];
        double left = squares[i] - squares[from] - top * top / (bottoms[g][i] - bottoms[g][from]);
        int m = i - from;
        double value =
            left > 0
                ? -0.5 * (m * Math.log(left / m) + logs[g][i] - logs[g][from])
                : Double.NEGATIVE_INFINITY;
        if (value > best[i]) {
          best[i] = value;
          at[i] = g;
          before[i] = previous[i];
          after[i] = Double.NaN;
        } else if (at[i] == g - 1) {
          after[i] = value;
        }
        previous[i] = value;
      }
    }
    var moments = new WindowMoments(x, starts);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          Double.isNaN(moments.spread(i))
              ? Double.NaN
              : Math.exp(-offset(at[i], before[i], best[i], after[i]) * step) / rates[at[i]];
    }
    return values;
  }

  /** Where the parabola through three neighbours has its top, in cells from the middle one. */
  private static double offset(int at, double before, double best, double after) {
    double bend = before - 2 * best + after;
    return at == 0 || at == CELLS || !(bend < 0) || Double.isInfinite(bend)
        ? 0
        : 0.5 * (before - after) / bend;
  }
}
