package murmuration.language.minds;

import java.util.Map;

/** A game in which two agents, whose minds are closed to each other, come to share signs. */
public sealed interface MindsGame permits SignGame, WordGame {
  /**
   * Plays once.
   *
   * @param seed the seed of all chance
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  MindsHistory simulate(long seed);

  /** Rounds of a game. */
  int rounds();

  /** What understanding would be by chance alone, 0 where the game does not ask for it. */
  double chance();

  /** The choices made, in words, for provenance. */
  Map<String, String> options();

  /**
   * Many games from different seeds, on all cores.
   *
   * @param runs how many, 1 to 100,000
   */
  default MindsEnsemble ensemble(int runs) {
    return new MindsEnsemble(this, runs, 1);
  }
}
