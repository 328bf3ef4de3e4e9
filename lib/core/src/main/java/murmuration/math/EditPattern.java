package murmuration.math;

import java.util.Arrays;

/**
 * A sequence prepared for its edit distances (Levenshtein 1966) to many others: a column of the
 * table of distances is kept as bits of words, 64 rows a word, and a symbol is one step of a dozen
 * operations a word (Myers 1999, A fast bit-vector algorithm for approximate string matching,
 * Journal of the ACM 46:395; Hyyrö 2003, A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances, Nordic Journal of Computing 10:29). O(length of the other x length / 64).
 *
 * <pre>{@code
 * EditPattern pattern = EditPattern.of(3, 1, 4, 1, 5);
 * int distance = pattern.distance(3, 1, 1, 5, 9);
 * }</pre>
 *
 * <p>Immutable; of any symbols. Where the bits of all symbols would take more than 32 MB, the table
 * itself is filled in.
 */
public final class EditPattern {
  private static final int OFTEN = 1024;
  private static final int WORD = 64;

  private static final int MOST_WORDS = 1 << 22;

  private final int[] sequence;
  private final int length;
  private final int words;
  private final int[] symbols; // open addressing
  private final int[] rows; // of matches, for the symbol in this slot; -1 for an empty slot
  private final long[] matches; // words a symbol: bit i where the sequence has it at i

  private EditPattern(int[] sequence) {
    this.sequence = sequence;
    length = sequence.length;
    words = (length + WORD - 1) / WORD;
    int capacity = Integer.highestOneBit(Math.max(1, length)) * 4;
    symbols = new int[capacity];
    rows = new int[capacity];
    Arrays.fill(rows, -1);
    int distinct = 0;
    int[] rowOf = new int[length];
    for (int i = 0; i < length; i++) {
      int slot = slot(sequence[i]);
      if (rows[slot] < 0) {
        symbols[slot] = sequence[i];
        rows[slot] = distinct++;
      }
      rowOf[i] = rows[slot];
    }
    boolean fits = (long) distinct * words <= MOST_WORDS;
    matches = new long[fits ? distinct * words : 0];
    for (int i = 0; fits && i < length; i++) {
      matches[rowOf[i] * words + i / WORD] |= 1L << i;
    }
  }

  /** Prepares a sequence; it may be empty. */
  public static EditPattern of(int... sequence) {
    return new EditPattern(Arguments.present("sequence", sequence).clone());
  }

  /** The fewest insertions, deletions and substitutions that turn it into the other. */
  public int distance(int... other) {
    Arguments.present("other", other);
    if (length == 0 || other.length == 0) {
      return Math.max(length, other.length);
    }
    if (matches.length == 0) {
      return Levenshtein.distance(sequence, other);
    }
    return words == 1 ? oneWord(other) : manyWords(other);
  }

  private int oneWord(int[] other) {
    long plus = -1;
    long minus = 0;
    for (int symbol : other) {
      int row = rows[slot(symbol)];
      long equal = row < 0 ? 0 : matches[row];
      long vertical = equal | minus;
      long diagonal = (((equal & plus) + plus) ^ plus) | equal;
      long up = minus | ~(diagonal | plus);
      long down = plus & diagonal;
      up = up << 1 | 1;
      plus = down << 1 | ~(vertical | up);
      minus = up & vertical;
    }
    long used = -1L >>> (WORD - length);
    return other.length + Long.bitCount(plus & used) - Long.bitCount(minus & used);
  }

  private int manyWords(int[] other) {
    long[] plus = new long[words];
    long[] minus = new long[words];
    Arrays.fill(plus, -1);
    for (int j = 0; j < other.length; j++) {
      if (j % OFTEN == OFTEN - 1) {
        Interruption.check("edit distance");
      }
      int row = rows[slot(other[j])];
      long upIn = 1;
      long downIn = 0;
      for (int w = 0; w < words; w++) {
        long equal = row < 0 ? 0 : matches[row * words + w];
        long vertical = equal | minus[w];
        equal |= downIn;
        long diagonal = (((equal & plus[w]) + plus[w]) ^ plus[w]) | equal;
        long up = minus[w] | ~(diagonal | plus[w]);
        long down = plus[w] & diagonal;
        long upOut = up >>> (WORD - 1);
        long downOut = down >>> (WORD - 1);
        up = up << 1 | upIn;
        down = down << 1 | downIn;
        plus[w] = down | ~(vertical | up);
        minus[w] = up & vertical;
        upIn = upOut;
        downIn = downOut;
      }
    }
    long used = -1L >>> (words * WORD - length);
    int last = words - 1;
    int sum = other.length;
    for (int w = 0; w < last; w++) {
      sum += Long.bitCount(plus[w]) - Long.bitCount(minus[w]);
    }
    return sum + Long.bitCount(plus[last] & used) - Long.bitCount(minus[last] & used);
  }

  /** The slot of a symbol, or the empty one where it would be. */
  private int slot(int symbol) {
    int mask = symbols.length - 1;
    int slot = ((symbol * 0x9E3779B9) >>> 7) & mask;
    while (rows[slot] >= 0 && symbols[slot] != symbol) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
