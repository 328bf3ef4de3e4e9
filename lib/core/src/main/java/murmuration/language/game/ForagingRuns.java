package murmuration.language.game;

import java.util.List;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * Many runs of one foraging game.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param runs the runs
 */
public record ForagingRuns(ForagingLewis game, long seed, List<ForagingRun> runs)
    implements Result {
  /** Keeps its own copy. */
  public ForagingRuns {
    Arguments.present("game", game);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** The success of every run. */
  public double[] success() {
    return runs.stream().mapToDouble(ForagingRun::success).toArray();
  }

  /** The success of every run in held-out worlds; there must be some. */
  public double[] heldOutSuccess() {
    return runs.stream().mapToDouble(run -> run.community().heldOutSuccess()).toArray();
  }

  /** Mean success over the runs. */
  public double meanSuccess() {
    return runs.stream().mapToDouble(ForagingRun::success).average().orElseThrow();
  }

  @Override
  public String summary() {
    var success = runs.stream().mapToDouble(ForagingRun::success).summaryStatistics();
    return String.format(
        Locale.ROOT,
        """
        %d runs of %d plays, seed %d: %d cells, %d scores, %s, %s
        success  %.4f on average, %.4f to %.4f\
        """,
        runs.size(),
        game.plays(),
        seed,
        game.cells(),
        game.scores(),
        game.society(),
        game.channel() ? game.messages() + " messages" : "channel off",
        success.getAverage(),
        success.getMin(),
        success.getMax());
  }

  @Override
  public Table table() {
    var success = runs.stream().mapToDouble(ForagingRun::success).summaryStatistics();
    return Quantities.of("foraging games")
        .and("success", success.getAverage())
        .and("lowest success", success.getMin())
        .and("highest success", success.getMax())
        .and("runs", runs.size())
        .table();
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
