package murmuration.warning;

import murmuration.math.Neumaier;

/**
 * Central sums of every window in O(n): power sums of {@code x - c} with compensation, c being the
 * mean of a recent window. The sums are taken again exactly, around the present mean, each time as
 * many samples have entered as a window holds, and whenever subtracting the mean would cost more
 * than two digits of the squares (four of the fourth powers).
 */
final class RollingMoments {
  /** Smallest share of the squares that may be left after centring: of fourth powers, 1e-4. */
  private static final double KEPT = 1e-2;

  /** Values that are not NaN in each window. */
  final int[] count;

  /** Mean of each window; NaN, like all the sums, where too few values are left. */
  final double[] mean;

  /**
   * The mean rounds where the series has a large offset: {@code origin + rest} keeps its digits.
   */
  final double[] origin;

  /** What the mean is above its origin. */
  final double[] rest;

  /** Sum of {@code (x-mean)^2}. */
  final double[] s2;

  /** Sum of {@code (x-mean)^3}; empty below order 4. */
  final double[] s3;

  /** Sum of {@code (x-mean)^4}; empty below order 4. */
  final double[] s4;

  /** Where the series is constant. */
  final Constancy constant;

  private final double[] x;
  private final boolean high;
  private final Neumaier sum1 = new Neumaier();
  private final Neumaier sum2 = new Neumaier();
  private final Neumaier sum3 = new Neumaier();
  private final Neumaier sum4 = new Neumaier();
  private double base;
  private double peak;
  private int held;
  private int entered;

  /** Moments up to {@code order}, 2 or 4, of the windows of {@code x}. */
  RollingMoments(double[] x, Spans spans, int order) {
    this.x = x;
    high = order > 2;
    int size = spans.size();
    count = new int[size];
    mean = new double[size];
    origin = new double[size];
    rest = new double[size];
    s2 = new double[size];
    s3 = new double[high ? size : 0];
    s4 = new double[high ? size : 0];
    constant = new Constancy(x);
    for (int k = 0; k < size; k++) {
      int from = spans.from()[k];
      int to = spans.to()[k];
      if (spans.afresh(k)) {
        rebase(from, to);
      } else {
        move(spans.from()[k - 1], from, spans.to()[k - 1], to);
      }
      count[k] = held;
      if (!spans.enough(held, k) || held == 0) {
        set(k, Double.NaN);
      } else if (constant.of(from, to)) {
        set(k, 0);
        mean[k] = constantValue(from);
        origin[k] = mean[k];
      } else {
        if (entered >= to - from || cancels()) {
          rebase(from, to);
        }
        centre(k);
      }
    }
  }

  private double constantValue(int from) {
    int i = from;
    while (Double.isNaN(x[i])) {
      i++;
    }
    return x[i];
  }

  private void set(int k, double value) {
    mean[k] = value;
    s2[k] = value;
    if (high) {
      s3[k] = value;
      s4[k] = value;
    }
  }

  private void move(int oldFrom, int from, int oldTo, int to) {
    if (from - oldFrom == 1 && to - oldTo == 1) {
      double in = x[oldTo] - base;
      double out = x[oldFrom] - base;
      if (!Double.isNaN(in) && !Double.isNaN(out)) {
        exchange(in, out);
        entered++;
        peak = Math.max(peak, sum2.value());
        return;
      }
    }
    for (int i = oldTo; i < to; i++) {
      if (!Double.isNaN(x[i])) {
        enter(x[i] - base);
        held++;
      }
    }
    for (int i = oldFrom; i < from; i++) {
      if (!Double.isNaN(x[i])) {
        leave(x[i] - base);
        held--;
      }
    }
    entered += to - oldTo;
    peak = Math.max(peak, sum2.value());
  }

  /** The usual step: a window that slides by one. */
  private void exchange(double in, double out) {
    double in2 = in * in;
    double out2 = out * out;
    sum1.exchange(in, out);
    sum2.exchange(in2, out2);
    if (high) {
      sum3.exchange(in2 * in, out2 * out);
      sum4.exchange(in2 * in2, out2 * out2);
    }
  }

  private void enter(double d) {
    double d2 = d * d;
    sum1.add(d);
    sum2.add(d2);
    if (high) {
      sum3.add(d2 * d);
      sum4.add(d2 * d2);
    }
  }

  private void leave(double d) {
    double d2 = d * d;
    sum1.add(-d);
    sum2.add(-d2);
    if (high) {
      sum3.add(-(d2 * d));
      sum4.add(-(d2 * d2));
    }
  }

  private void rebase(int from, int to) {
    double sum = 0;
    held = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(x[i])) {
        sum += x[i];
        held++;
      }
    }
    base = held == 0 ? 0 : sum / held;
    sum1.clear();
    sum2.clear();
    sum3.clear();
    sum4.clear();
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(x[i])) {
        enter(x[i] - base);
      }
    }
    entered = 0;
    peak = sum2.value();
  }

  private boolean cancels() {
    double squares = sum2.value();
    double first = sum1.value();
    return squares - first * first / held < KEPT * squares || squares < 1e-8 * peak;
  }

  private void centre(int k) {
    double first = sum1.value();
    double squares = sum2.value();
    double m = first / held;
    mean[k] = base + m;
    origin[k] = base;
    rest[k] = m;
    s2[k] = Math.max(0, squares - first * m);
    if (high) {
      double cubes = sum3.value();
      s3[k] = cubes - m * (3 * squares - 2 * first * m);
      s4[k] = Math.max(0, sum4.value() - m * (4 * cubes - m * (6 * squares - 3 * first * m)));
    }
  }

  /** Variance with divisor {@code count - 1}; NaN for one value. */
  double variance(int k) {
    return s2[k] / (count[k] - 1);
  }

  /** The root of {@link #variance}. */
  double sd(int k) {
    return Math.sqrt(variance(k));
  }

  /** {@code m3 / m2^1.5} with {@code m_k} the mean of {@code (x-mean)^k}; NaN for a constant. */
  double skewness(int k) {
    double m2 = s2[k] / count[k];
    return m2 == 0 ? Double.NaN : s3[k] / count[k] / (m2 * Math.sqrt(m2));
  }

  /** {@code sqrt(w(w-1))/(w-2)} times {@link #skewness}; NaN below 3 values. */
  double unbiasedSkewness(int k) {
    double w = count[k];
    return w < 3 ? Double.NaN : Math.sqrt(w * (w - 1)) / (w - 2) * skewness(k);
  }

  /** {@code m4 / m2^2}; NaN for a constant. */
  double kurtosis(int k) {
    double m2 = s2[k] / count[k];
    return m2 == 0 ? Double.NaN : s4[k] / count[k] / (m2 * m2);
  }

  /** {@code (w-1)/((w-2)(w-3)) ((w+1) m4/m2^2 - 3(w-1))}; NaN below 4 values. */
  double unbiasedExcessKurtosis(int k) {
    double w = count[k];
    return w < 4
        ? Double.NaN
        : (w - 1) / ((w - 2) * (w - 3)) * ((w + 1) * kurtosis(k) - 3 * (w - 1));
  }
}
