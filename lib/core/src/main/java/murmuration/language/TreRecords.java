package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * A language as the tree reconstruction error sees it: different meanings, and for each position
 * and symbol that occur how often each meaning has it. Short messages are padded with a symbol of
 * their own.
 *
 * @param meanings the different meanings, as class numbers
 * @param classes values of each attribute
 * @param weight total weight of each meaning
 * @param positions for each position, for each symbol there, its weight with each meaning
 * @param meaningOf the number of the meaning of each record of the language
 * @param symbolOf for each position, the number of the symbol of each record there
 */
record TreRecords(
    int[][] meanings,
    int[] classes,
    double[] weight,
    double[][][] positions,
    int[] meaningOf,
    int[][] symbolOf) {
  private static final int MOST_LEAVES = 1000;

  static TreRecords of(Language language) {
    int n = language.size();
    int[][] rows = language.meaningRows();
    int attributes = language.attributeCount();
    int[] classes = new int[attributes];
    int[][] coded = new int[n][attributes];
    for (int a = 0; a < attributes; a++) {
      int column = a;
      var codes = Codes.of(IntStream.range(0, n).map(i -> rows[i][column]).toArray());
      classes[a] = codes.classes();
      for (int i = 0; i < n; i++) {
        coded[i][a] = codes.code()[i];
      }
    }
    long leaves = Arrays.stream(classes).asLongStream().sum();
    Arguments.require(
        leaves <= MOST_LEAVES,
        "meanings have %d values of attributes: expected at most %d for a reconstruction",
        leaves,
        MOST_LEAVES);
    var known = new LinkedHashMap<Sequence, Integer>();
    int[] meaning = new int[n];
    for (int i = 0; i < n; i++) {
      int fresh = known.size();
      meaning[i] = known.computeIfAbsent(new Sequence(coded[i]), key -> fresh);
    }
    double[] weight = new double[known.size()];
    for (int i = 0; i < n; i++) {
      weight[meaning[i]] += language.weight(i);
    }
    int[][] messages = language.messageRows();
    int longest = Arrays.stream(messages).mapToInt(m -> m.length).max().orElse(0);
    double[][][] positions = new double[longest][][];
    int[][] symbolOf = new int[longest][n];
    for (int p = 0; p < longest; p++) {
      var symbols = new TreeMap<Long, double[]>();
      for (int i = 0; i < n; i++) {
        long symbol = symbol(language, messages[i], p);
        symbols.computeIfAbsent(symbol, s -> new double[weight.length])[meaning[i]] +=
            language.weight(i);
      }
      positions[p] = symbols.values().toArray(double[][]::new);
      long[] sorted = symbols.keySet().stream().mapToLong(Long::longValue).toArray();
      for (int i = 0; i < n; i++) {
        symbolOf[p][i] = Arrays.binarySearch(sorted, symbol(language, messages[i], p));
      }
    }
    return new TreRecords(
        known.keySet().stream().map(Sequence::symbols).toArray(int[][]::new),
        classes,
        weight,
        positions,
        meaning,
        symbolOf);
  }

  /** The symbol at a place; the language's own EOS is one with the padding. */
  private static long symbol(Language language, int[] message, int p) {
    if (p >= message.length) {
      return Long.MAX_VALUE;
    }
    boolean end = language.eos().isPresent() && language.eos().getAsInt() == message[p];
    return end ? Long.MAX_VALUE : message[p];
  }

  double total() {
    return Arrays.stream(weight).sum();
  }

  /** Where the leaves of each attribute begin, and how many there are in all. */
  int[] offsets() {
    int[] offsets = new int[classes.length + 1];
    for (int a = 0; a < classes.length; a++) {
      offsets[a + 1] = offsets[a] + classes[a];
    }
    return offsets;
  }
}
