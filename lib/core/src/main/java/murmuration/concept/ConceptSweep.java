package murmuration.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Present;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Studies along a sweep of one signal, such as how far apart two colours are: where the order of
 * learning changes, whether a stronger signal is learned earlier, whether turns coincide with
 * saturation.
 *
 * @param signal what was varied, with its unit where it has one
 * @param signals its values, at least 2, in increasing order
 * @param reports the report at each
 */
public record ConceptSweep(String signal, double[] signals, List<ConceptReport> reports)
    implements Charted {
  private static final int MOST_LISTED = 10;

  /** Checks the lengths and keeps its own copy. */
  public ConceptSweep {
    Arguments.present("signal", signal);
    Arguments.increasing("signals", signals);
    Arguments.require(
        signals.length >= 2, "signals has %d values: expected at least 2", signals.length);
    reports = Arguments.listed("reports", reports);
    Arguments.require(
        reports.size() == signals.length,
        "reports has %d entries, signals has %d: expected the same",
        reports.size(),
        signals.length);
    List<String> names = reports.getFirst().mean().run().names();
    for (ConceptReport report : reports) {
      Arguments.require(
          report.mean().run().names().equals(names),
          "reports have the concepts %s and %s: expected the same",
          names,
          report.mean().run().names());
    }
    signals = signals.clone();
  }

  /** A sweep. */
  public static ConceptSweep of(String signal, double[] signals, List<ConceptReport> reports) {
    return new ConceptSweep(signal, signals, reports);
  }

  /** The values of what was varied. */
  @Override
  public double[] signals() {
    return signals.clone();
  }

  /** The report at one value. */
  public ConceptReport at(double value) {
    int c = Arrays.binarySearch(signals, value);
    Arguments.require(
        c >= 0, "there is no condition %s: there are %s", value, Arrays.toString(signals));
    return reports.get(c);
  }

  /** Learning times of a concept: one row a condition, one number a run; NaN where never. */
  public double[][] times(String concept) {
    return reports.stream().map(report -> report.times(concept)).toArray(double[][]::new);
  }

  /**
   * Where two concepts are learned at the same time.
   *
   * @param first a concept
   * @param second another
   * @param never the step that stands for never, such as the last
   */
  public OrderCrossing crossing(String first, String second, double never) {
    return OrderCrossing.of(signals, times(first), times(second), never);
  }

  /**
   * Whether a concept is learned earlier where the signal is stronger, over all runs.
   *
   * @param concept a concept
   * @param never the step that stands for never, such as the last
   */
  public SignalTrend trend(String concept, double never) {
    double[] times = Arrays.stream(times(concept)).flatMapToDouble(Arrays::stream).toArray();
    return SignalTrend.of(signalOfRuns(concept), times, never);
  }

  /** Whether turns of the mean runs coincide with saturation. */
  public TurnSaturation turnSaturation() {
    return TurnSaturation.of(
        reports.stream().map(report -> report.mean().turn()).toList(),
        numbers(report -> report.mean().saturationStep()));
  }

  private double[] numbers(ToDoubleFunction<ConceptReport> of) {
    return reports.stream().mapToDouble(of).toArray();
  }

  private boolean has(String quantity) {
    return reports.stream()
        .allMatch(r -> r.quantities().stream().anyMatch(q -> q.name().equals(quantity)));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    List<String> names = reports.getFirst().mean().run().names();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d conditions, learning times (steps) by the rule: %s",
            signals.length,
            reports.getFirst().mean().times().rule()));
    for (int c = 0; c < Math.min(MOST_LISTED, signals.length); c++) {
      var line = new StringBuilder(String.format(Locale.ROOT, "%s %-7.4g", signal, signals[c]));
      for (String name : names) {
        SeedQuantity time = reports.get(c).quantity("learned: " + name + " (step)");
        line.append(
            time.count() == 0
                ? String.format(Locale.ROOT, "  %s never", name)
                : String.format(
                    Locale.ROOT,
                    "  %s %.5g (%d/%d)",
                    name,
                    time.mean(),
                    time.count(),
                    time.values().length));
      }
      lines.add(line.toString());
    }
    if (signals.length > MOST_LISTED) {
      lines.add("and " + (signals.length - MOST_LISTED) + " more");
    }
    return String.join("\n", lines);
  }

  /**
   * One row a condition: the signal, {@code runs}, the mean of every quantity over the runs that
   * have it, and after each learning time the number of runs that learned it; the gap with its
   * interval.
   */
  @Override
  public Table table() {
    Table table =
        Table.create(
            "concept sweep",
            DoubleColumn.create(signal, signals),
            IntColumn.create("runs", reports.stream().mapToInt(r -> r.seeds().size()).toArray()));
    for (SeedQuantity first : reports.getFirst().quantities()) {
      String name = first.name();
      if (!has(name)) {
        continue;
      }
      table.addColumns(DoubleColumn.create(name, numbers(r -> r.quantity(name).mean())));
      if (name.startsWith("learned: ") || name.equals("gap (steps)")) {
        table.addColumns(
            IntColumn.create(
                name + ", runs",
                reports.stream().mapToInt(r -> r.quantity(name).count()).toArray()));
      }
      if (name.equals("gap (steps)")) {
        table.addColumns(
            DoubleColumn.create(name + ", low", numbers(r -> r.quantity(name).low())),
            DoubleColumn.create(name + ", high", numbers(r -> r.quantity(name).high())));
      }
    }
    return table;
  }

  @Override
  public Provenance provenance() {
    return reports.getFirst().provenance();
  }

  /**
   * Learning time of each concept against the signal: a point for every run that learned it, and a
   * line through the means where all runs did.
   */
  @Override
  public Figure chart() {
    Panel panel = Panel.of(capital(signal), "Learning time (steps)");
    for (String name : reports.getFirst().mean().run().names()) {
      double[][] times = times(name);
      double[] all = Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray();
      int[] learned = Present.in(all);
      if (learned.length > 0) {
        double[] each = signalOfRuns(name);
        panel = panel.points(name, Present.at(learned, each), Present.at(learned, all));
        double[] means =
            Arrays.stream(times)
                .mapToDouble(row -> Arrays.stream(row).average().orElse(Double.NaN))
                .toArray();
        int[] whole = Present.in(means);
        if (whole.length > 1) {
          panel = panel.line(name, Present.at(whole, signals), Present.at(whole, means));
        }
      }
    }
    return Figure.of(panel);
  }

  /** The signal of every run, in the order of {@link #times}. */
  private double[] signalOfRuns(String concept) {
    return IntStream.range(0, signals.length)
        .boxed()
        .flatMapToDouble(c -> Arrays.stream(reports.get(c).times(concept)).map(t -> signals[c]))
        .toArray();
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
