package murmuration.scaling.curve;

import java.util.Arrays;
import murmuration.math.Interruption;
import murmuration.math.LeastSquares;
import murmuration.math.LineSearch;
import murmuration.math.Segmentation;

/** Continuous lines with a given number of breaks: from the best free lines, then refined. */
final class BreakSearch {
  private static final int FEWEST = 3;
  private static final int ROUNDS = 50;
  private static final double ACCURACY = 1e-9;

  private final Rows rows;
  private final double[] t;
  private final double[] means;
  private final double within;

  /** A fit: coefficients of (1, t, hinge at each break). */
  record Fit(double[] breaks, double[] coefficients, double rss) {
    double[] at(double[] x) {
      return Arrays.stream(x).map(this::at).toArray();
    }

    private double at(double x) {
      double sum = coefficients[0] + coefficients[1] * x;
      for (int j = 0; j < breaks.length; j++) {
        sum += coefficients[2 + j] * Math.max(0, x - breaks[j]);
      }
      return sum;
    }
  }

  BreakSearch(Rows rows) {
    this.rows = rows;
    t = rows.distinct();
    means = rows.means(rows.y());
    within = rows.within(rows.y());
  }

  /** As many breaks as there are points for, at most so many. */
  int most(int wanted) {
    return Math.min(wanted, Math.min(t.length / FEWEST - 1, (t.length - 3) / 2));
  }

  Fit fit(int count) {
    double[] breaks = count == 0 ? new double[0] : start(count);
    double before = Double.POSITIVE_INFINITY;
    double rss = rss(breaks);
    for (int round = 0; count > 0 && round < ROUNDS && rss < before * (1 - 1e-12); round++) {
      Interruption.check("the search for breaks");
      for (int j = 0; j < count; j++) {
        move(breaks, j);
      }
      before = rss;
      rss = rss(breaks);
    }
    LeastSquares fit = linear(breaks);
    return new Fit(breaks, fit.coefficients(), fit.rss() + within);
  }

  /** Midway between the free lines of the best division. */
  private double[] start(int count) {
    int[] changes = Segmentation.fixed(new LineCosts(), count);
    return Arrays.stream(changes).mapToDouble(i -> (t[i - 1] + t[i]) / 2).toArray();
  }

  /** Moves break j between its neighbours to where the fit is best, if that is better. */
  private void move(double[] breaks, int j) {
    double low = j == 0 ? t[1] : breaks[j - 1] + gap();
    double high = j == breaks.length - 1 ? t[t.length - 2] : breaks[j + 1] - gap();
    if (!(low < high)) {
      return;
    }
    double[] trial = breaks.clone();
    int cells = (int) Arrays.stream(t).filter(v -> v > low && v < high).count() + 1;
    var best =
        LineSearch.maximum(
            c -> {
              trial[j] = c;
              return -rss(trial);
            },
            low,
            high,
            2 * cells,
            ACCURACY);
    if (-best.value() < rss(breaks)) {
      breaks[j] = best.at();
    }
  }

  private double gap() {
    return 1e-3 * (t[t.length - 1] - t[0]) / t.length;
  }

  private double rss(double[] breaks) {
    return LeastSquares.ifDetermined(design(breaks), means, rows.sums())
        .map(LeastSquares::rss)
        .orElse(Double.POSITIVE_INFINITY);
  }

  private LeastSquares linear(double[] breaks) {
    return rows.fit(design(breaks), means);
  }

  private double[][] design(double[] breaks) {
    double[][] design = new double[t.length][2 + breaks.length];
    for (int i = 0; i < t.length; i++) {
      design[i][0] = 1;
      design[i][1] = t[i];
      for (int j = 0; j < breaks.length; j++) {
        design[i][2 + j] = Math.max(0, t[i] - breaks[j]);
      }
    }
    return design;
  }

  /** The rss of a line of its own through each segment, from sums about the middle. */
  private final class LineCosts implements Segmentation.Costs {
    private final double[][] sums = new double[t.length + 1][6];

    LineCosts() {
      double middle = t[t.length / 2];
      double level = means[t.length / 2];
      for (int i = 0; i < t.length; i++) {
        double w = rows.sums()[i];
        double u = t[i] - middle;
        double v = means[i] - level;
        double[] terms = {w, w * u, w * v, w * u * u, w * u * v, w * v * v};
        for (int k = 0; k < 6; k++) {
          sums[i + 1][k] = sums[i][k] + terms[k];
        }
      }
    }

    @Override
    public int size() {
      return t.length;
    }

    @Override
    public double of(int from, int to) {
      if (to - from < FEWEST) {
        return Double.POSITIVE_INFINITY;
      }
      double[] s = new double[6];
      Arrays.setAll(s, k -> sums[to][k] - sums[from][k]);
      double uu = s[3] - s[1] * s[1] / s[0];
      double uv = s[4] - s[1] * s[2] / s[0];
      double vv = s[5] - s[2] * s[2] / s[0];
      return Math.max(0, uu > 0 ? vv - uv * uv / uu : vv);
    }
  }
}
