package murmuration.language;

import java.util.stream.IntStream;
import murmuration.math.Entropy;

/**
 * Whole messages against whole meanings, counted.
 *
 * @param messages message type of each record
 * @param meanings meaning type of each record
 * @param weights weight of each record
 * @param key cells above 0: message type times meaning types plus meaning type, ascending
 * @param counts total weight of each cell
 */
record WholeTable(Codes messages, Codes meanings, long[] weights, long[] key, long[] counts) {
  static WholeTable of(Language language) {
    long[] weights = IntStream.range(0, language.size()).mapToLong(language::weight).toArray();
    return of(Codes.ofRows(language.messageRows()), Codes.ofRows(language.meaningRows()), weights);
  }

  static WholeTable of(Codes messages, Codes meanings, long[] weights) {
    long[] keys = new long[weights.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) messages.code()[i] * meanings.classes() + meanings.code()[i];
    }
    var cells = Codes.of(keys);
    return new WholeTable(messages, meanings, weights, Codes.distinct(keys), cells.counts(weights));
  }

  int cells() {
    return key.length;
  }

  int message(int cell) {
    return (int) (key[cell] / meanings.classes());
  }

  int meaning(int cell) {
    return (int) (key[cell] % meanings.classes());
  }

  /** In nats. */
  double messageEntropy() {
    return Entropy.nats(messages.counts(weights));
  }

  /** In nats. */
  double meaningEntropy() {
    return Entropy.nats(meanings.counts(weights));
  }

  /** Sum over records of -ln p(meaning | message): exactly 0 where messages tell meanings. */
  double columnGivenRow() {
    long[] rows = messages.counts(weights);
    double sum = 0;
    for (int c = 0; c < key.length; c++) {
      sum -= counts[c] * Math.log((double) counts[c] / rows[message(c)]);
    }
    return sum + 0.0;
  }

  /** Sum over records of -ln p(message | meaning): exactly 0 without synonyms. */
  double rowGivenColumn() {
    long[] columns = meanings.counts(weights);
    double sum = 0;
    for (int c = 0; c < key.length; c++) {
      sum -= counts[c] * Math.log((double) counts[c] / columns[meaning(c)]);
    }
    return sum + 0.0;
  }

  /** In nats; never below 0, and exactly 0 where the table is the product of its margins. */
  double information() {
    long[] rows = messages.counts(weights);
    long[] columns = meanings.counts(weights);
    double total = 0;
    for (long row : rows) {
      total += row;
    }
    double sum = 0;
    for (int c = 0; c < key.length; c++) {
      double product = (double) rows[message(c)] * columns[meaning(c)];
      sum += counts[c] * Math.log(counts[c] * total / product);
    }
    return Math.clamp(sum / total, 0, Math.min(messageEntropy(), meaningEntropy()));
  }
}
