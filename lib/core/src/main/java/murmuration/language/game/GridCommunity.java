package murmuration.language.game;

import java.util.List;
import java.util.Locale;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/** Table foragers on a grid as they stand. Immutable. */
public final class GridCommunity {
  private static final int MOST = 10_000_000;
  private static final int MOST_LOGGED = 100_000;

  private final GridForaging game;
  private final List<GridTables> agents;

  GridCommunity(GridForaging game, List<GridTables> agents) {
    this.game = game;
    this.agents = agents.stream().map(GridTables::copy).toList();
  }

  /** What they do. */
  public GridForaging game() {
    return game;
  }

  /** How many they are. */
  public int size() {
    return agents.size();
  }

  List<GridTables> agents() {
    return agents.stream().map(GridTables::copy).toList();
  }

  /**
   * The share of episodes that end well when all do and say what they prefer.
   *
   * @param episodes 1 to 10,000,000, each of an agent and a neighbour of it, drawn by chance
   */
  public double success(int episodes, long seed) {
    return success(episodes, seed, -1, game.places());
  }

  /**
   * The same with items in other cells than those learned with.
   *
   * @param places 2 or more different cells, each {@code 5 row + column}
   */
  public double success(int episodes, long seed, int[] places) {
    return success(episodes, seed, -1, places);
  }

  /** The same of one agent and neighbours of it; of all where it is below 0. */
  double success(int episodes, long seed, int agent, int[] places) {
    ForagingLewis.whole("episodes", episodes, 1, MOST);
    var walk = new GridWalk(game, agents, ForagingGrid.of(game.task(), places), Rng.of(seed));
    int successes = 0;
    for (int e = 0; e < episodes; e++) {
      if (e % 256 == 0) {
        Interruption.check("the judging of foragers");
      }
      successes += walk.episode(agent, true, null) ? 1 : 0;
    }
    return (double) successes / episodes;
  }

  /**
   * What was said and seen in episodes in which all act by their own chances, as in learning.
   *
   * @param episodes 1 to 100,000
   */
  public GridLog log(int episodes, long seed) {
    ForagingLewis.whole("episodes", episodes, 1, MOST_LOGGED);
    int[] places = game.places();
    var walk = new GridWalk(game, agents, ForagingGrid.of(game.task(), places), Rng.of(seed));
    var log = GridLog.of(game.task(), size());
    for (int e = 0; e < episodes; e++) {
      if (e % 256 == 0) {
        Interruption.check("the log of foragers");
      }
      walk.episode(-1, false, log);
    }
    return log.build();
  }

  /**
   * The token that an agent prefers once it knows its own score, in the words of the bins: bin by
   * what it heard (nothing first), on neither item, the other item not seen.
   */
  public int[][] tokens(int agent) {
    ForagingLewis.whole("agent", agent, 0, size() - 1);
    double[] say = agents.get(agent).say();
    int[][] tokens = new int[game.bins()][ForagingGrid.TOKENS + 1];
    for (int b = 1; b <= game.bins(); b++) {
      int row = b * GridMind.rows(0);
      for (int h = 0; h <= ForagingGrid.TOKENS; h++) {
        tokens[b - 1][h] =
            Logits.largest(say, (row + h) * ForagingGrid.TOKENS, ForagingGrid.TOKENS);
      }
    }
    return tokens;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d foragers on a grid, %s", size(), game.society());
  }
}
