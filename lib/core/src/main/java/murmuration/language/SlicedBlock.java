package murmuration.language;

import java.util.Arrays;
import java.util.Objects;
import murmuration.math.Interruption;

/**
 * Distances of 64 records, the patterns, to each that comes after them, all 64 at once: bit i of
 * every word belongs to pattern i.
 *
 * <p>A cell of Levenshtein's table differs from the one above it, and from the one to its left, by
 * -1, 0 or 1 (Myers 1999). Two bits hold each difference, so eight operations on words fill one
 * cell for 64 pairs, whatever the lengths; nothing is carried from row to row but two bits, and no
 * lane of a word is left unused. A message that begins like the one before it starts from the
 * column where they part. Distances are never taken out of the bits pair by pair: the differences
 * are added up as binary numbers, one word a digit, and the bits that make d and h are counted for
 * each distance d of messages and each number h of attributes that differ.
 */
final class SlicedBlock {
  private static final int PATTERNS = 64;
  private static final int KEPT_WORDS = 1 << 17;
  private static final long OFTEN = 1 << 22;

  private final SlicedRecords records;
  private final long[] tally;
  private final PatternMasks symbols;
  private final PatternMasks values;
  private final boolean columnsKept;
  private final long[] columns;
  private final long[] used;
  private final BitCounter edits;
  private final BitCounter differing;
  private final long[] weightPlanes = new long[63];
  private final long[] segments = new long[PATTERNS];
  private final int[] segmentLengths = new int[PATTERNS];

  private int first;
  private int end;
  private int rows;
  private int segmentCount;
  private int planes;
  private long cellsSinceCheck;

  SlicedBlock(SlicedRecords records) {
    this.records = records;
    int longest = Math.max(1, records.longest);
    int attributes = records.attributes;
    this.tally = new long[records.divisors() * (attributes + 1) * (records.longest + 1)];
    this.symbols = new PatternMasks(records.symbols, longest, PATTERNS * longest);
    this.values = new PatternMasks(records.values, 1, PATTERNS * attributes);
    long words = 2L * longest * (longest + 1);
    this.columnsKept = words <= KEPT_WORDS;
    this.columns = new long[columnsKept ? (int) words : 2 * longest];
    this.used = new long[longest];
    this.edits = new BitCounter(2 * longest);
    this.differing = new BitCounter(attributes);
  }

  /** Pairs by divisor, attributes that differ and edits, of the blocks so far. */
  long[] tally() {
    return tally;
  }

  /** Tallies the pairs of the records from this one on, at most 64, with all that come after. */
  void run(int from) {
    first = from;
    end = Math.min(records.size, from + PATTERNS);
    load();
    int known = -1;
    for (int j = first + 1; j < records.size; j++) {
      int[] message = records.messages[j];
      int same = known == j - 1 && columnsKept ? records.shared[j] : 0;
      if (!records.positionsOnly()) {
        fill(message, same);
      }
      known = j;
      count(j, message);
      cellsSinceCheck += (long) rows * message.length + 64;
      if (cellsSinceCheck > OFTEN) {
        Interruption.check("topographic similarity");
        cellsSinceCheck = 0;
      }
    }
    symbols.clear();
    values.clear();
  }

  private void load() {
    rows = records.messages[end - 1].length;
    Arrays.fill(used, 0);
    segmentCount = 0;
    long largest = 0;
    for (int i = first; i < end; i++) {
      long bit = 1L << (i - first);
      int[] message = records.messages[i];
      for (int r = 0; r < message.length; r++) {
        symbols.add(message[r], r, bit);
        used[r] |= bit;
      }
      for (int value : records.meanings[i]) {
        values.add(value, 0, bit);
      }
      if (segmentCount == 0
          || (records.divisors() > 1 && segmentLengths[segmentCount - 1] != message.length)) {
        segmentLengths[segmentCount] = message.length;
        segments[segmentCount++] = 0;
      }
      segments[segmentCount - 1] |= bit;
      largest = Math.max(largest, records.weights[i]);
    }
    planes = largest == 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(largest);
    Arrays.fill(weightPlanes, 0);
    for (int i = first; i < end; i++) {
      for (int p = 0; p < planes; p++) {
        weightPlanes[p] |= (records.weights[i] >>> p & 1) << (i - first);
      }
    }
  }

