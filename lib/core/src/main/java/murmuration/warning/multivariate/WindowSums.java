package murmuration.warning.multivariate;

import java.util.Arrays;

/**
 * Sums over the complete rows of a sliding window, and over its pairs of neighbouring complete
 * rows: k variables, updated in O(k^2) a step.
 *
 * <p>Columns are centred and scaled to at most 1 once, and within that to the mean of the window at
 * which the sums were last made afresh. They are made afresh when what is left of a sum of squares
 * has fallen below 1e-5 of what it once held, so that its relative error stays below about 1e-10.
 * Whether a column is constant in a window is decided by comparison, not by arithmetic.
 */
final class WindowSums {
  private static final double WORN = 1e-5;

  final int k;
  final double[] scale;
  private final int n;
  private final double[] y;
  private final boolean[] complete;
  private final int[] since;
  private final double[] centre;
  private final double[] peak;
  private int from;
  private int to;

  private int rows;
  private int pairs;
  private final double[] sum;
  private final double[] square;
  private final double[] before;
  private final double[] after;
  private final double[] beforeSquare;
  private final double[] lagged;
  private final double[] stepSquare;

  /** Row-major values, n rows of k; NaN where missing. */
  WindowSums(double[] x, int k) {
    this.k = k;
    n = x.length / k;
    y = new double[x.length];
    complete = new boolean[n];
    scale = new double[k];
    since = new int[x.length];
    centre = new double[k];
    peak = new double[2 * k];
    sum = new double[k];
    square = new double[k * k];
    before = new double[k];
    after = new double[k];
    beforeSquare = new double[k * k];
    lagged = new double[k * k];
    stepSquare = new double[k * k];
    prepare(x);
  }

  private void prepare(double[] x) {
    Arrays.fill(complete, true);
    for (int j = 0; j < k; j++) {
      double mean = 0;
      int count = 0;
      for (int i = j; i < x.length; i += k) {
        if (!Double.isNaN(x[i])) {
          mean += (x[i] - mean) / ++count;
        }
      }
      double largest = 0;
      for (int i = j; i < x.length; i += k) {
        largest = Math.max(largest, Double.isNaN(x[i]) ? 0 : Math.abs(x[i] - mean));
      }
      scale[j] = largest > 0 ? largest : 1;
      for (int i = 0; i < n; i++) {
        double value = x[i * k + j];
        y[i * k + j] = (value - mean) / scale[j];
        complete[i] &= !Double.isNaN(value);
      }
    }
    for (int j = 0; j < k; j++) {
      markConstant(x, j);
    }
  }

  /** since[i k + j]: column j holds one value in the complete rows from there to i. */
  private void markConstant(double[] x, int j) {
    int start = 0;
    int last = -1;
    for (int i = 0; i < n; i++) {
      if (complete[i]) {
        if (last >= 0 && x[last * k + j] != x[i * k + j]) {
          start = last + 1;
        }
        last = i;
      }
      since[i * k + j] = start;
    }
  }

  /** Moves to the window of samples {@code newFrom .. newTo-1}; fast where it moves on a little. */
  void move(int newFrom, int newTo) {
    boolean back = newFrom < from || newTo < to;
    if (back || newFrom >= to || newTo - to + newFrom - from >= newTo - newFrom) {
      afresh(newFrom, newTo);
      return;
    }
    while (to < newTo) {
      addRow(to, 1);
      if (to > from) {
        addPair(to, 1);
      }
      to++;
    }
    while (from < newFrom) {
      addRow(from, -1);
      if (from + 1 < to) {
        addPair(from + 1, -1);
      }
      from++;
    }
    if (isWorn()) {
      afresh(newFrom, newTo);
    }
  }

  private void afresh(int newFrom, int newTo) {
    from = newFrom;
    to = newTo;
    rows = 0;
    pairs = 0;
    Arrays.fill(centre, 0);
    int count = 0;
    for (int i = from; i < to; i++) {
      if (complete[i]) {
        count++;
        for (int j = 0; j < k; j++) {
          centre[j] += (y[i * k + j] - centre[j]) / count;
        }
      }
    }
    for (double[] each :
        new double[][] {sum, square, before, after, beforeSquare, lagged, stepSquare}) {
      Arrays.fill(each, 0);
    }
    for (int i = from; i < to; i++) {
      addRow(i, 1);
      if (i > from) {
        addPair(i, 1);
      }
    }
    Arrays.fill(peak, 0);
    isWorn();
  }

