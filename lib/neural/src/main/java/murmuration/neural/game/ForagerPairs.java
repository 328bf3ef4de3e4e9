package murmuration.neural.game;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.language.SocialGraph;

/** Who meets whom: the neighbours of a society in turn, in either role. */
final class ForagerPairs {
  private final List<int[]> edges = new ArrayList<>();
  private final int games;
  private final int seats;

  ForagerPairs(SocialGraph society, int games) {
    this.games = games;
    int most = 0;
    for (int i = 0; i < society.size(); i++) {
      int[] neighbours = society.neighbours(i);
      most = Math.max(most, neighbours.length);
      for (int j : neighbours) {
        if (i < j) {
          edges.add(new int[] {i, j});
        }
      }
    }
    int rounds = (games + edges.size() - 1) / edges.size();
    seats = Math.min(games, rounds * most);
  }

  /** The most episodes of an agent in an update. */
  int seats() {
    return seats;
  }

  /** The pairs of an update; the next update goes on where this one ends. */
  int[][] of(long update, RandomGenerator random) {
    int[][] pairs = new int[games][];
    for (int g = 0; g < games; g++) {
      int[] edge = edges.get((int) ((update * games + g) % edges.size()));
      pairs[g] = random.nextBoolean() ? edge.clone() : new int[] {edge[1], edge[0]};
    }
    return pairs;
  }
}
