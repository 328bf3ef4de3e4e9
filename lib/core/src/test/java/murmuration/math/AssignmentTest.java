package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Property(tries = 300)
  void theTotalIsTheBestOfAllMatchings(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 6) int columns) {
    long[][] matrix = matrix(Rng.of(seed), rows, columns, 12);
    var least = Assignment.least(matrix);
    assertEquals(best(matrix, 0, 0, -1), least.total());
    assertEquals(sum(matrix, least.columnOfRow(), Math.min(rows, columns)), least.total());
    var greatest = Assignment.greatest(matrix);
    assertEquals(best(matrix, 0, 0, 1), greatest.total());
    assertEquals(sum(matrix, greatest.columnOfRow(), Math.min(rows, columns)), greatest.total());
  }

  @Test
  void rowsBeyondTheColumnsStayWithoutOne() {
    var tall = Assignment.greatest(new long[][] {{1}, {7}, {3}});
    assertArrayEquals(new int[] {-1, 0, -1}, tall.columnOfRow());
    assertEquals(7, tall.total());
  }

  @Test
  void manyRowsAndColumnsAreMatchedInTime() {
    var assignment = Assignment.least(matrix(Rng.of(1), 300, 400, 1_000_000));
    assertEquals(300, Arrays.stream(assignment.columnOfRow()).distinct().count());
  }

  @Test
  void hugeEntriesDoNotOverflow() {
    long huge = 1L << 60;
    assertEquals(-3 * huge, Assignment.least(filled(3, -huge)).total());
    assertEquals(
        2 * huge, Assignment.greatest(new long[][] {{huge, -huge}, {-huge, huge}}).total());
    assertThrows(IllegalArgumentException.class, () -> Assignment.least(filled(1, 2 * huge)));
  }

  private static long[][] filled(int n, long value) {
    long[][] matrix = new long[n][n];
    for (long[] row : matrix) {
      Arrays.fill(row, value);
    }
    return matrix;
  }

  private static long[][] matrix(RandomGenerator random, int rows, int columns, int most) {
    long[][] matrix = new long[rows][columns];
    for (long[] row : matrix) {
      Arrays.setAll(row, j -> random.nextInt(2 * most) - most);
    }
    return matrix;
  }

  /** The columns are all different where a row has one. */
  private static long sum(long[][] matrix, int[] columnOfRow, int matched) {
    assertEquals(matched, Arrays.stream(columnOfRow).filter(j -> j >= 0).distinct().count());
    long sum = 0;
    for (int i = 0; i < columnOfRow.length; i++) {
      sum += columnOfRow[i] < 0 ? 0 : matrix[i][columnOfRow[i]];
    }
    return sum;
  }

  /** Over all matchings of as many rows as can have a column; sign 1 for the greatest. */
  private static long best(long[][] matrix, int row, int used, int sign) {
    int left = Math.min(matrix.length, matrix[0].length) - Integer.bitCount(used);
    if (left == 0) {
      return 0;
    }
    long best = matrix.length - row > left ? best(matrix, row + 1, used, sign) : Long.MIN_VALUE;
    boolean none = matrix.length - row <= left;
    for (int j = 0; j < matrix[row].length; j++) {
      if ((used >> j & 1) == 0) {
        long total = matrix[row][j] + best(matrix, row + 1, used | 1 << j, sign);
        if (none || sign * total > sign * best) {
          best = total;
          none = false;
        }
      }
    }
    return best;
  }
}
