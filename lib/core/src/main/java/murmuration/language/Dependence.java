package murmuration.language;

import java.util.Arrays;
import murmuration.math.Entropy;

/**
 * Entropies and informations, in nats, of units of the messages and attributes of the meanings,
 * from whole counts in one pass of the listed records. Scratch space inside: one for each thread.
 */
final class Dependence {
  private static final int SPARE = 1024;

  private final CodedLanguage language;
  private final double total;
  private long[] cells = new long[SPARE];
  private final long[] listed;
  private final int[] touched;

  /** Cells above 0 of the table last counted. */
  private long occupied;

  Dependence(CodedLanguage language) {
    this.language = language;
    this.total = language.total();
    int most = 0;
    for (int a = 0; a < language.attributeCount(); a++) {
      most = Math.max(most, language.attribute(a).classes());
    }
    listed = new long[most];
    touched = new int[most];
  }

  /** Entropy of a unit; exactly 0 where it is constant. */
  static double entropy(MessageUnit unit, EntropyEstimate estimate) {
    long[] margin = unit.margin();
    double total = Arrays.stream(margin).sum();
    double entropy = Entropy.nats(margin);
    return estimate.correction() == BiasCorrection.MILLER_MADOW
        ? entropy + (margin.length - 1) / (2 * total)
        : entropy;
  }

  /** Information of a unit about an attribute, with what can be corrected without permutations. */
  double information(MessageUnit unit, int a, BiasCorrection correction) {
    double plugIn = plugIn(unit, a);
    return switch (correction) {
      case NONE, SHUFFLED -> plugIn;
      case MILLER_MADOW ->
          plugIn
              + (unit.classes() - 1 + language.attribute(a).classes() - 1 - (occupied - 1))
                  / (2 * total);
      case CHANCE ->
          plugIn - Entropy.expectedInformation(unit.margin(), language.attributeCounts(a));
    };
  }

  /** Never below 0, and exactly 0 where the table is the product of its margins. */
  private double plugIn(MessageUnit unit, int a) {
    int[] value = language.attribute(a).code();
    long[] valueCounts = language.attributeCounts(a);
    int values = valueCounts.length;
    int m = unit.code().length;
    occupied = 0;
    double sum = 0;
    if ((long) unit.counts().length * values <= 4L * m + SPARE) {
      int size = unit.counts().length * values;
      count(unit, value, values, size);
      for (int key = 0; key < size; key++) {
        if (cells[key] > 0) {
          sum += term(cells[key], unit.counts()[key / values], valueCounts[key % values]);
        }
      }
    } else {
      sum = sparse(unit, value, valueCounts);
    }
    if (unit.others() > 0) {
      sum += others(unit, value, valueCounts);
    }
    return Math.max(0, sum / total);
  }

  private void count(MessageUnit unit, int[] value, int values, int size) {
    if (cells.length < size) {
      cells = new long[size];
    }
    Arrays.fill(cells, 0, size, 0);
    long[] weights = language.weights();
    int[] code = unit.code();
    int[] records = unit.records();
    if (records == null) {
      for (int i = 0; i < code.length; i++) {
        cells[code[i] * values + value[i]] += weights[i];
      }
    } else {
      for (int i = 0; i < code.length; i++) {
        int r = records[i];
        cells[code[i] * values + value[r]] += weights[r];
      }
    }
  }

  private double sparse(MessageUnit unit, int[] value, long[] valueCounts) {
    int values = valueCounts.length;
    long[] keys = new long[unit.code().length];
    long[] weight = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) unit.code()[i] * values + value[unit.record(i)];
      weight[i] = language.weights()[unit.record(i)];
    }
    var codes = Codes.of(keys);
    long[] counts = codes.counts(weight);
    long[] key = Codes.distinct(keys);
    double sum = 0;
    for (int k = 0; k < key.length; k++) {
      sum +=
          term(
              counts[k],
              unit.counts()[(int) (key[k] / values)],
              valueCounts[(int) (key[k] % values)]);
    }
    return sum;
  }

  /** The row of the records that are not listed: what the listed ones leave of each value. */
  private double others(MessageUnit unit, int[] value, long[] valueCounts) {
    int met = 0;
    for (int i = 0; i < unit.code().length; i++) {
      int r = unit.record(i);
      if (listed[value[r]] == 0) {
        touched[met++] = value[r];
      }
      listed[value[r]] += language.weights()[r];
    }
    double sum = 0;
    double rest = total;
    for (int t = 0; t < met; t++) {
      int y = touched[t];
      long left = valueCounts[y] - listed[y];
      listed[y] = 0;
      rest -= valueCounts[y];
      if (left > 0) {
        sum += term(left, unit.others(), valueCounts[y]);
      }
    }
    occupied += valueCounts.length - met;
    return sum + (rest > 0 ? rest * Math.log(total / unit.others()) : 0);
  }

  private double term(long cell, long row, long column) {
    occupied++;
    return cell * Math.log(cell * total / ((double) row * column));
  }
}
