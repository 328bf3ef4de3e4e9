package murmuration.math;

import java.util.Arrays;

/**
 * A matching of rows and columns, each used at most once, of least or greatest total (Kuhn 1955,
 * The Hungarian method for the assignment problem; the shortest augmenting paths of Jonker and
 * Volgenant 1987). Exact, in whole numbers; {@code O(s^2 l)} for a shorter side s and a longer side
 * l, and as many rows are matched as the shorter side has.
 *
 * @param columnOfRow the column of each row; -1 for a row without
 * @param total sum of the matched entries
 */
public record Assignment(int[] columnOfRow, long total) {
  private static final long LARGEST = 1L << 60;

  /** Keeps its own copy. */
  public Assignment {
    columnOfRow = Arguments.present("columnOfRow", columnOfRow).clone();
  }

  @Override
  public int[] columnOfRow() {
    return columnOfRow.clone();
  }

  /**
   * The matching of the least total.
   *
   * @param cost a rectangle of at least one entry, each at most 2^60 in size, however many rows and
   *     columns
   */
  public static Assignment least(long[][] cost) {
    int columns = checked("cost", cost);
    boolean wide = cost.length <= columns;
    long[][] rows = wide ? cost : transposed(cost);
    int[] match = match(rows);
    int[] columnOfRow = wide ? match : inverse(match, cost.length);
    long total = 0;
    for (int i = 0; i < columnOfRow.length; i++) {
      total += columnOfRow[i] < 0 ? 0 : cost[i][columnOfRow[i]];
    }
    return new Assignment(columnOfRow, total);
  }

  /**
   * The matching of the greatest total.
   *
   * @param gain a rectangle of at least one entry, each at most 2^60 in size
   */
  public static Assignment greatest(long[][] gain) {
    checked("gain", gain);
    long[][] cost =
        Arrays.stream(gain)
            .map(row -> Arrays.stream(row).map(v -> -v).toArray())
            .toArray(long[][]::new);
    var least = least(cost);
    return new Assignment(least.columnOfRow, -least.total);
  }

  private static int checked(String name, long[][] matrix) {
    Arguments.present(name, matrix);
    Arguments.require(matrix.length > 0, "%s has no rows: expected at least one", name);
    for (int i = 0; i < matrix.length; i++) {
      long[] row = Arguments.present(name + "[" + i + "]", matrix[i]);
      Arguments.require(
          row.length > 0 && row.length == matrix[0].length,
          "%s[%d] has %d entries: expected %d",
          name,
          i,
          row.length,
          Math.max(1, matrix[0].length));
      for (long value : row) {
        Arguments.require(
            value >= -LARGEST && value <= LARGEST,
            "%s[%d] holds %d: expected at most 2^60 in size",
            name,
            i,
            value);
      }
    }
    return matrix[0].length;
  }

  /** Columns 1 to m, rows 1 to n with n <= m; column 0 holds the row that looks for a column. */
  private static int[] match(long[][] cost) {
    int n = cost.length;
    int m = cost[0].length;
    long[] rowPotential = new long[n + 1];
    long[] columnPotential = new long[m + 1];
    int[] rowOf = new int[m + 1];
    int[] from = new int[m + 1];
    long[] slack = new long[m + 1];
    boolean[] reached = new boolean[m + 1];
    for (int i = 1; i <= n; i++) {
      Interruption.check("assignment");
      Arrays.fill(slack, Long.MAX_VALUE);
      Arrays.fill(reached, false);
      rowOf[0] = i;
      int at = 0;
      while (rowOf[at] != 0) {
        reached[at] = true;
        int row = rowOf[at];
        long delta = Long.MAX_VALUE;
        int next = 0;
        for (int j = 1; j <= m; j++) {
          if (!reached[j]) {
            long reduced = cost[row - 1][j - 1] - rowPotential[row] - columnPotential[j];
            if (reduced < slack[j]) {
              slack[j] = reduced;
              from[j] = at;
            }
            if (slack[j] < delta) {
              delta = slack[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= m; j++) {
          if (reached[j]) {
            rowPotential[rowOf[j]] += delta;
            columnPotential[j] -= delta;
          } else {
            slack[j] -= delta;
          }
        }
        at = next;
      }
      while (at != 0) {
        rowOf[at] = rowOf[from[at]];
        at = from[at];
      }
    }
    int[] columnOfRow = new int[n];
    for (int j = 1; j <= m; j++) {
      if (rowOf[j] > 0) {
        columnOfRow[rowOf[j] - 1] = j - 1;
      }
    }
    return columnOfRow;
  }

  private static int[] inverse(int[] match, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < match.length; i++) {
      inverse[match[i]] = i;
    }
    return inverse;
  }

  private static long[][] transposed(long[][] matrix) {
    long[][] result = new long[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }
}
