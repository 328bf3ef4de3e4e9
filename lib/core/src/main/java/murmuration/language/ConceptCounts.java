package murmuration.language;

import java.util.Arrays;

/**
 * Occurrences of every symbol in messages about every value of every attribute, kept sparse: the
 * cells above 0 of each concept.
 */
final class ConceptCounts {
  private final int words;
  private final int[][] word;
  private final long[][] count;
  private final long[] wordTotals;
  private final int[] firstConcept;
  private final int[] symbolCode;
  private final int[] symbolStart;
  private final CodedLanguage language;

  private ConceptCounts(CodedLanguage language) {
    this.language = language;
    int[][] messages = language.messages();
    symbolStart = new int[messages.length + 1];
    for (int i = 0; i < messages.length; i++) {
      symbolStart[i + 1] = symbolStart[i] + messages[i].length;
    }
    var codes = language.flat();
    symbolCode = codes.code();
    words = codes.classes();
    firstConcept = new int[language.attributeCount() + 1];
    for (int a = 0; a < language.attributeCount(); a++) {
      firstConcept[a + 1] = firstConcept[a] + language.attribute(a).classes();
    }
    int concepts = firstConcept[language.attributeCount()];
    word = new int[concepts][];
    count = new long[concepts][];
    wordTotals = new long[words];
    for (int a = 0; a < language.attributeCount(); a++) {
      tally(a);
    }
    for (int k = 0; k < concepts; k++) {
      for (int c = 0; c < word[k].length; c++) {
        wordTotals[word[k][c]] += count[k][c];
      }
    }
  }

  static ConceptCounts of(Language language) {
    return of(CodedLanguage.of(language));
  }

  static ConceptCounts of(CodedLanguage language) {
    return new ConceptCounts(language);
  }

  /** Records by value of this attribute, then their symbols, with one row of scratch. */
  private void tally(int a) {
    var codes = language.attribute(a);
    int[] order = recordsByValue(codes);
    long[] row = new long[words];
    int[] touched = new int[words];
    int at = 0;
    for (int v = 0; v < codes.classes(); v++) {
      int met = 0;
      for (; at < order.length && codes.code()[order[at]] == v; at++) {
        int i = order[at];
        for (int s = symbolStart[i]; s < symbolStart[i + 1]; s++) {
          if (row[symbolCode[s]] == 0) {
            touched[met++] = symbolCode[s];
          }
          row[symbolCode[s]] += language.weights()[i];
        }
      }
      int[] found = Arrays.copyOf(touched, met);
      Arrays.sort(found);
      word[firstConcept[a] + v] = found;
      count[firstConcept[a] + v] = Arrays.stream(found).mapToLong(w -> row[w]).toArray();
      for (int w : found) {
        row[w] = 0;
      }
    }
  }

  private static int[] recordsByValue(Codes codes) {
    int[] start = new int[codes.classes() + 1];
    for (int v : codes.code()) {
      start[v + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] order = new int[codes.code().length];
    for (int i = 0; i < order.length; i++) {
      order[start[codes.code()[i]]++] = i;
    }
    return order;
  }

  int words() {
    return words;
  }

  int concepts() {
    return word.length;
  }

  /** The concept of this record's value of attribute a. */
  int concept(int record, int a) {
    return firstConcept[a] + language.attribute(a).code()[record];
  }

  /** Symbols of a record as word numbers. */
  int[] wordsOf(int record) {
    return Arrays.copyOfRange(symbolCode, symbolStart[record], symbolStart[record + 1]);
  }

  /** Words x concepts. */
  long[][] dense() {
    long[][] dense = new long[words][concepts()];
    for (int k = 0; k < word.length; k++) {
      for (int c = 0; c < word[k].length; c++) {
        dense[word[k][c]][k] = count[k][c];
      }
    }
    return dense;
  }

  /** p(w|k) p(k|w) of each concept's commonest word, the rarest elsewhere of equal ones. */
  double[] perConcept(double smoothing) {
    return perConcept(smoothing, 1);
  }

  /** The same with the commonest elsewhere of equal ones. */
  double[] perConceptLowest(double smoothing) {
    return perConcept(smoothing, -1);
  }

  private double[] perConcept(double smoothing, int sign) {
    double[] products = new double[concepts()];
    for (int k = 0; k < products.length; k++) {
      long most = Arrays.stream(count[k]).max().orElse(0);
      double sum = Arrays.stream(count[k]).sum() + words * smoothing;
      long elsewhere = most == 0 ? extreme(sign) : -1;
      for (int c = 0; c < count[k].length; c++) {
        long all = wordTotals[word[k][c]];
        if (count[k][c] == most && (elsewhere < 0 || sign * all < sign * elsewhere)) {
          elsewhere = all;
        }
      }
      double joint = most + smoothing;
      products[k] = joint / sum * (joint / (elsewhere + concepts() * smoothing));
    }
    return products;
  }

  /** For a concept without words all are equal, at 0. */
  private long extreme(int sign) {
    var totals = Arrays.stream(wordTotals);
    return (sign > 0 ? totals.min() : totals.max()).orElse(0);
  }
}
