package murmuration.neural.game;

import java.util.List;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import tech.tablesaw.api.Table;

/**
 * Many runs of net foragers.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param runs the runs
 */
public record NeuralForagingRuns(NeuralForaging game, long seed, List<NeuralForagingRun> runs)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Keeps its own copy. */
  public NeuralForagingRuns {
    Arguments.present("game", game);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** The success of every run. */
  public double[] success() {
    return runs.stream().mapToDouble(NeuralForagingRun::success).toArray();
  }

  /** The same where the agents, as they are, hear nothing. */
  public double[] unheard() {
    return runs.stream().mapToDouble(NeuralForagingRun::unheard).toArray();
  }

  @Override
  public String summary() {
    var success = SampleMean.of(success());
    var unheard = SampleMean.of(unheard());
    return String.format(
        Locale.ROOT,
        """
        %d runs of %d updates, seed %d: %s
        success                   %.4f on average, %.4f to %.4f
        where nothing is heard    %.4f on average, %.4f to %.4f\
        """,
        runs.size(),
        game.updates(),
        seed,
        game,
        success.mean(),
        success.min(),
        success.max(),
        unheard.mean(),
        unheard.min(),
        unheard.max());
  }

  /** Means over runs, with 95 % intervals by Student's law. */
  @Override
  public Table table() {
    var success = SampleMean.of(success());
    var unheard = SampleMean.of(unheard());
    return Quantities.of("foraging with nets")
        .and("success", success.mean(), success.low(LEVEL), success.high(LEVEL))
        .and(
            "success where nothing is heard",
            unheard.mean(),
            unheard.low(LEVEL),
            unheard.high(LEVEL))
        .and("runs", runs.size())
        .table();
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
