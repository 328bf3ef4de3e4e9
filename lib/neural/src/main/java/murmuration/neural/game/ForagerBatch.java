package murmuration.neural.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.language.game.ForagingGrid;
import murmuration.neural.game.ForagerGames.Ease;

/**
 * The episodes of one update, as the loss wants them: for every agent its episodes by length, the
 * longest first, and then step by step, so that step t of all who are still out is one block.
 */
final class ForagerBatch {
  static final int TARGETS = ForagerNet.ACTIONS + ForagerNet.TOKENS + 3;
  private static final int STEPS = ForagingGrid.STEPS;
  private static final int IN = ForagerNet.INPUTS;
  private static final int ENTROPY = TARGETS - 3;
  private static final int RETURN = TARGETS - 2;
  private static final int VALUE = TARGETS - 1;
  private static final double VALUE_SHARE = 0.5;

  private final int games;
  private final int[][] players;
  private final int[] length;
  private final float[] seen;
  private final int[] actions;
  private final int[] tokens;
  private final float[] values;
  private final double[] rewards;
  private final int agents;
  private final int seats;
  private final float[] x;
  private final float[] targets;
  private int[] alive = new int[0];
  private int successes;
  private long steps;

  ForagerBatch(int games, int agents, int seats) {
    this.games = games;
    this.agents = agents;
    this.seats = seats;
    players = new int[games][2];
    length = new int[games];
    seen = new float[games * STEPS * 2 * IN];
    actions = new int[games * STEPS * 2];
    tokens = new int[games * STEPS * 2];
    values = new float[games * STEPS * 2];
    rewards = new double[games * STEPS];
    x = new float[agents * seats * STEPS * IN];
    targets = new float[agents * seats * STEPS * TARGETS];
  }

  /** The most episodes of an agent. */
  int seats() {
    return seats;
  }

  /** What was known, agent by row by input; only the rows in use are set. */
  float[] x() {
    return x;
  }

  /** What the loss wants, agent by row by {@link #TARGETS}. */
  float[] targets() {
    return targets;
  }

  /** What an episode brought in its last step. */
  double last(int game) {
    return rewards[game * STEPS + length[game] - 1];
  }

  int successes() {
    return successes;
  }

  long steps() {
    return steps;
  }

  /** At each time how many episodes of an agent are still going on, at most. */
  int[] alive() {
    return alive;
  }

  /** Plays and writes down. */
  void play(
      ForagerGames grid, ForagerNet[] nets, int[][] pairs, Ease[] ease, RandomGenerator random) {
    successes = 0;
    steps = 0;
    for (int g = 0; g < games; g++) {
      players[g] = pairs[g];
      var pair = new ForagerNet[] {nets[pairs[g][0]], nets[pairs[g][1]]};
      length[g] = grid.play(pair, ease[g], false, random, new Page(g * STEPS));
      successes += grid.isSuccess() ? 1 : 0;
      steps += length[g];
    }
  }

  private final class Page implements ForagerGames.Scribe {
    private final int from;

    Page(int from) {
      this.from = from;
    }

    @Override
    public void step(int time, int side, double[] now, int action, int token, float value) {
      int at = 2 * (from + time) + side;
      for (int k = 0; k < IN; k++) {
        seen[at * IN + k] = (float) now[k];
      }
      actions[at] = action;
      tokens[at] = token;
      values[at] = value;
    }

    @Override
    public void reward(int time, double reward) {
      rewards[from + time] = reward;
    }
  }

  /** Lays everything out for the loss; each agent's terms are means over its steps. */
  void lay(double discount, double entropy) {
    int[] order =
        IntStream.range(0, games)
            .boxed()
            .sorted((a, b) -> Integer.compare(length[b], length[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int longest = length[order[0]];
    int[][] out = new int[agents][longest];
    for (int g = 0; g < games; g++) {
      for (int player : players[g]) {
        for (int t = 0; t < length[g]; t++) {
          out[player][t]++;
        }
      }
    }
    alive = new int[longest];
    int[] begin = new int[longest + 1];
    for (int t = 0; t < longest; t++) {
      for (int[] one : out) {
        alive[t] = Math.max(alive[t], one[t]);
      }
      begin[t + 1] = begin[t] + alive[t];
    }
    int rows = begin[longest];
    Arrays.fill(x, 0, agents * rows * IN, 0);
    Arrays.fill(targets, 0, agents * rows * TARGETS, 0);
    int[] seat = new int[agents];
    for (int g : order) {
      for (int side = 0; side < 2; side++) {
        int agent = players[g][side];
        double share = 1.0 / Arrays.stream(out[agent]).sum();
        lay(g, side, agent * rows + seat[agent]++, begin, share, discount, entropy);
      }
    }
  }

  private void lay(
      int g, int side, int row, int[] begin, double share, double discount, double entropy) {
    double back = 0;
    for (int t = length[g] - 1; t >= 0; t--) {
      int from = 2 * (g * STEPS + t) + side;
      back = rewards[g * STEPS + t] + discount * back;
      int at = row + begin[t];
      System.arraycopy(seen, from * IN, x, at * IN, IN);
      float push = (float) (-share * (back - values[from]));
      int to = at * TARGETS;
      targets[to + actions[from]] = push;
      targets[to + ForagerNet.ACTIONS + tokens[from]] = push;
      targets[to + ENTROPY] = (float) (share * entropy);
      targets[to + RETURN] = (float) back;
      targets[to + VALUE] = (float) (VALUE_SHARE * share);
    }
  }
}
