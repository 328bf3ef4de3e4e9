package murmuration.language.game;

import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Many runs of one game of urns, on all cores. Run i is that of {@link RothErev#simulate} with the
 * seed {@code Rng.seed(seed, i)}, so the result is the same for any number of threads.
 *
 * @param game what is played
 * @param runs how many, 1 to 1,000,000
 * @param seed of the random numbers; 1 by default
 */
public record RothErevEnsemble(RothErev game, int runs, long seed) {
  private static final int MOST = 1_000_000;

  /** Checks the number of runs. */
  public RothErevEnsemble {
    Arguments.present("game", game);
    Arguments.require(runs >= 1 && runs <= MOST, "runs is %d: expected 1 to %d", runs, MOST);
  }

  static RothErevEnsemble of(RothErev game, int runs) {
    return new RothErevEnsemble(game, runs, 1);
  }

  /** The same from another seed. */
  public RothErevEnsemble seed(long value) {
    return new RothErevEnsemble(game, runs, value);
  }

  /**
   * Runs all.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RothErevRuns run() {
    long[] times = game.milestones();
    var rows =
        Parallel.map(
            runs + " games of urns",
            runs,
            i -> {
              double[][] seen = new Urns(game, Rng.of(Rng.seed(seed, i))).play(times);
              double[] expected = new double[times.length];
              for (int t = 0; t < expected.length; t++) {
                expected[t] = seen[t][0];
              }
              return expected;
            });
    return RothErevRuns.of(this, times, rows);
  }
}
