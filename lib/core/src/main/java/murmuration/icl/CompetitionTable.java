package murmuration.icl;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The competition over several tasks, such as a sweep over the number of classes K, burstiness B,
 * the Zipf exponent alpha or the share pC of bursty sequences.
 *
 * @param curves one curve a task, in order; at least one
 */
public record CompetitionTable(List<CompetitionCurve> curves) implements Charted {
  private static final int LINES = 10;

  /** Keeps its own copy. */
  public CompetitionTable {
    curves = Arguments.listed("curves", curves);
    Arguments.require(!curves.isEmpty(), "curves is empty: expected at least one");
  }

  /** The table of these curves. */
  public static CompetitionTable of(CompetitionCurve... curves) {
    return new CompetitionTable(Arguments.listed("curves", curves));
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder("   K  B alpha   pC runs  train    ICL    IWL  fall  answers from");
    for (CompetitionCurve curve : curves.subList(0, Math.min(LINES, curves.size()))) {
      var task = curve.task();
      text.append(
          String.format(
              Locale.ROOT,
              "\n%4d %2d %5.2f %4.2f %4d %6.3f %6.3f %6.3f %5.2f  %s",
              task.classes(),
              task.burstiness(),
              task.alpha(),
              task.bursty(),
              curve.runs().size(),
              curve.endTrain().mean(),
              curve.endInContext().mean(),
              curve.endInWeights().mean(),
              curve.over(CompetitionRun::transience).mean(),
              curve.wins()));
    }
    int left = curves.size() - LINES;
    return left > 0
        ? text.append("\nand ").append(left).append(" more rows").toString()
        : text.toString();
  }

  /**
   * One row a task: K, B, alpha, pC, runs; the ends of bursty, in-context and in-weights accuracy
   * with the lowest and highest run; peak, fall from it and how often a flat curve falls as far;
   * the crossing step; where answers come from; what naming any label of the context gives.
   */
  @Override
  public Table table() {
    return Table.create(
        "competition",
        whole("K", c -> c.task().classes()),
        whole("B", c -> c.task().burstiness()),
        column("alpha", c -> c.task().alpha()),
        column("pC", c -> c.task().bursty()),
        whole("runs", c -> c.runs().size()),
        column("train", c -> c.endTrain().mean()),
        column("ICL", c -> c.endInContext().mean()),
        column("ICL low", c -> c.endInContext().min()),
        column("ICL high", c -> c.endInContext().max()),
        column("any context label", c -> c.task().contextChance()),
        column("IWL", c -> c.endInWeights().mean()),
        column("IWL low", c -> c.endInWeights().min()),
        column("IWL high", c -> c.endInWeights().max()),
        column("ICL peak", c -> c.peak().mean()),
        column("fall", c -> c.over(CompetitionRun::transience).mean()),
        column("p if flat", c -> c.transience().p()),
        column("crossing", CompetitionCurve::crossing),
        StringColumn.create("answers from", curves.stream().map(c -> c.wins().toString())));
  }

  private DoubleColumn column(String name, ToDoubleFunction<CompetitionCurve> number) {
    return DoubleColumn.create(name, curves.stream().mapToDouble(number).toArray());
  }

  private IntColumn whole(String name, ToDoubleFunction<CompetitionCurve> number) {
    return IntColumn.create(
        name, curves.stream().mapToInt(c -> (int) number.applyAsDouble(c)).toArray());
  }

  /**
   * The accuracies at the end, one place a task, in their order; bars are the range of the runs.
   */
  @Override
  public Figure chart() {
    return Figure.of(panel("Task", curve -> Integer.toString(curves.indexOf(curve) + 1)));
  }

  /**
   * The same as a panel along one parameter.
   *
   * @param xLabel name of the parameter
   * @param name its value in a task, in words
   */
  public Panel panel(String xLabel, Function<CompetitionCurve, String> name) {
    Arguments.present("name", name);
    double[] x = IntStream.rangeClosed(1, curves.size()).asDoubleStream().toArray();
    return Panel.of(xLabel, "Accuracy at the end")
        .xNames(curves.stream().map(name).toArray(String[]::new))
        .yRange(0, 1.02)
        .line("ICL", x, values(CompetitionCurve::endInContext))
        .points(
            "ICL", x, values(CompetitionCurve::endInContext), reach(CompetitionCurve::endInContext))
        .line("IWL", x, values(CompetitionCurve::endInWeights))
        .points(
            "IWL", x, values(CompetitionCurve::endInWeights), reach(CompetitionCurve::endInWeights))
        .line("any context label", x, column("", c -> c.task().contextChance()).asDoubleArray());
  }

  private double[] values(Function<CompetitionCurve, SampleMean> quantity) {
    return curves.stream().mapToDouble(c -> quantity.apply(c).mean()).toArray();
  }

  /** Half the range of the runs. */
  private double[] reach(Function<CompetitionCurve, SampleMean> quantity) {
    return curves.stream()
        .mapToDouble(c -> (quantity.apply(c).max() - quantity.apply(c).min()) / 2)
        .toArray();
  }

  @Override
  public Provenance provenance() {
    return curves.getFirst().provenance();
  }
}
