package murmuration.language.game;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Arguments;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * What was observed as a game went on: one row of values for each time that was looked at.
 *
 * @param observables names of what was observed
 * @param plays plays so far at each time, ascending
 * @param values time by observable
 */
public record GameHistory(List<String> observables, long[] plays, double[][] values) {
  /** Keeps its own copies. */
  public GameHistory {
    observables = Arguments.listed("observables", observables);
    plays = Arguments.present("plays", plays).clone();
    Arguments.present("values", values);
    Arguments.require(
        values.length == plays.length,
        "values has %d rows: expected one for each of %d times",
        values.length,
        plays.length);
    values = values.clone();
    for (int t = 0; t < values.length; t++) {
      Arguments.present("values[" + t + "]", values[t]);
      Arguments.require(
          values[t].length == observables.size(),
          "values[%d] has %d values: expected %d",
          t,
          values[t].length,
          observables.size());
      values[t] = values[t].clone();
    }
  }

  @Override
  public long[] plays() {
    return plays.clone();
  }

  @Override
  public double[][] values() {
    double[][] copy = values.clone();
    for (int t = 0; t < copy.length; t++) {
      copy[t] = copy[t].clone();
    }
    return copy;
  }

  /** Plays so far at each time, as numbers to draw. */
  public double[] times() {
    double[] times = new double[plays.length];
    for (int t = 0; t < times.length; t++) {
      times[t] = plays[t];
    }
    return times;
  }

  /** One observable over time. */
  public double[] of(String observable) {
    int column = observables.indexOf(Arguments.present("observable", observable));
    Arguments.require(column >= 0, "observable is %s: expected one of %s", observable, observables);
    double[] curve = new double[plays.length];
    for (int t = 0; t < curve.length; t++) {
      curve[t] = values[t][column];
    }
    return curve;
  }

  /** One row a time. */
  public Table table() {
    var table = Table.create("history", LongColumn.create("plays", plays));
    for (String name : observables) {
      table.addColumns(DoubleColumn.create(name, of(name)));
    }
    return table;
  }

  /**
   * The plays after which a game is looked at: few at first, ever further apart, the last included.
   */
  static long[] milestones(long plays, int most) {
    var times = new ArrayList<Long>();
    times.add(0L);
    for (int i = 1; i <= most; i++) {
      long time = Math.round(StrictMath.pow((double) plays, (double) i / most));
      if (time > times.getLast()) {
        times.add(time);
      }
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  /** The plays after which a game is looked at, equally far apart, the last included. */
  static long[] even(long plays, int most) {
    int n = (int) Math.min(plays, most);
    long[] times = new long[n + 1];
    for (int i = 0; i <= n; i++) {
      times[i] = plays * i / n;
    }
    return times;
  }
}
