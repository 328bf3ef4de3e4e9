package murmuration.language.naming;

import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Many runs of one {@link NamingGame}, on all cores; the same for any number of threads.
 *
 * @param game what is run
 * @param runs how often, 1 to 10,000
 * @param seed run i is the one with the seed {@code Rng.seed(seed, i)}
 */
public record NamingEnsemble(NamingGame game, int runs, long seed) {
  private static final int MOST_RUNS = 10_000;
  private static final int ROOM = 512;

  /** Checks the number of runs. */
  public NamingEnsemble {
    Arguments.present("game", game);
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
  }

  static NamingEnsemble of(NamingGame game, int runs) {
    return new NamingEnsemble(game, runs, 0);
  }

  /** The same with another seed, which is 0 unless said. */
  public NamingEnsemble seed(long value) {
    return new NamingEnsemble(game, runs, value);
  }

  /**
   * Runs all.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public NamingRuns run() {
    var each =
        Parallel.map(
            runs + " naming games", runs, i -> NamingRun.of(game, Rng.seed(seed, i), ROOM));
    return new NamingRuns(this, each);
  }

  /** What is needed to run it again. */
  Provenance provenance() {
    var options = game.options();
    options.put("runs", Integer.toString(runs));
    return Provenance.of(options).seed(seed);
  }
}
