package murmuration.math;

import org.jspecify.annotations.Nullable;

/** The search for the broken line of least squares, from sums over the first k samples. */
final class BrokenLines {
  private final double[] t;
  private final double[][] sums;

  /** Times and observations between -1 and 1, and weights. */
  BrokenLines(double[] t, double[] x, double[] w) {
    this.t = t;
    sums = new double[t.length + 1][];
    sums[0] = new double[6];
    for (int i = 0; i < t.length; i++) {
      double[] s = sums[i].clone();
      s[0] += w[i] * t[i];
      s[1] += w[i] * t[i] * t[i];
      s[2] += w[i] * x[i];
      s[3] += w[i] * x[i] * t[i];
      s[4] += w[i] * x[i] * x[i];
      s[5] += w[i];
      sums[i + 1] = s;
    }
  }

  /**
   * Between two neighbouring samples either the two free lines meet there, and are the optimum, or
   * the optimum lies at one of the two samples.
   */
  BrokenLine best() {
    int n = t.length;
    BrokenLine best = null;
    for (int k = 2; k <= n - 2; k++) {
      best = better(best, joined(k, t[k - 1]));
      best = better(best, joined(k, t[k]));
      best = better(best, free(k));
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "t has steps too different to fit two lines: expected steps within 1e6 of one another");
    }
    return best;
  }

  private static @Nullable BrokenLine better(@Nullable BrokenLine a, @Nullable BrokenLine b) {
    return a == null || (b != null && b.squares() < a.squares()) ? b : a;
  }

  /** Free lines through the first k samples and the others, where they meet between the two. */
  private @Nullable BrokenLine free(int k) {
    double[] left = line(sums[0], sums[k]);
    double[] right = line(sums[k], sums[t.length]);
    double c = (right[0] - left[0]) / (left[1] - right[1]);
    return c > t[k - 1] && c < t[k]
        ? new BrokenLine(c, left[0] + left[1] * c, left[1], right[1], left[2] + right[2])
        : null;
  }

  /** Intercept, slope and sum of squares of the line through some samples. */
  private static double[] line(double[] from, double[] to) {
    double n = to[5] - from[5];
    double st = to[0] - from[0];
    double sx = to[2] - from[2];
    double tt = to[1] - from[1] - st * st / n;
    double tx = to[3] - from[3] - st * sx / n;
    double xx = to[4] - from[4] - sx * sx / n;
    double slope = tx / tt;
    return new double[] {(sx - slope * st) / n, slope, Math.max(0, xx - slope * tx)};
  }

  /**
   * The lines that meet at c, k samples before or at it; null where the samples do not fix them.
   */
  private @Nullable BrokenLine joined(int k, double c) {
    double[] all = sums[t.length];
    double[] first = sums[k];
    double n = all[5];
    double before = first[5];
    double left1 = first[0] - before * c;
    double left2 = first[1] - 2 * c * first[0] + before * c * c;
    double leftX = first[3] - c * first[2];
    double right1 = all[0] - first[0] - (n - before) * c;
    double right2 = all[1] - first[1] - 2 * c * (all[0] - first[0]) + (n - before) * c * c;
    double rightX = all[3] - first[3] - c * (all[2] - first[2]);
    double v =
        (all[2] - left1 * leftX / left2 - right1 * rightX / right2)
            / (n - left1 * left1 / left2 - right1 * right1 / right2);
    double b = (leftX - v * left1) / left2;
    double d = (rightX - v * right1) / right2;
    double squares = all[4] - v * all[2] - b * leftX - d * rightX;
    return Double.isFinite(v) && Double.isFinite(b) && Double.isFinite(d)
        ? new BrokenLine(c, v, b, d, Math.max(0, squares))
        : null;
  }
}
