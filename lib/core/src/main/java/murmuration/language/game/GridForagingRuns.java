package murmuration.language.game;

import java.util.List;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import tech.tablesaw.api.Table;

/**
 * Many runs of table foragers on the grid.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param runs the runs
 */
public record GridForagingRuns(GridForaging game, long seed, List<GridForagingRun> runs)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Keeps its own copy. */
  public GridForagingRuns {
    Arguments.present("game", game);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** The success of every run. */
  public double[] success() {
    return runs.stream().mapToDouble(GridForagingRun::success).toArray();
  }

  /** Mean success over the runs. */
  public double meanSuccess() {
    return SampleMean.of(success()).mean();
  }

  @Override
  public String summary() {
    var success = SampleMean.of(success());
    return String.format(
        Locale.ROOT,
        """
        %d runs of %d episodes of %s, seed %d: %s, %s
        success  %.4f on average, %.4f to %.4f\
        """,
        runs.size(),
        game.episodes(),
        game.task(),
        seed,
        game.society(),
        game.channel() ? "tokens heard" : "tokens off",
        success.mean(),
        success.min(),
        success.max());
  }

  @Override
  public Table table() {
    var success = SampleMean.of(success());
    return Quantities.of("foraging on the grid")
        .and("success", success.mean(), success.low(LEVEL), success.high(LEVEL))
        .and("runs", runs.size())
        .table();
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
