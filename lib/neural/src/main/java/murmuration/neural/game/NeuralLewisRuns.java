package murmuration.neural.game;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * Several runs of one reconstruction game between networks.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param runs the runs
 */
public record NeuralLewisRuns(NeuralLewis game, long seed, List<NeuralLewisRun> runs)
    implements Result {
  private static final List<String> SHOWN =
      NeuralLewisRun.OBSERVABLES.subList(
          NeuralLewisRun.ACCURACY, NeuralLewisRun.OBSERVABLES.size());

  /** Keeps its own copy. */
  public NeuralLewisRuns {
    Arguments.present("game", game);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** Runs in which every trained meaning is understood, of all. */
  public Proportion solved() {
    return new Proportion(runs.stream().filter(NeuralLewisRun::solved).count(), runs.size());
  }

  /** What was last observed in each run, by a name of its {@link NeuralLewisRun#history}. */
  public double[] last(String observable) {
    Arguments.present("observable", observable);
    return each(
        run -> {
          double[] curve = run.history().of(observable);
          return curve[curve.length - 1];
        });
  }

  private double[] each(ToDoubleFunction<NeuralLewisRun> figure) {
    return runs.stream().mapToDouble(figure).toArray();
  }

  @Override
  public String summary() {
    var updates = runs.stream().mapToInt(NeuralLewisRun::updates).summaryStatistics();
    return String.format(
        Locale.ROOT,
        """
        %d runs, seed %d
        all trained meanings understood  in %.0f of %d, after %d to %d updates
        new value, seen part             %s
        topsim                           %s\
        """,
        runs.size(),
        seed,
        solved().successes(),
        runs.size(),
        updates.getMin(),
        updates.getMax(),
        range("generalizationSeen"),
        range("topsim"));
  }

  private String range(String observable) {
    var all = Arrays.stream(last(observable)).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.4g on average, %.4g to %.4g", all.getAverage(), all.getMin(), all.getMax());
  }

  /** A row a run. */
  @Override
  public Table table() {
    var table =
        Table.create(
            "neural reconstruction games",
            LongColumn.create("seed", runs.stream().mapToLong(NeuralLewisRun::seed).toArray()),
            IntColumn.create("updates", runs.stream().mapToInt(NeuralLewisRun::updates).toArray()));
    for (String name : SHOWN) {
      table.addColumns(DoubleColumn.create(name, last(name)));
    }
    return table;
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