  /** Whether too little is left of a sum, against the most it held. */
  private boolean isWorn() {
    boolean worn = false;
    for (int j = 0; j < k; j++) {
      double held = square[j * k + j];
      double step = stepSquare[j * k + j];
      peak[j] = Math.max(peak[j], held);
      peak[k + j] = Math.max(peak[k + j], step);
      boolean thin =
          held - (rows == 0 ? 0 : sum[j] * sum[j] / rows) < WORN * peak[j]
              || step < WORN * peak[k + j];
      worn |= thin && !isConstant(j);
    }
    return worn;
  }

  private void addRow(int i, int sign) {
    if (!complete[i]) {
      return;
    }
    rows += sign;
    int row = i * k;
    for (int a = 0; a < k; a++) {
      double u = sign * (y[row + a] - centre[a]);
      sum[a] += u;
      for (int b = 0; b <= a; b++) {
        square[a * k + b] += u * (y[row + b] - centre[b]);
      }
    }
  }

  /** The pair of rows i-1 and i. */
  private void addPair(int i, int sign) {
    if (!complete[i] || !complete[i - 1]) {
      return;
    }
    pairs += sign;
    int row = i * k;
    int last = row - k;
    for (int a = 0; a < k; a++) {
      double u = sign * (y[row + a] - centre[a]);
      double v = sign * (y[last + a] - centre[a]);
      double d = sign * (y[row + a] - y[last + a]);
      after[a] += u;
      before[a] += v;
      for (int b = 0; b < k; b++) {
        lagged[a * k + b] += u * (y[last + b] - centre[b]);
      }
      for (int b = 0; b <= a; b++) {
        beforeSquare[a * k + b] += v * (y[last + b] - centre[b]);
        stepSquare[a * k + b] += d * (y[row + b] - y[last + b]);
      }
    }
  }

  int rows() {
    return rows;
  }

  int pairs() {
    return pairs;
  }

  boolean isComplete(int i) {
    return complete[i];
  }

  /** Whether column j holds one value only in the window. */
  boolean isConstant(int j) {
    return to <= from || since[(to - 1) * k + j] <= from;
  }

  /** Covariance of the window's rows, divisor rows - 1, in units of the scales; flat, symmetric. */
  void covariance(double[] out) {
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double c = (square[a * k + b] - sum[a] * sum[b] / rows) / (rows - 1);
        c = isConstant(a) || isConstant(b) ? 0 : c;
        out[a * k + b] = c;
        out[b * k + a] = c;
      }
    }
  }

  /** {@code sum (x_i - m)(x_(i-1) - m)'} over pairs, m the mean of the window's rows. */
  void laggedAboutMean(double[] out) {
    for (int a = 0; a < k; a++) {
      double ma = sum[a] / rows;
      for (int b = 0; b < k; b++) {
        double mb = sum[b] / rows;
        out[a * k + b] = lagged[a * k + b] - ma * before[b] - after[a] * mb + pairs * ma * mb;
      }
    }
  }

  /** {@code sum (x_(i-1) - m)(x_(i-1) - m)'} over pairs, m the mean of the window's rows. */
  void beforeAboutMean(double[] out) {
    for (int a = 0; a < k; a++) {
      double ma = sum[a] / rows;
      for (int b = 0; b <= a; b++) {
        double mb = sum[b] / rows;
        double c = beforeSquare[a * k + b] - ma * before[b] - before[a] * mb + pairs * ma * mb;
        out[a * k + b] = c;
        out[b * k + a] = c;
      }
    }
  }

  /** Covariance of {@code x_i - x_(i-1)} over pairs, divisor pairs. */
  void stepCovariance(double[] out) {
    for (int a = 0; a < k; a++) {
      double da = after[a] - before[a];
      for (int b = 0; b <= a; b++) {
        double db = after[b] - before[b];
        double c = (stepSquare[a * k + b] - da * db / pairs) / pairs;
        out[a * k + b] = c;
        out[b * k + a] = c;
      }
    }
  }

  /** {@code sum (x_i - u)(x_(i-1) - v)'} over pairs, u and v the means of either end. */
  void laggedOwnMeans(double[] out) {
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        out[a * k + b] = lagged[a * k + b] - after[a] * before[b] / pairs;
      }
    }
  }

  /** {@code sum (x_(i-1) - v)(x_(i-1) - v)'} over pairs, v their mean. */
  void beforeOwnMean(double[] out) {
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double c = beforeSquare[a * k + b] - before[a] * before[b] / pairs;
        out[a * k + b] = c;
        out[b * k + a] = c;
      }
    }
  }
}
