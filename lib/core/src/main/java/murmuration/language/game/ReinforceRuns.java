package murmuration.language.game;

import java.util.List;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import tech.tablesaw.api.Table;

/**
 * Many runs of one reconstruction game between tables.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param runs the runs
 */
public record ReinforceRuns(ReinforceLewis game, long seed, List<ReinforceRun> runs)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Keeps its own copy. */
  public ReinforceRuns {
    Arguments.present("game", game);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** Runs in which every trained meaning is understood whole, of all. */
  public Proportion solved() {
    int meanings = game.trained().length;
    return new Proportion(
        runs.stream().filter(run -> run.right() == meanings).count(), runs.size());
  }

  @Override
  public String summary() {
    var right = runs.stream().mapToInt(ReinforceRun::right).summaryStatistics();
    double[] interval = solved().clopperPearson(LEVEL);
    return String.format(
        Locale.ROOT,
        """
        %d runs of %d plays, seed %d
        all understood  %.0f of %d runs (95 %%: %.4g to %.4g)
        understood      %.4g of %d meanings on average, %d to %d\
        """,
        runs.size(),
        game.plays(),
        seed,
        solved().successes(),
        runs.size(),
        interval[0],
        interval[1],
        right.getAverage(),
        game.trained().length,
        right.getMin(),
        right.getMax());
  }

  @Override
  public Table table() {
    double[] interval = solved().clopperPearson(LEVEL);
    return Quantities.of("reconstruction games")
        .and("share of runs that understand all", solved().share(), interval[0], interval[1])
        .and(
            "trained meanings understood",
            runs.stream().mapToInt(ReinforceRun::right).average().orElseThrow())
        .and("runs", runs.size())
        .table();
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
