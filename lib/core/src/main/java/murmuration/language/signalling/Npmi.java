package murmuration.language.signalling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Normalised pointwise mutual information of each message and each object: {@code log2(p(m,o) /
 * (p(m) p(o))) / -log2 p(m,o)}, from -1 for what never meets, through 0 for what meets by chance,
 * to 1 for what only meets (Bouma 2009; Lipinski et al. 2023, arXiv 2310.06555).
 *
 * <pre>{@code
 * Npmi npmi = Npmi.of(new int[] {1, 1, 2, 2}, new int[] {7, 7, 8, 9});
 * double always = npmi.of(1, 7);      // 1
 * double never = npmi.of(1, 8);       // -1
 * }</pre>
 *
 * <p>Absent pairs are -1 by definition, and one pair that is everything is 1; a published code
 * gives NaN for both.
 *
 * @param messages the messages that occur, ascending
 * @param objects the objects that occur, ascending
 * @param counts how often they meet: messages by objects
 * @param provenance where it comes from
 */
public record Npmi(int[] messages, int[] objects, long[][] counts, Provenance provenance)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public Npmi {
    Arguments.present("messages", messages);
    Arguments.present("objects", objects);
    Arguments.present("counts", counts);
    Arguments.present("provenance", provenance);
    Arguments.require(
        counts.length == messages.length && messages.length > 0 && objects.length > 0,
        "counts has %d rows: expected %d, at least 1",
        counts.length,
        messages.length);
    long total = 0;
    long[][] rows = new long[counts.length][];
    for (int m = 0; m < counts.length; m++) {
      rows[m] = Arguments.present("counts[" + m + "]", counts[m]).clone();
      Arguments.require(
          rows[m].length == objects.length,
          "counts[%d] has %d values: expected %d",
          m,
          rows[m].length,
          objects.length);
      for (long count : rows[m]) {
        Arguments.require(
            count >= 0 && count <= Long.MAX_VALUE - total, "a count is %d: expected less", count);
        total += count;
      }
    }
    Arguments.require(total > 0, "all counts are 0: expected one above");
    messages = messages.clone();
    objects = objects.clone();
    counts = rows;
  }

  /**
   * Of what was said and what it was about.
   *
   * @param messages the message of each step
   * @param objects the object of each step
   */
  public static Npmi of(int[] messages, int[] objects) {
    var pairs = Paired.of("messages", messages, "objects", objects);
    return new Npmi(
        pairs.aValues(),
        pairs.bValues(),
        pairs.table(),
        Provenance.of(Map.of("absent pairs", "-1")));
  }

  /** All values: messages by objects. */
  public double[][] matrix() {
    double[] message = new double[messages.length];
    double[] object = new double[objects.length];
    double total = 0;
    for (int m = 0; m < messages.length; m++) {
      for (int o = 0; o < objects.length; o++) {
        message[m] += counts[m][o];
        object[o] += counts[m][o];
        total += counts[m][o];
      }
    }
    double[][] matrix = new double[messages.length][objects.length];
    for (int m = 0; m < messages.length; m++) {
      for (int o = 0; o < objects.length; o++) {
        matrix[m][o] = value((double) counts[m][o], message[m], object[o], total);
      }
    }
    return matrix;
  }

  private static double value(double both, double message, double object, double total) {
    if (both == 0) {
      return -1;
    }
    if (both == total) {
      return 1;
    }
    return Math.log(both * total / (message * object)) / Math.log(total / both);
  }

  /** The value of one message and one object, of those that occur. */
  public double of(int message, int object) {
    int m = Arrays.binarySearch(messages, message);
    int o = Arrays.binarySearch(objects, object);
    Arguments.require(m >= 0, "message %d does not occur: expected one that does", message);
    Arguments.require(o >= 0, "object %d does not occur: expected one that does", object);
    return matrix()[m][o];
  }

  @Override
  public int[] messages() {
    return messages.clone();
  }

  @Override
  public int[] objects() {
    return objects.clone();
  }

  @Override
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  @Override
  public String summary() {
    double most = Arrays.stream(matrix()).flatMapToDouble(Arrays::stream).max().orElse(-1);
    return String.format(
        Locale.ROOT,
        "NPMI of %d messages and %d objects, %s at most",
        messages.length,
        objects.length,
        Digits.of(most, 4));
  }

  /** One row a pair: {@code message}, {@code object}, {@code together}, {@code NPMI}. */
  @Override
  public Table table() {
    double[][] matrix = matrix();
    int n = objects.length;
    int[] cells = new int[messages.length * n];
    Arrays.setAll(cells, i -> i);
    return Table.create(
        "NPMI",
        IntColumn.create("message", Arrays.stream(cells).map(i -> messages[i / n]).toArray()),
        IntColumn.create("object", Arrays.stream(cells).map(i -> objects[i % n]).toArray()),
        DoubleColumn.create(
            "together", Arrays.stream(cells).mapToDouble(i -> counts[i / n][i % n]).toArray()),
        DoubleColumn.create(
            "NPMI", Arrays.stream(cells).mapToDouble(i -> matrix[i / n][i % n]).toArray()));
  }

  /** The matrix as a picture. */
  @Override
  public Figure chart() {
    double[] m = new double[messages.length];
    double[] o = new double[objects.length];
    Arrays.setAll(o, i -> i);
    Arrays.setAll(m, i -> i);
    return Figure.of(
        Panel.of("Object, by number", "Message, by number").heat("NPMI", o, m, matrix(), -1, 1));
  }
}
