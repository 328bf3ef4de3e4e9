package murmuration.language;

import java.util.Arrays;
import java.util.HashMap;

/**
 * Values as class numbers, so that tables stay small however large the values are.
 *
 * @param code the class of each value
 * @param classes number of classes
 */
record Codes(int[] code, int classes) {
  private static final int SPARE = 1024;

  /** Classes 0, 1, ... in the order of the values. */
  static Codes of(int[] values) {
    int low = Arrays.stream(values).min().orElse(0);
    long span = values.length == 0 ? 0 : (long) Arrays.stream(values).max().orElse(0) - low + 1;
    if (span > 4L * values.length + SPARE) {
      return of(Arrays.stream(values).asLongStream().toArray());
    }
    int[] number = new int[(int) span];
    for (int value : values) {
      number[value - low] = 1;
    }
    int classes = 0;
    for (int v = 0; v < number.length; v++) {
      number[v] = number[v] == 0 ? -1 : classes++;
    }
    int[] code = new int[values.length];
    for (int i = 0; i < code.length; i++) {
      code[i] = number[values[i] - low];
    }
    return new Codes(code, classes);
  }

  /** Classes 0, 1, ... in the order of the values. */
  static Codes of(long[] values) {
    long[] distinct = distinct(values);
    int[] code = new int[values.length];
    for (int i = 0; i < code.length; i++) {
      code[i] = Arrays.binarySearch(distinct, values[i]);
    }
    return new Codes(code, distinct.length);
  }

  /** The values that occur, ascending. */
  static long[] distinct(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** Equal rows share a class; classes 0, 1, ... in the order of first occurrence. */
  static Codes ofRows(int[][] rows) {
    record Row(int[] values) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
      }

      @Override
      public int hashCode() {
        return Arrays.hashCode(values);
      }
    }
    var number = new HashMap<Row, Integer>();
    int[] code = new int[rows.length];
    for (int i = 0; i < code.length; i++) {
      code[i] = number.computeIfAbsent(new Row(rows[i]), row -> number.size());
    }
    return new Codes(code, number.size());
  }

  /** Total weight of each class. */
  long[] counts(long[] weights) {
    long[] counts = new long[classes];
    for (int i = 0; i < code.length; i++) {
      counts[code[i]] += weights[i];
    }
    return counts;
  }

  /** The same with value i in the place of value {@code order[i]}... */
  Codes in(int[] order) {
    int[] ordered = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = code[order[i]];
    }
    return new Codes(ordered, classes);
  }
}
