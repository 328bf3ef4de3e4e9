package murmuration.language;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Entropy;

/**
 * Records told apart by the symbols of some positions. A record that is alone in its class leaves
 * nothing open, with these positions and with any more: only the others are kept.
 */
final class Refinement {
  private static final int MOST_CELLS = 1 << 22;

  private final CodedLanguage language;
  private final int[] records;
  private final int[] code;
  private final int classes;

  /** Nothing told apart yet. */
  Refinement(CodedLanguage language) {
    this(language, IntStream.range(0, language.size()).toArray(), new int[language.size()], 1);
  }

  private Refinement(CodedLanguage language, int[] records, int[] code, int classes) {
    this.language = language;
    this.records = records;
    this.code = code;
    this.classes = classes;
  }

  /** Told apart by one position more. */
  Refinement with(MessageUnit position) {
    var finer = finer(position);
    int[] members = new int[finer.classes()];
    for (int c : finer.code()) {
      members[c]++;
    }
    int[] number = new int[members.length];
    int open = 0;
    for (int c = 0; c < members.length; c++) {
      number[c] = members[c] > 1 ? open++ : -1;
    }
    int[] kept = new int[records.length];
    int[] keptCode = new int[records.length];
    int size = 0;
    for (int i = 0; i < records.length; i++) {
      int c = number[finer.code()[i]];
      if (c >= 0) {
        kept[size] = records[i];
        keptCode[size++] = c;
      }
    }
    return new Refinement(language, Arrays.copyOf(kept, size), Arrays.copyOf(keptCode, size), open);
  }

  private Codes finer(MessageUnit position) {
    int columns = position.counts().length;
    if ((long) classes * columns > MOST_CELLS) {
      long[] keys = new long[records.length];
      Arrays.setAll(keys, i -> (long) code[i] * columns + position.code()[records[i]]);
      return Codes.of(keys);
    }
    int[] number = new int[classes * columns];
    int[] fine = new int[records.length];
    int next = 0;
    for (int i = 0; i < fine.length; i++) {
      int key = code[i] * columns + position.code()[records[i]];
      if (number[key] == 0) {
        number[key] = ++next;
      }
      fine[i] = number[key] - 1;
    }
    return new Codes(fine, next);
  }

  /** H(a | what is told apart) over H(a); exactly 0 where that tells a. */
  double share(int a) {
    double open =
        (long) classes * language.attribute(a).classes() <= MOST_CELLS ? dense(a) : sparse(a);
    double entropy = Entropy.nats(language.attributeCounts(a));
    return Math.clamp(open / language.total() / entropy, 0, 1);
  }

  private double dense(int a) {
    int[] value = language.attribute(a).code();
    long[] weights = language.weights();
    int values = language.attribute(a).classes();
    long[] cells = new long[classes * values];
    long[] rows = new long[classes];
    for (int i = 0; i < records.length; i++) {
      long weight = weights[records[i]];
      cells[code[i] * values + value[records[i]]] += weight;
      rows[code[i]] += weight;
    }
    double sum = 0;
    for (int row = 0; row < classes; row++) {
      for (int c = row * values; c < (row + 1) * values; c++) {
        if (cells[c] > 0 && cells[c] < rows[row]) {
          sum -= cells[c] * Math.log((double) cells[c] / rows[row]);
        }
      }
    }
    return sum;
  }

  private double sparse(int a) {
    int[] value = new int[records.length];
    long[] weights = new long[records.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = language.attribute(a).code()[records[i]];
      weights[i] = language.weights()[records[i]];
    }
    var values = new Codes(value, language.attribute(a).classes());
    return WholeTable.of(new Codes(code, classes), values, weights).columnGivenRow();
  }
}
