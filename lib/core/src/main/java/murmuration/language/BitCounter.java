package murmuration.language;

import java.util.Arrays;
import java.util.Objects;

/**
 * Sixty-four counters side by side: bit i of every word belongs to counter i, word p holds digit p
 * of all of them in binary.
 */
final class BitCounter {
  private static final int LOW = 4;

  private final long[] high;
  private final long[] split;
  private long c0;
  private long c1;
  private long c2;
  private long c3;
  private boolean pastLow;

  /** Counters from 0 to at least {@code most}. */
  BitCounter(int most) {
    int digits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, most));
    high = new long[Math.max(0, digits - LOW)];
    split = new long[1 << Math.max(LOW, digits)];
  }

  void clear() {
    c0 = 0;
    c1 = 0;
    c2 = 0;
    c3 = 0;
    if (pastLow) {
      Arrays.fill(high, 0);
      pastLow = false;
    }
  }

  /** Adds 1 to the counters of these bits. */
  void add(long bits) {
    long two = c0 & bits;
    c0 ^= bits;
    long four = c1 & two;
    c1 ^= two;
    long eight = c2 & four;
    c2 ^= four;
    long past = c3 & eight;
    c3 ^= eight;
    if (past != 0) {
      carryPast(past);
    }
  }

  /**
   * Adds what the cells of a column are above the cells over them, and 1 for every row: of each
   * pair of words, 1 where the first has no bit, and 1 where the second has none. A pattern without
   * this row counts as one whose cells are all equal.
   *
   * @param columns two words a cell
   * @param from where the column begins
   * @param used the patterns that have each row
   * @param rows cells of the column
   */
  void addColumn(long[] columns, int from, long[] used, int rows) {
    Objects.checkFromIndexSize(from, 2 * rows, columns.length);
    Objects.checkFromIndexSize(0, rows, used.length);
    long one = c0;
    long two = c1;
    long four = c2;
    long eight = c3;
    for (int r = 0; r < rows; r++) {
      long up = used[r] & ~columns[from + 2 * r];
      long notDown = ~(used[r] & columns[from + 2 * r + 1]);
      long either = up ^ notDown;
      long toTwo = (up & notDown) | (one & either);
      one ^= either;
      long toFour = two & toTwo;
      two ^= toTwo;
      long toEight = four & toFour;
      four ^= toFour;
      long past = eight & toEight;
      eight ^= toEight;
      if (past != 0) {
        carryPast(past);
      }
    }
    c0 = one;
    c1 = two;
    c2 = four;
    c3 = eight;
  }

  private void carryPast(long bits) {
    long carry = bits;
    for (int p = 0; carry != 0; p++) {
      long next = high[p] & carry;
      high[p] ^= carry;
      carry = next;
    }
    pastLow = true;
  }

  /**
   * Where each count is: word k has the bits of the counters that are at k, of those chosen. It
   * changes with the next call.
   *
   * @param most counts above it are not asked for
   */
  long[] split(long chosen, int most) {
    split[0] = chosen;
    int digits = Integer.SIZE - Integer.numberOfLeadingZeros(most);
    for (int p = 0, half = 1; p < digits; p++, half *= 2) {
      long digit = digit(p);
      for (int k = 0; k < half; k++) {
        long word = split[k];
        split[half + k] = word & digit;
        split[k] = word & ~digit;
      }
    }
    return split;
  }

  private long digit(int p) {
    return switch (p) {
      case 0 -> c0;
      case 1 -> c1;
      case 2 -> c2;
      case 3 -> c3;
      default -> high[p - LOW];
    };
  }
}
