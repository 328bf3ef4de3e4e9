package murmuration.language;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Small numbers 0, 1, 2, ... for whole numbers of any size, in their order. */
final class DenseIds {
  private final int[][] distinct; // of each column, or one for all
  private final int[] offsets;

  private DenseIds(int[][] distinct) {
    this.distinct = distinct;
    this.offsets = new int[distinct.length + 1];
    for (int c = 0; c < distinct.length; c++) {
      offsets[c + 1] = offsets[c] + distinct[c].length;
    }
  }

  /** One number for each value, wherever it stands. */
  static DenseIds of(int[][] rows) {
    return new DenseIds(
        new int[][] {
          Arrays.stream(rows).flatMapToInt(Arrays::stream).sorted().distinct().toArray()
        });
  }

  /** A number for each value of each column: the same value in another column has another. */
  static DenseIds ofColumns(int[][] rows) {
    return new DenseIds(
        IntStream.range(0, rows[0].length)
            .mapToObj(c -> Arrays.stream(rows).mapToInt(r -> r[c]).sorted().distinct().toArray())
            .toArray(int[][]::new));
  }

  /** How many numbers there are. */
  int size() {
    return offsets[distinct.length];
  }

  /** Rows in these numbers. */
  int[][] renamed(int[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(v -> Arrays.binarySearch(distinct[0], v)).toArray())
        .toArray(int[][]::new);
  }

  /** Rows in the numbers of their columns. */
  int[][] renamedColumns(int[][] rows) {
    return Arrays.stream(rows)
        .map(
            row ->
                IntStream.range(0, row.length)
                    .map(c -> offsets[c] + Arrays.binarySearch(distinct[c], row[c]))
                    .toArray())
        .toArray(int[][]::new);
  }
}
