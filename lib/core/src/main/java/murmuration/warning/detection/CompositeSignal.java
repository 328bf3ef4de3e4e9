package murmuration.warning.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Indicator;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link CompositeIndex} found.
 *
 * @param study the description
 * @param values {@code [indicator][time]} on the growing window, from the burn-in on
 * @param alarm the composite score and where it rings
 * @param test how far out the score was, beside surrogates
 */
public record CompositeSignal(
    CompositeIndex study, double[][] values, ExpandingAlarm alarm, SurrogateTest test)
    implements Charted {
  /** Keeps its own copies. */
  public CompositeSignal {
    Arguments.present("study", study);
    Arguments.present("values", values);
    Arguments.present("alarm", alarm);
    Arguments.present("test", test);
    values = copy(values);
  }

  @Override
  public double[][] values() {
    return copy(values);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arguments.present("a row of values", row).clone())
        .toArray(double[][]::new);
  }

  /** The composite score at each time from the burn-in on. */
  public double[] score() {
    return alarm.scores();
  }

  /** The times of the score. */
  public double[] times() {
    return study.times();
  }

  /** The times at which the alarm rings. */
  public double[] alarmTimes() {
    boolean[] crossed = alarm.crossed();
    double[] t = study.times();
    return IntStream.range(0, t.length).filter(i -> crossed[i]).mapToDouble(i -> t[i]).toArray();
  }

  /** The share of surrogates whose score rings at least once: the false-alarm rate. */
  public double falseAlarmRate() {
    double[] nulls = test.nulls();
    return Arrays.stream(nulls).filter(z -> z > alarm.threshold()).count() / (double) nulls.length;
  }

  private double[] falseAlarmInterval() {
    int n = test.count();
    return new Proportion(Math.rint(falseAlarmRate() * n), n).clopperPearson(0.95);
  }

  @Override
  public String summary() {
    double[] rate = falseAlarmInterval();
    double[] at = alarmTimes();
    return String.format(
        Locale.ROOT,
        """
        Composite of %s on %s, n = %d, burn-in %d
        %s
        furthest out %s sd (5 to 95 %% of chance %s to %s), p = %s
        false alarms: %s of surrogates ring (95 %% %s to %s)
        chance: %d surrogates of %s, seed %d\
        """,
        study.indicators().stream().map(Indicator::name).toList(),
        study.series().name(),
        study.series().size(),
        study.burnIn(),
        at.length == 0 ? "no alarm" : at.length + " alarms, the first at " + Digits.of(at[0], 6),
        Digits.of(test.observed(), 4),
        Digits.of(test.quantile(0.05), 4),
        Digits.of(test.quantile(0.95), 4),
        Digits.of(test.pRight(), 4),
        Digits.of(falseAlarmRate(), 4),
        Digits.of(rate[0], 4),
        Digits.of(rate[1], 4),
        test.count(),
        test.source().words(),
        test.source().seed());
  }

  @Override
  public Table table() {
    double[] at = alarmTimes();
    double[] rate = falseAlarmInterval();
    return Quantities.of("composite index of " + study.series().name())
        .and("alarms", at.length)
        .and("first alarm at " + study.series().timeName(), at.length == 0 ? Double.NaN : at[0])
        .and("furthest out, in sd", test.observed(), test.quantile(0.05), test.quantile(0.95))
        .and("p", test.pRight())
        .and("false-alarm rate", falseAlarmRate(), rate[0], rate[1])
        .table();
  }

  /** One row a time: indicators, score, running mean and sd, alarm. */
  public Table steps() {
    var table = Table.create("composite index");
    table.addColumns(DoubleColumn.create(study.series().timeName(), times()));
    for (int k = 0; k < values.length; k++) {
      table.addColumns(DoubleColumn.create(study.indicators().get(k).name(), values[k]));
    }
    return table.addColumns(
        DoubleColumn.create("score", alarm.scores()),
        DoubleColumn.create("score mean", alarm.mean()),
        DoubleColumn.create("score sd", alarm.sd()),
        BooleanColumn.create("alarm", alarm.crossed()));
  }

  /** The record above the score, with the band that the score must leave and its alarms. */
  @Override
  public Figure chart() {
    var series = study.series();
    double[] t = times();
    boolean[] crossed = alarm.crossed();
    double[] score = alarm.scores();
    double[] low = alarm.edge(-1);
    double[] high = alarm.edge(1);
    if (!alarm.twoTailed()) {
      low = alarm.mean();
    }
    double[] ringing = score.clone();
    Arrays.setAll(ringing, i -> crossed[i] ? score[i] : Double.NaN);
    List<Panel> panels = new ArrayList<>();
    panels.add(Panel.over(series, series.name()).line("record", series.times(), series.values()));
    panels.add(
        Panel.over(series, "Composite score (sd)")
            .band("up to " + Digits.of(alarm.threshold(), 3) + " running sd", t, low, high)
            .line("score", t, score)
            .points("alarm", t, ringing));
    return Figure.column(panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("indicators", study.indicators().toString());
    options.put("weights", Arrays.toString(study.weights()));
    options.put("burn-in", Integer.toString(study.burnIn()));
    options.put("threshold", Double.toString(study.threshold()));
    options.put("tails", study.twoTailed() ? "two" : "one");
    options.put("surrogates", study.surrogates().toString());
    return Provenance.of(options).seed(study.surrogates().seed()).data(study.series().source());
  }
}
