package murmuration.language;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import murmuration.math.Arguments;
import murmuration.sweep.Parallel;

/**
 * The class of every pair's distance of meanings and of messages, computed once, for statistics
 * that are computed many times over the same distances: two bytes a pair of messages, four a pair
 * of meanings. A record of weight w is w records here.
 */
final class PairClasses {
  /** Records beyond which the classes would take more than a gigabyte. */
  static final int MOST_RECORDS = 10_000;

  private static final int MOST_CELLS = 1 << 20;

  private final double[] x;
  private final double[] y;
  private final int[][] meanings; // class times y.length of i and j < i
  private final char[][] messages; // class of i and j

  private PairClasses(double[] x, double[] y, int[][] meanings, char[][] messages) {
    this.x = x;
    this.y = y;
    this.meanings = meanings;
    this.messages = messages;
  }

  static PairClasses of(Topsim topsim) {
    Arguments.require(
        topsim.flags().isEmpty(),
        "topographic similarity of %s is undefined (%s): expected one to test",
        topsim.language().name(),
        topsim.flags());
    Arguments.require(
        topsim.n() <= MOST_RECORDS,
        "records, by weight, are %d: expected at most %d to keep all pairs; take a part of them",
        topsim.n(),
        MOST_RECORDS);
    var convention = topsim.convention();
    var tally = TopsimEngine.tally(topsim.view(), convention);
    double[] ordered = including(PairDistances.zero(convention.meanings()), tally.meanings());
    double[] y = including(0, tally.messages());
    Arguments.require(
        y.length <= Character.MAX_VALUE && (long) ordered.length * y.length <= MOST_CELLS,
        "there are %d distances of meanings and %d of messages: expected a product of at most %d;"
            + " take distances with fewer values, or a part of the records",
        ordered.length,
        y.length,
        MOST_CELLS);
    double[] x =
        Arrays.stream(ordered).map(v -> PairDistances.value(convention.meanings(), v)).toArray();
    return filled(topsim, ordered, x, y);
  }

  private static double[] including(double zero, double[] ascending) {
    return DoubleStream.concat(DoubleStream.of(zero), Arrays.stream(ascending))
        .sorted()
        .distinct()
        .toArray();
  }

  private static PairClasses filled(Topsim topsim, double[] ordered, double[] x, double[] y) {
    var view = topsim.view();
    int n = (int) topsim.n();
    int[] records = new int[n];
    for (int i = 0, at = 0; i < view.size(); i++) {
      Arrays.fill(records, at, at += (int) view.weight(i), i);
    }
    int[][] meaningRows = view.meaningRows();
    int[][] messageRows = view.messageRows();
    double zero = PairDistances.zero(topsim.convention().meanings());
    var ofMeanings = PairDistances.ofMeanings(topsim.convention().meanings(), meaningRows);
    var ofMessages = PairDistances.ofMessages(topsim.convention().messages(), messageRows);
    int[][] meanings = new int[n][];
    char[][] messages = new char[n][n];
    Parallel.forEach(
        "distances",
        n,
        i -> {
          int a = records[i];
          var toMessage = ofMessages.from(messageRows[a]);
          meanings[i] = new int[i];
          for (int j = 0; j < i; j++) {
            int b = records[j];
            // equal records are at 0 by definition, as when they are weights
            boolean same =
                Arrays.equals(meaningRows[a], meaningRows[b])
                    && Arrays.equals(messageRows[a], messageRows[b]);
            double dx =
                same ? zero : ofMeanings.applyAsDouble(meaningRows[a], meaningRows[b]) + 0.0;
            double dy = same ? 0 : toMessage.applyAsDouble(messageRows[b]) + 0.0;
            meanings[i][j] = Arrays.binarySearch(ordered, dx) * y.length;
            messages[i][j] = (char) Arrays.binarySearch(y, dy);
          }
        });
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        messages[j][i] = messages[i][j];
      }
    }
    return new PairClasses(x, y, meanings, messages);
  }

  /** Records. */
  int size() {
    return messages.length;
  }

  /** Distances of meanings by distances of messages. */
  int cells() {
    return x.length * y.length;
  }

  /** The correlation of the pairs counted in a table. */
  double correlation(int[] table, TopsimCorrelation kind) {
    return DistanceClasses.of(x, y, table).correlation(kind);
  }

  /** Adds the pairs where record i has the message of record {@code place[i]}. */
  void tally(int[] place, int[] table) {
    int n = size();
    for (int i = 1; i < n; i++) {
      int[] meaningRow = meanings[i];
      char[] messageRow = messages[place[i]];
      for (int j = 0; j < i; j++) {
        table[meaningRow[j] + messageRow[place[j]]]++;
      }
    }
  }

  /** Adds the pairs of different records, each as often as the product of their times. */
  void tallyTimes(int[] times, int[] table) {
    int n = size();
    int[] drawn = new int[n];
    int[] often = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      int t = times[i];
      if (t > 0) {
        for (int k = 0; k < count; k++) {
          int j = drawn[k];
          table[meanings[i][j] + messages[i][j]] += t * often[k];
        }
        drawn[count] = i;
        often[count++] = t;
      }
    }
  }

  /** Takes the pairs of one record out of a table. */
  void takeOut(int record, int[] table) {
    for (int j = 0; j < size(); j++) {
      if (j != record) {
        table[meanings[Math.max(record, j)][Math.min(record, j)] + messages[record][j]]--;
      }
    }
  }

  /** Where pairs of equal records are counted. */
  int equalCell(MeaningDistance distance) {
    double zero = PairDistances.value(distance, PairDistances.zero(distance));
    return Arrays.binarySearch(x, zero) * y.length + Arrays.binarySearch(y, 0.0);
  }
}
