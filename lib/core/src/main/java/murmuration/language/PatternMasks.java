package murmuration.language;

import java.util.Arrays;

/**
 * For every symbol and row, which of 64 patterns have that symbol there. Only symbols that the
 * patterns have take up words; all others share words of zeros.
 */
final class PatternMasks {
  private final int rows;
  private final int[] places; // of a symbol's words; 0 for one that no pattern has
  private final int[] present;
  private final long[] words;
  private int count;

  /**
   * Without any symbol.
   *
   * @param symbols how many there are
   * @param rows words a symbol
   * @param most symbols that the patterns can have between them
   */
  PatternMasks(int symbols, int rows, int most) {
    this.rows = rows;
    this.places = new int[symbols];
    this.present = new int[Math.min(symbols, most)];
    this.words = new long[(present.length + 1) * rows];
  }

  /** Marks the patterns of this bit as having the symbol in this row. */
  void add(int symbol, int row, long bit) {
    if (places[symbol] == 0) {
      present[count++] = symbol;
      places[symbol] = count * rows;
    }
    words[places[symbol] + row] |= bit;
  }

  /** Where the words of a symbol begin. */
  int place(int symbol) {
    return places[symbol];
  }

  long[] words() {
    return words;
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      places[present[i]] = 0;
    }
    Arrays.fill(words, 0, (count + 1) * rows, 0);
    count = 0;
  }
}