  /** Fills the table's columns for the symbols of a message after those that are the same. */
  private void fill(int[] message, int same) {
    int stride = 2 * rows;
    if (!columnsKept) {
      Arrays.fill(columns, 0);
    }
    for (int c = same; c < message.length; c++) {
      int from = columnsKept ? c * stride : 0;
      int to = columnsKept ? from + stride : 0;
      column(symbols.words(), symbols.place(message[c]), columns, from, to, rows);
    }
  }

  /**
   * One column from the one to its left. Each cell has two words: {@code notUp}, where it is not 1
   * more than the one above, and {@code down}, where it is 1 less.
   */
  private static void column(long[] equal, int at, long[] columns, int from, int to, int rows) {
    Objects.checkFromIndexSize(at, rows, equal.length);
    Objects.checkFromIndexSize(from, 2 * rows, columns.length);
    Objects.checkFromIndexSize(to, 2 * rows, columns.length);
    long right = -1; // 1 more than the cell to its left, as the top row is
    long left = 0; // 1 less
    for (int r = 0; r < rows; r++) {
      long notUp = columns[from + 2 * r];
      long down = columns[from + 2 * r + 1];
      long diagonal = equal[at + r] | down | left; // as the cell above to the left
      columns[to + 2 * r] = right | (diagonal & ~left);
      columns[to + 2 * r + 1] = diagonal & right;
      right = notUp & ~(diagonal & ~down);
      left = diagonal & ~notUp;
    }
  }

  private void count(int j, int[] message) {
    int earlier = Math.min(end, j) - first;
    long counted = -1L >>> (PATTERNS - earlier);
    int length = message.length;
    int most = Math.max(rows, length) + rows - length;
    edits.clear();
    if (records.positionsOnly()) {
      for (int r = 0; r < length; r++) {
        edits.add(~symbols.words()[symbols.place(message[r]) + r]);
      }
    } else {
      // edits are the length, and all that cells are above those over them: counted from -rows
      edits.addColumn(columns, columnsKept ? 2 * rows * length : 0, used, rows);
    }
    differing.clear();
    long[] valueWords = values.words();
    for (int value : records.meanings[j]) {
      differing.add(~valueWords[values.place(value)]);
    }
    long[] byEdits = edits.split(counted, most);
    long[] byAttributes = differing.split(-1L, records.attributes);
    int shift = length - rows;
    int least = Math.max(0, -shift);
    while (least < most && byEdits[least] == 0) {
      least++;
    }
    while (least < most && byEdits[most] == 0) {
      most--;
    }
    for (int s = 0; s < segmentCount; s++) {
      int table = records.divisor(segmentLengths[s], length) * (records.attributes + 1);
      for (int h = 0; h <= records.attributes; h++) {
        long chosen = byAttributes[h] & segments[s];
        if ((chosen & counted) != 0) {
          int at = (table + h) * (records.longest + 1) + shift;
          if (planes == 0 && records.weights[j] == 1) {
            tallyOnes(chosen, byEdits, least, most, at);
          } else {
            tallyWeights(chosen, byEdits, least, most, at, records.weights[j]);
          }
        }
      }
    }
  }

  private void tallyOnes(long chosen, long[] byEdits, int least, int most, int at) {
    for (int e = least; e <= most; e++) {
      tally[at + e] += Long.bitCount(chosen & byEdits[e]);
    }
  }

  private void tallyWeights(long chosen, long[] byEdits, int least, int most, int at, long weight) {
    for (int e = least; e <= most; e++) {
      long which = chosen & byEdits[e];
      long sum = planes == 0 ? Long.bitCount(which) : 0;
      for (int p = 0; p < planes; p++) {
        sum += (long) Long.bitCount(which & weightPlanes[p]) << p;
      }
      tally[at + e] += weight * sum;
    }
  }
}
