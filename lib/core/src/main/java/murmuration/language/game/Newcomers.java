package murmuration.language.game;

import java.util.ArrayList;
import murmuration.language.SocialGraph;
import murmuration.language.hallmark.CulturalTransmission;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/** Agents that come to a community and learn from it. */
final class Newcomers {
  private static final long MOST_PLAYS = 100_000_000;
  private static final int MOST = 1000;

  private Newcomers() {}

  static CulturalTransmission transmission(ForagingRun run, long plays, int newcomers, long seed) {
    ForagingLewis.whole("plays", plays, 1, MOST_PLAYS);
    ForagingLewis.whole("newcomers", newcomers, 2, MOST);
    var community = run.community();
    int n = community.size();
    double[] taught =
        Parallel.doubles(
            newcomers + " newcomers",
            newcomers,
            k -> {
              var agents = new ArrayList<>(community.agents());
              var game = new ForagingPlays(run.game(), run.seed(), agents, Rng.of(seed, k));
              game.newcomer(k % n, plays);
              return game.community().success(k % n);
            });
    var pair = run.game().society(SocialGraph.complete(2)).plays(plays);
    double[] scratch =
        Parallel.doubles(
            newcomers + " fresh pairs",
            newcomers,
            k -> pair.simulate(Rng.seed(seed, (long) newcomers + k)).success());
    double[] old = new double[newcomers];
    for (int k = 0; k < newcomers; k++) {
      old[k] = community.success(k % n);
    }
    return CulturalTransmission.of(taught, scratch, old);
  }

  static ForagingCommunity turnover(ForagingRun run, long plays, long seed) {
    ForagingLewis.whole("plays", plays, 1, MOST_PLAYS);
    var agents = new ArrayList<>(run.community().agents());
    var game = new ForagingPlays(run.game(), run.seed(), agents, Rng.of(seed));
    for (int i = 0; i < agents.size(); i++) {
      game.newcomer(i, plays);
    }
    return game.community();
  }
}
