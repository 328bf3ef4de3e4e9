package murmuration.language.minds;

import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Many games of one description. Game i is the one of {@link MindsGame#simulate} with the seed
 * {@code Rng.seed(seed, i)}; the outcome is the same for any number of threads.
 *
 * @param game what is played
 * @param runs how many times, 1 to 100,000; runs times rounds at most 10^7
 * @param seed the seed of all chance; 1 by default
 */
public record MindsEnsemble(MindsGame game, int runs, long seed) {
  private static final int MOST_RUNS = 100_000;
  private static final long MOST_ROUNDS = 10_000_000;

  /** Checks the number of runs. */
  public MindsEnsemble {
    Arguments.present("game", game);
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
    Arguments.require(
        (long) runs * game.rounds() <= MOST_ROUNDS,
        "runs times rounds are %d: expected at most %d",
        (long) runs * game.rounds(),
        MOST_ROUNDS);
  }

  /** The same from another seed. */
  public MindsEnsemble seed(long value) {
    return new MindsEnsemble(game, runs, value);
  }

  /**
   * Plays all.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public MindsOutcome run() {
    var games = Parallel.map(runs + " games", runs, i -> game.simulate(Rng.seed(seed, i)));
    return new MindsOutcome(this, games);
  }
}
