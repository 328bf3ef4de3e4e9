package murmuration.neural.game;

import java.util.random.RandomGenerator;
import murmuration.language.game.ForagingGrid;

/**
 * How hard the episodes of an update are. At first all begin together, episodes are broken off
 * early, and both scores can be read by both. Then beginnings spread out; then the score of the
 * partner's item is veiled, more and more, by the mean of all scores; then that mean goes, so that
 * nothing shows. The last quarter of a run is the game as it is.
 *
 * @param updates of the run
 * @param far how far apart all begin in the game as it is, 0 to 5
 * @param open whether both scores can be read by both to the end
 * @param easy false for the game as it is from the first update on
 */
record ForagerCourse(int updates, int far, boolean open, boolean easy) {
  static final double TOGETHER = 0.1; // shares of the updates
  static final double SPREAD = 0.35;
  static final double OPEN = 0.45;
  static final double VEILED = 0.65;
  static final double BARE = 0.75;
  private static final double MEAN_SCORE = 0.5;
  private static final double FIRST_LIMIT = 3;
  private static final double LIMIT_SLOPE =
      (ForagingGrid.STEPS - FIRST_LIMIT) / ForagerGames.ANYWHERE;

  /** Steps of the longest episode in which all begin so far apart: 3 to 20. */
  static int limit(double far) {
    return (int) Math.round(FIRST_LIMIT + LIMIT_SLOPE * far);
  }

  private double between(double from, double to, long update) {
    double share = (double) update / updates;
    return easy ? Math.clamp((share - from) / (to - from), 0, 1) : 1;
  }

  /** So many episodes of an update. */
  ForagerGames.Ease[] of(long update, int games, RandomGenerator random) {
    var all = new ForagerGames.Ease[games];
    for (int g = 0; g < games; g++) {
      all[g] = next(update, random);
    }
    return all;
  }

  /** The next episode of an update: while the beginnings spread, a little nearer as a rule. */
  private ForagerGames.Ease next(long update, RandomGenerator random) {
    double level = between(TOGETHER, SPREAD, update);
    int apart = far;
    if (level < 1) {
      double drawn = far * level * Math.sqrt(random.nextDouble()) + random.nextDouble();
      apart = Math.min(far, (int) drawn);
    }
    return new ForagerGames.Ease(
        apart,
        limit(far * level),
        open ? 1 : 1 - between(OPEN, VEILED, update),
        MEAN_SCORE * (1 - between(VEILED, BARE, update)));
  }
}
