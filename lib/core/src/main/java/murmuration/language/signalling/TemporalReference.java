package murmuration.language.signalling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
 * Do messages refer to the past? {@code M_previous^h(m) = 100 #{t: message m at t, o_t = o_(t-h)} /
 * #{t: message m at t}}: of the uses of a message, how many percent fall where the object was the
 * same h steps before, within the episode (Lipinski et al. 2023, arXiv 2310.06555; the exact
 * counting rule is our reading of it).
 *
 * <pre>{@code
 * int[][] objects = {{4, 4, 7, 7, 2}, {1, 1, 5, 3, 3}};
 * int[][] messages = {{8, 9, 6, 9, 3}, {5, 9, 2, 4, 9}};
 * var reference = TemporalReference.of(messages, objects, 2, 1, HorizonRule.EVERY);
 * double percent = reference.previous(1);      // 100: message 9 says "the same again"
 * }</pre>
 *
 * <p>The figure of a horizon is the largest over messages used often enough, which grows with the
 * number of messages by chance alone: read it beside {@link #baseRate}, that of all steps.
 *
 * @param messages the messages that occur, ascending
 * @param uses how often each occurs
 * @param matches for each message, for h = 1 to H, its uses where the object was the same
 * @param leastUses uses that a message needs to count for {@link #previous}
 * @param rule which matches count
 * @param provenance where it comes from
 */
public record TemporalReference(
    int[] messages,
    long[] uses,
    long[][] matches,
    int leastUses,
    HorizonRule rule,
    Provenance provenance)
    implements Charted {
  /** The horizons of the paper. */
  public static final int HORIZONS = 8;

  /** The uses that a message needs. */
  public static final int LEAST_USES = 5;

  private static final int MOST = 1000;

  /** Checks the shapes and keeps its own copies. */
  public TemporalReference {
    Arguments.present("messages", messages);
    Arguments.present("uses", uses);
    Arguments.present("matches", matches);
    Arguments.present("rule", rule);
    Arguments.present("provenance", provenance);
    Arguments.require(
        messages.length > 0 && uses.length == messages.length && matches.length == messages.length,
        "messages has %d values, uses %d, matches %d: expected as many, at least 1",
        messages.length,
        uses.length,
        matches.length);
    long[][] rows = new long[matches.length][];
    for (int m = 0; m < rows.length; m++) {
      rows[m] = Arguments.present("matches[" + m + "]", matches[m]).clone();
      Arguments.require(
          rows[m].length > 0 && rows[m].length == rows[0].length,
          "matches[%d] has %d values: expected as many as the others, at least 1",
          m,
          rows[m].length);
    }
    messages = messages.clone();
    uses = uses.clone();
    matches = rows;
  }

  /** With horizons 1 to 8, five uses and every match. */
  public static TemporalReference of(int[][] messages, int[][] objects) {
    return of(messages, objects, HORIZONS, LEAST_USES, HorizonRule.EVERY);
  }

  /**
   * Counts them.
   *
   * @param messages for each episode, the message of each step
   * @param objects for each episode, the object of each step
   * @param horizons H, 1 to 1000
   * @param leastUses uses that a message needs to count, at least 1
   * @param rule which matches count
   */
  public static TemporalReference of(
      int[][] messages, int[][] objects, int horizons, int leastUses, HorizonRule rule) {
    Arguments.present("messages", messages);
    Arguments.present("objects", objects);
    Arguments.present("rule", rule);
    Arguments.require(
        horizons >= 1 && horizons <= MOST, "horizons is %d: expected 1 to %d", horizons, MOST);
    Arguments.require(leastUses >= 1, "leastUses is %d: expected at least 1", leastUses);
    Arguments.require(
        messages.length == objects.length,
        "messages has %d episodes, objects %d: expected as many",
        messages.length,
        objects.length);
    var counts = new TreeMap<Integer, long[]>(); // uses, then matches by horizon
    for (int e = 0; e < messages.length; e++) {
      int[] said = Arguments.present("messages[" + e + "]", messages[e]);
      int[] seen = Arguments.present("objects[" + e + "]", objects[e]);
      Arguments.require(
          said.length == seen.length,
          "episode %d has %d messages, %d objects: expected as many",
          e,
          said.length,
          seen.length);
      for (int t = 0; t < said.length; t++) {
        long[] row = counts.computeIfAbsent(said[t], m -> new long[horizons + 1]);
        row[0]++;
        for (int h = 1; h <= Math.min(horizons, t); h++) {
          if (seen[t] == seen[t - h]) {
            row[h]++;
            if (rule == HorizonRule.SMALLEST) {
              break;
            }
          }
        }
      }
    }
    Arguments.require(!counts.isEmpty(), "messages has no steps: expected at least 1");
    return new TemporalReference(
        counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
        counts.values().stream().mapToLong(row -> row[0]).toArray(),
        counts.values().stream()
            .map(row -> Arrays.copyOfRange(row, 1, row.length))
            .toArray(long[][]::new),
        leastUses,
        rule,
        Provenance.of(Map.of("rule", rule.toString(), "leastUses", Integer.toString(leastUses))));
  }

  /** Horizons H. */
  public int horizons() {
    return matches[0].length;
  }

  /**
   * The largest percentage at a horizon, over messages used often enough.
   *
   * @param horizon 1 to H
   * @throws IllegalArgumentException if no message is used often enough
   */
  public double previous(int horizon) {
    return IntStream.range(0, messages.length)
        .filter(m -> uses[m] >= leastUses)
        .mapToDouble(m -> percent(m, horizon))
        .max()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no message is used " + leastUses + " times: expected one"));
  }

  /** The percentage of all steps at a horizon, whatever the message. */
  public double baseRate(int horizon) {
    long same = 0;
    for (int m = 0; m < messages.length; m++) {
      same += matches[m][checked(horizon)];
    }
    return 100.0 * same / Arrays.stream(uses).sum();
  }

  private double percent(int m, int horizon) {
    return 100.0 * matches[m][checked(horizon)] / uses[m];
  }

  private int checked(int horizon) {
    Arguments.require(
        horizon >= 1 && horizon <= horizons(),
        "horizon is %d: expected 1 to %d",
        horizon,
        horizons());
    return horizon - 1;
  }

  @Override
  public int[] messages() {
    return messages.clone();
  }

  @Override
  public long[] uses() {
    return uses.clone();
  }

  @Override
  public long[][] matches() {
    return Arrays.stream(matches).map(long[]::clone).toArray(long[][]::new);
  }

  @Override
  public String summary() {
    boolean any = Arrays.stream(uses).anyMatch(u -> u >= leastUses);
    return String.format(
        Locale.ROOT,
        "temporal reference of %d messages at horizon 1: %s (all steps: %s %%)",
        messages.length,
        any
            ? Digits.of(previous(1), 4) + " % at most"
            : "no message is used " + leastUses + " times",
        Digits.of(baseRate(1), 4));
  }

  /** One row a message and horizon: {@code message}, {@code horizon}, {@code uses}, {@code %}. */
  @Override
  public Table table() {
    var rows = new ArrayList<int[]>();
    for (int m = 0; m < messages.length; m++) {
      for (int h = 1; h <= horizons(); h++) {
        rows.add(new int[] {m, h});
      }
    }
    return Table.create(
        "temporal reference",
        IntColumn.create("message", rows.stream().mapToInt(r -> messages[r[0]]).toArray()),
        IntColumn.create("horizon", rows.stream().mapToInt(r -> r[1]).toArray()),
        DoubleColumn.create("uses", rows.stream().mapToDouble(r -> uses[r[0]]).toArray()),
        DoubleColumn.create("%", rows.stream().mapToDouble(r -> percent(r[0], r[1])).toArray()));
  }

  /** Each message's percentage against the horizon, and that of all steps. */
  @Override
  public Figure chart() {
    double[] h = IntStream.rangeClosed(1, horizons()).asDoubleStream().toArray();
    var often = IntStream.range(0, messages.length).filter(m -> uses[m] >= leastUses).toArray();
    double[] x =
        IntStream.range(0, often.length * h.length).mapToDouble(i -> h[i % h.length]).toArray();
    double[] y =
        IntStream.range(0, often.length * h.length)
            .mapToDouble(i -> percent(often[i / h.length], 1 + i % h.length))
            .toArray();
    var panel = Panel.of("Horizon, steps", "Same object before, % of uses");
    return Figure.of(
        (x.length == 0 ? panel : panel.points("messages", x, y))
            .line("all steps", h, Arrays.stream(h).map(v -> baseRate((int) v)).toArray()));
  }
}
