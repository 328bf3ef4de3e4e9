package murmuration.math;

import java.util.Arrays;

/**
 * Lines fitted by tricube weights around one time after another, for {@link Lowess}.
 *
 * <p>With {@code d = (t_j - t_i)/h} the weight is {@code 1 - 3 d^3 + 3 d^6 - d^9} to the right of i
 * and {@code 1 + 3 d^3 + 3 d^6 + d^9} to the left, so that the five sums of a fit are made of sums
 * of {@code r_j d^m} and {@code r_j z_j d^m}, m up to 11. Cumulative power sums about an anchor
 * nearby, in units of its radius, give them for a block of times: differences take the part of the
 * neighbourhood on either side, and repeated subtraction moves them from the anchor to i. A block
 * ends a quarter of a radius on, or where the radius has changed by a fifth, so that moving costs
 * at most three digits. Fits with little weight or little spread are summed directly.
 */
final class LocalLines {
  private static final int POWERS = 12;
  private static final int ROW = 2 * POWERS;
  private static final int FEWEST_NEIGHBOURS = 48;
  private static final int FEWEST_SERVED = 16;

  private final double[] t;
  private final Neighbourhoods near;
  private final boolean powerSums;
  private final double[] buffer;
  private final double[] sums = new double[ROW];
  private final double[] fit = new double[5];
  private double[] z = {};
  private double[] robustness = {};

  /** Cumulative sums of r u^m (first half of a row) and r z u^m, zero at the anchor. */
  private double[] cumulative = {};

  private int first;
  private int served = -1;
  private boolean direct;
  private double anchor;
  private double unit;

  LocalLines(double[] t, Neighbourhoods near, boolean powerSums) {
    this.t = t;
    this.near = near;
    this.powerSums = powerSums && near.size() >= FEWEST_NEIGHBOURS;
    this.buffer = new double[near.size()];
  }

  /** Whether no value is so large that it would swallow the digits of the others in a sum. */
  static boolean evenly(double[] z, double largest) {
    double[] moduli = Arrays.stream(z).map(Math::abs).sorted().toArray();
    return largest <= 1e3 * moduli[moduli.length / 2];
  }

  /** Begins a pass: values z, robustness weights in [0, 1]. Times are then asked in order. */
  void start(double[] values, double[] weights) {
    z = values;
    robustness = weights;
    served = -1;
  }

  /** The value at t[i] of the line fitted around it. */
  double at(int i) {
    if (!powerSums) {
      return direct(i);
    }
    if (i > served) {
      anchor(i);
    }
    if (direct) {
      return direct(i);
    }
    Arrays.fill(fit, 0);
    double delta = (t[i] - anchor) / unit;
    double scale = unit / near.radius()[i];
    side(near.from()[i], i, delta, scale, 1);
    side(i, near.to(i), delta, scale, -1);
    double s0 = fit[0];
    double centre = fit[1] / s0;
    double spread = fit[2] / s0 - centre * centre;
    if (!(s0 >= 0.02 * near.size() && spread >= 0.01)) {
      return direct(i);
    }
    double mean = fit[3] / s0;
    return mean - centre * (fit[4] / s0 - centre * mean) / spread;
  }

  /** Adds the sums over from..to-1, all on one side of i, where the tricube is (1 + sign d^3)^3. */
  private void side(int from, int to, double delta, double scale, int sign) {
    int a = (from - first) * ROW;
    int b = (to - first) * ROW;
    for (int m = 0; m < ROW; m++) {
      sums[m] = cumulative[b + m] - cumulative[a + m];
    }
    for (int shift = 1; shift < POWERS; shift++) {
      for (int m = POWERS - 1; m >= shift; m--) {
        sums[m] -= delta * sums[m - 1];
        sums[POWERS + m] -= delta * sums[POWERS + m - 1];
      }
    }
    double power = 1;
    for (int m = 0; m < POWERS; m++) {
      sums[m] *= power;
      sums[POWERS + m] *= power;
      power *= scale;
    }
    for (int q = 0; q < 3; q++) {
      fit[q] += sums[q] + 3 * sums[q + 6] + sign * (3 * sums[q + 3] + sums[q + 9]);
    }
    for (int q = 0; q < 2; q++) {
      int p = POWERS + q;
      fit[3 + q] += sums[p] + 3 * sums[p + 6] + sign * (3 * sums[p + 3] + sums[p + 9]);
    }
  }

  /** Prepares the block of times that begins at i. */
  private void anchor(int i) {
    double radius = near.radius()[i];
    int end = i;
    while (end + 1 < t.length
        && t[end + 1] - t[i] <= 0.25 * radius
        && near.radius()[end + 1] >= 0.8 * radius
        && near.radius()[end + 1] <= 1.25 * radius) {
      end++;
    }
    served = end;
    direct = end - i + 1 < FEWEST_SERVED;
    if (direct) {
      return;
    }
    int middle = (i + end) / 2;
    first = near.from()[i];
    int last = near.to(end);
    anchor = t[middle];
    unit = near.radius()[middle];
    int needed = (last - first + 1) * ROW;
    if (cumulative.length < needed) {
      cumulative = new double[needed + needed / 4];
    }
    Arrays.fill(cumulative, (middle - first) * ROW, (middle - first + 1) * ROW, 0);
    for (int j = middle; j < last; j++) {
      step(j, (j - first) * ROW, (j + 1 - first) * ROW, 1);
    }
    for (int j = middle - 1; j >= first; j--) {
      step(j, (j + 1 - first) * ROW, (j - first) * ROW, -1);
    }
  }

  private void step(int j, int from, int to, int sign) {
    double u = (t[j] - anchor) / unit;
    double weight = sign * robustness[j];
    double value = weight * z[j];
    for (int m = 0; m < POWERS; m++) {
      cumulative[to + m] = cumulative[from + m] + weight;
      cumulative[to + POWERS + m] = cumulative[from + POWERS + m] + value;
      weight *= u;
      value *= u;
    }
  }

  private double direct(int i) {
    double h = near.radius()[i];
    int from = near.from()[i];
    int to = near.to(i);
    double s0 = 0;
    double s1 = 0;
    double t0 = 0;
    int positive = 0;
    for (int j = from; j < to; j++) {
      double d = (t[j] - t[i]) / h;
      double w = robustness[j] * Tricube.of(Math.abs(d));
      buffer[j - from] = w;
      s0 += w;
      s1 += w * d;
      t0 += w * z[j];
      positive += w > 1e-12 ? 1 : 0;
    }
    if (positive < 2) {
      return z[i];
    }
    double centre = s1 / s0;
    double mean = t0 / s0;
    double spread = 0;
    double covariance = 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - t[i]) / h - centre;
      spread += buffer[j - from] * p * p;
      covariance += buffer[j - from] * p * (z[j] - mean);
    }
    return spread > 1e-12 * s0 ? mean - centre * covariance / spread : mean;
  }
}
