package murmuration.warning.multivariate;

import java.util.Arrays;

/**
 * Total correlation in a sliding window: {@code sum H(column) - H(joint)} in nats, each column cut
 * into 5 bins of equal frequency, {@code floor(5 rank / w)} with ranks from 0 and equal values in
 * the bin of the lowest of them, by the frequencies that are found (Watanabe 1960, Information
 * theoretical analysis of multivariate correlation). Columns are kept in order while the window
 * slides.
 */
final class TotalCorrelation {
  private static final int BINS = 5;

  private final int k;
  private final double[] x;
  private final WindowSums sums;
  private final int[][] order;
  private final int[] label;
  private final int[] renamed;
  private final int[] counts;
  private final double[] bits;
  private int rows;
  private int from;
  private int to;

  /** Row-major values; {@code sums} says which rows are complete. */
  TotalCorrelation(double[] x, int k, WindowSums sums, int longest) {
    this.k = k;
    this.x = x;
    this.sums = sums;
    order = new int[k][longest];
    label = new int[x.length / k];
    renamed = new int[longest * BINS];
    counts = new int[longest];
    bits = new double[longest + 1];
    for (int c = 2; c <= longest; c++) {
      bits[c] = c * Math.log(c);
    }
  }

  /** The total correlation of the complete rows among {@code newFrom .. newTo-1}. */
  double at(int newFrom, int newTo) {
    if (newFrom >= to || newFrom < from || newTo < to) {
      rows = 0;
      from = newFrom;
      to = newFrom;
    }
    while (from < newFrom) {
      remove(from++);
    }
    while (to < newTo) {
      insert(to++);
    }
    return rows == 0 ? Double.NaN : measure();
  }

  private void insert(int i) {
    if (sums.isComplete(i)) {
      for (int j = 0; j < k; j++) {
        int place = place(j, x[i * k + j]);
        System.arraycopy(order[j], place, order[j], place + 1, rows - place);
        order[j][place] = i;
      }
      rows++;
    }
  }

  private void remove(int i) {
    if (sums.isComplete(i)) {
      rows--;
      for (int j = 0; j < k; j++) {
        int place = place(j, x[i * k + j], rows + 1);
        while (order[j][place] != i) {
          place++;
        }
        System.arraycopy(order[j], place + 1, order[j], place, rows - place);
      }
    }
  }

  private int place(int j, double value) {
    return place(j, value, rows);
  }

  /** How many of the first {@code held} values of column j are smaller. */
  private int place(int j, double value, int held) {
    int low = 0;
    int high = held;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x[order[j][middle] * k + j] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double measure() {
    for (int i = from; i < to; i++) {
      label[i] = 0;
    }
    int labels = 1;
    double columns = 0;
    for (int j = 0; j < k; j++) {
      Arrays.fill(renamed, 0, labels * BINS, -1);
      int used = 0;
      int inBin = 0;
      int bin = 0;
      double last = Double.NaN;
      int[] sorted = order[j];
      for (int r = 0; r < rows; r++) {
        double value = x[sorted[r] * k + j];
        if (value != last) {
          int own = (int) ((long) BINS * r / rows);
          if (own != bin) {
            columns += bits[inBin];
            inBin = 0;
            bin = own;
          }
          last = value;
        }
        inBin++;
        int key = label[sorted[r]] * BINS + bin;
        if (renamed[key] < 0) {
          renamed[key] = used++;
        }
        label[sorted[r]] = renamed[key];
      }
      columns += bits[inBin];
      labels = used;
    }
    return Math.max(0, (k - 1) * Math.log(rows) - (columns - joint(labels)) / rows);
  }

  private double joint(int labels) {
    Arrays.fill(counts, 0, labels, 0);
    for (int r = 0; r < rows; r++) {
      counts[label[order[0][r]]]++;
    }
    double joint = 0;
    for (int c = 0; c < labels; c++) {
      joint += bits[counts[c]];
    }
    return joint;
  }
}
