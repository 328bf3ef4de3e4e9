package murmuration.warning.bifurcation;

import java.util.Arrays;

/**
 * The least squares of {@link LorentzianPair} along q, {@code low <= q <= high}, at one w0: the
 * best two valleys of a grid, each by Newton steps in ln q that a bracket guards.
 */
final class WidthSearch {
  private static final int STARTS = 2;
  private static final int ROUNDS = 80;
  private static final double CLOSE = 1e-11;

  private final double w0;
  private final double[] grid;
  private final ShapeGrid shapes;

  /**
   * @param v abscissas of the spectrum
   * @param multiplicity how often each counts
   * @param w0 the centre
   * @param low lowest q, above 0
   * @param resolved q from which the grid is even in ln q; below it the shape hardly changes
   * @param high highest q
   */
  WidthSearch(
      double[] v, double[] multiplicity, double w0, double low, double resolved, double high) {
    this.w0 = w0;
    double first = Math.max(low, resolved);
    double last = Math.min(high, Math.max(first * 2, 1e4));
    int steps = Math.max(2, (int) Math.ceil(Math.log(last / first) / Math.log(1.6)));
    boolean begins = first > low;
    boolean ends = last < high;
    grid = new double[steps + 1 + (begins ? 1 : 0) + (ends ? 1 : 0)];
    grid[0] = low;
    for (int j = 0; j <= steps; j++) {
      grid[j + (begins ? 1 : 0)] = first * Math.pow(last / first, j / (double) steps);
    }
    grid[grid.length - 1] = high;
    double[] centres = new double[grid.length];
    Arrays.fill(centres, w0);
    shapes = new ShapeGrid(v, multiplicity, centres, grid, grid.length);
  }

  /** The best fit on this line. */
  Fitted best(LorentzianPair pair, double[] p) {
    Fitted best = Fitted.WORST;
    for (int start : shapes.peaks(p, STARTS)) {
      best = best.orBetter(descend(pair, p, start));
    }
    return best;
  }

  private Fitted descend(LorentzianPair pair, double[] p, int start) {
    double low = Math.log(grid[Math.max(0, start - 1)]);
    double high = Math.log(grid[Math.min(grid.length - 1, start + 1)]);
    double x = Math.log(grid[start]);
    Fitted best = Fitted.WORST;
    for (int round = 0; round < ROUNDS; round++) {
      double q = Math.exp(x);
      pair.derivatives(p, w0, q);
      best = best.orBetter(new Fitted(w0, q, pair.a, pair.rss));
      double slope = q * pair.rssQ;
      double curvature = slope + q * q * pair.rssQq;
      if (slope > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = curvature > 0 ? x - slope / curvature : Double.NaN;
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (high - low < CLOSE || Math.abs(next - x) < CLOSE) {
        break;
      }
      x = next;
    }
    return best;
  }
}
