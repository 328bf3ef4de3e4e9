package murmuration.language.population;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How languages spread.
 *
 * @param times ascending
 * @param shares of every language at each time: times x languages
 * @param gain what a speaker gains on average at each time
 * @param provenance where it comes from
 */
public record ReplicatorRun(double[] times, double[][] shares, double[] gain, Provenance provenance)
    implements Charted {
  private static final int DRAWN = 8;

  /** Checks the lengths and keeps its own copies. */
  public ReplicatorRun {
    Arguments.increasing("times", times);
    Arguments.finite("gain", gain, 1);
    Arguments.sameLength("times", times, "gain", gain);
    Arguments.present("shares", shares);
    Arguments.require(
        shares.length == times.length,
        "shares has %d rows: expected %d, one a time",
        shares.length,
        times.length);
    shares = shares.clone();
    for (int t = 0; t < shares.length; t++) {
      Arguments.finite("shares[" + t + "]", shares[t], 1);
      Arguments.require(
          shares[t].length == shares[0].length,
          "shares[%d] has %d values: expected %d",
          t,
          shares[t].length,
          shares[0].length);
      shares[t] = shares[t].clone();
    }
    Arguments.present("provenance", provenance);
    times = times.clone();
    gain = gain.clone();
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[][] shares() {
    return Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] gain() {
    return gain.clone();
  }

  /** The shares at the end. */
  public double[] last() {
    return shares[shares.length - 1].clone();
  }

  private double[] share(int language) {
    return Arrays.stream(shares).mapToDouble(row -> row[language]).toArray();
  }

  @Override
  public String summary() {
    double[] last = last();
    int best = 0;
    for (int k = 1; k < last.length; k++) {
      best = last[k] > last[best] ? k : best;
    }
    return String.format(
        Locale.ROOT,
        "%d languages until time %s: language %d at the end with a share of %s%n"
            + "mean gain %s at first, %s at the end",
        last.length,
        Digits.of(times[times.length - 1], 4),
        best + 1,
        Digits.of(last[best], 4),
        Digits.of(gain[0], 4),
        Digits.of(gain[gain.length - 1], 4));
  }

  /** One row a time: the mean gain and the share of each language. */
  @Override
  public Table table() {
    var table =
        Table.create(
            "shares", DoubleColumn.create("time", times), DoubleColumn.create("mean gain", gain));
    for (int k = 0; k < shares[0].length; k++) {
      table.addColumns(DoubleColumn.create("language " + (k + 1), share(k)));
    }
    return table;
  }

  /** Shares, of the first eight languages, and the mean gain against time. */
  @Override
  public Figure chart() {
    var panel = Panel.of("Time", "Share");
    for (int k = 0; k < Math.min(DRAWN, shares[0].length); k++) {
      panel = panel.line("language " + (k + 1), times, share(k));
    }
    return Figure.column(
        panel.yRange(0, 1), Panel.of("Time", "Mean gain").line("mean gain", times, gain));
  }
}
