package murmuration.sorting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What two neighbours are to one another, as bits of one number: so that cells decide, and counts
 * change, without branches on values, which could not be predicted.
 */
final class PairCode {
  static final int DESCENT = 1;
  static final int ASCENT = 2;

  private static final int ORDER = DESCENT | ASCENT;
  private static final int TOUCHED_SHIFT = 2;
  private static final int BLOCKED_SHIFT = 4;
  private static final int SAME_SHIFT = 6;

  /** One of the two is frozen: a bit over that of descents, one over that of ascents. */
  static final int TOUCHED = ORDER << TOUCHED_SHIFT;

  /** One of the two is frozen and cannot be moved: two bits likewise. */
  static final int BLOCKED = ORDER << BLOCKED_SHIFT;

  private static final int SAME = 1 << SAME_SHIFT;
  private static final int VALUE = 16;
  private static final int TYPE = 6;
  private static final int TYPES = (1 << (VALUE - TYPE)) - 1;
  private static final int FIELD = 20;
  private static final long MASK = (1L << FIELD) - 1;

  /** What a pair adds to the counts: descents, ascents and like pairs, in fields of a long. */
  private static final long[] COUNTS = new long[2 * SAME];

  static {
    for (int code = 0; code < COUNTS.length; code++) {
      COUNTS[code] =
          ((code & DESCENT) / DESCENT)
              + ((code & ASCENT) / ASCENT) * (1L << FIELD)
              + ((code & SAME) / SAME) * (1L << (2 * FIELD));
    }
  }

  /** Codes of 0 that an array of codes needs beyond its pairs. */
  static final int MARGIN = 1 + Long.BYTES;

  /** Eight codes at once, the first in the lowest byte. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;

  private PairCode() {}

  /** A cell as a neighbour: its value, its type (below 1024), and its obstacle bits. */
  static long word(int value, int type, int obstacle) {
    return (long) value << VALUE | (long) type << TYPE | obstacle;
  }

  /** The code of two cells' words. */
  static int of(long left, long right) {
    long rise = (right >> VALUE) - (left >> VALUE);
    int unlike = (int) (left ^ right) >>> TYPE & TYPES;
    int obstacles = (int) (left | right) & (TOUCHED | BLOCKED);
    int same = ((unlike - 1) >>> 31) << SAME_SHIFT;
    return (int) (rise >>> 63) | (int) (-rise >>> 63) << 1 | same | obstacles;
  }

  /** The code after the two have changed places. */
  static int turned(int code) {
    return (code & ~ORDER) | (code & DESCENT) << 1 | (code & ASCENT) >> 1;
  }

  /** The descent or ascent of the pair if neither is frozen, else 0. */
  static int untouched(int code) {
    return code & ORDER & ~(code >> TOUCHED_SHIFT);
  }

  /** The descent or ascent of the pair if the two may be swapped, else 0. */
  static int free(int code) {
    return code & ORDER & ~(code >> BLOCKED_SHIFT);
  }

  /**
   * The first pair from {@code from} on that is untouched and a descent (or ascent); {@code to} or
   * more where there is none before.
   */
  static int first(int wrong, byte[] codes, int from, int to) {
    long mask = EACH * (wrong | TOUCHED);
    long wanted = EACH * wrong;
    for (int i = from; i < to; i += Long.BYTES) {
      long unlike = ((long) EIGHT.get(codes, i) & mask) ^ wanted;
      long found = (unlike - EACH) & (EACH << 7);
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >> 3);
      }
    }
    return Math.max(from, to);
  }

  /** By how much the counts grow where one code takes the place of another. */
  static long change(int before, int after) {
    return COUNTS[after] - COUNTS[before];
  }

  static int descents(long counts) {
    return (int) (counts & MASK);
  }

  static int ascents(long counts) {
    return (int) (counts >>> FIELD & MASK);
  }

  static int samePairs(long counts) {
    return (int) (counts >>> (2 * FIELD));
  }
}
