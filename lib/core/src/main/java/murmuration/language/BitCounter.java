package murmuration.language;

import java.util.Arrays;

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
    long carry = c0 & bits;
    c0 ^= bits;
    carry(carry);
  }

  /** Adds 1 to the counters of these bits, and 1 to the counters of those. */
  void add(long these, long those) {
    long either = these ^ those;
    long carry = (these & those) | (c0 & either);
    c0 ^= either;
    carry(carry);
  }

  private void carry(long bits) {
    long two = c1 & bits;
    c1 ^= bits;
    long four = c2 & two;
    c2 ^= two;
    long carry = c3 & four;
    c3 ^= four;
    for (int p = 0; carry != 0; p++) {
      long next = high[p] & carry;
      high[p] ^= carry;
      carry = next;
      pastLow = true;
    }
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
