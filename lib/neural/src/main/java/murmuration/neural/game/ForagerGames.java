package murmuration.neural.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.language.game.ForagingGrid;
import murmuration.language.game.ForagingTask;
import murmuration.language.game.GridAction;
import murmuration.language.game.GridLog;
import org.jspecify.annotations.Nullable;

/** Episodes of net foragers, one after another on one grid. */
final class ForagerGames {
  /** Beginnings anywhere. */
  static final int ANYWHERE = ForagingGrid.SIDE;

  private static final GridAction[] ACTIONS = GridAction.values();
  private static final int BINS = 3;
  private static final int HEARD = ForagingGrid.INPUTS - ForagingGrid.TOKENS;

  private final ForagingGrid grid;
  private final boolean channel;
  private final double[][] seen = new double[2][ForagerNet.INPUTS];
  private final float[][] state = new float[2][ForagerNet.HIDDEN];
  private final float[] out = new float[ForagerNet.HEADS];
  private final double[] chance = new double[ForagerNet.ACTIONS];
  private final int[] action = new int[2];
  private final int[] token = new int[2];
  private final int[] bin = new int[2];

  ForagerGames(ForagingTask task, int[] places, boolean channel) {
    grid = ForagingGrid.of(task, places);
    this.channel = channel;
  }

  /**
   * How hard an episode is.
   *
   * @param far how far apart all begin, 0 to 4, or anywhere
   * @param limit steps after which it is broken off
   * @param open how far the score that an agent cannot read shows all the same, 0 to 1
   * @param veiled what shows in place of the rest of it; 0 in the task as it is
   */
  record Ease(int far, int limit, double open, double veiled) {}

  /** Takes down one episode, step by step. */
  interface Scribe {
    void step(int time, int side, double[] seen, int action, int token, float value);

    void reward(int time, double reward);
  }

  /** Whether the last episode ended well. */
  boolean isSuccess() {
    return grid.isSuccess();
  }

  /**
   * One episode.
   *
   * @param best whether they do what they prefer, or follow their own chances
   * @return steps
   */
  int play(
      ForagerNet[] pair, Ease ease, boolean best, RandomGenerator random, @Nullable Scribe scribe) {
    begin(ease.far(), random);
    while (!grid.isOver() && grid.time() < ease.limit()) {
      int time = grid.time();
      for (int g = 0; g < 2; g++) {
        decide(pair[g], g, ease, best, random);
        if (scribe != null) {
          scribe.step(time, g, seen[g], action[g], token[g], out[ForagerNet.HEADS - 1]);
        }
      }
      step();
      if (scribe != null) {
        scribe.reward(time, grid.reward());
      }
    }
    return grid.time();
  }

  /** One episode in which all follow their own chances, into a log. */
  void log(
      ForagerNet[] pair, int[] agents, Ease ease, RandomGenerator random, GridLog.Builder log) {
    begin(ease.far(), random);
    Arrays.fill(bin, 0);
    while (!grid.isOver() && grid.time() < ease.limit()) {
      for (int g = 0; g < 2; g++) {
        decide(pair[g], g, ease, false, random);
        know(g);
        log.add(grid, g, agents[g], token[g], bin[g]);
      }
      step();
    }
    log.end();
  }

  private void know(int side) {
    if (grid.task() == ForagingTask.TEMPORAL_G) {
      bin[side] = grid.sees(side, Math.min(1, grid.taken())) ? 1 : bin[side];
    } else if (grid.sees(side, side)) {
      bin[side] = 1 + (grid.score(side) - 1) * BINS / ForagingGrid.HIGHEST_SCORE;
    }
  }

  private void begin(int far, RandomGenerator random) {
    if (far >= ANYWHERE) {
      grid.reset(random);
    } else {
      grid.reset(random, far);
    }
    Arrays.fill(state[0], 0);
    Arrays.fill(state[1], 0);
  }

  private void decide(ForagerNet net, int side, Ease ease, boolean best, RandomGenerator random) {
    grid.observe(side, seen[side]);
    if (!channel) {
      Arrays.fill(seen[side], HEARD, ForagingGrid.INPUTS, 0);
    }
    if (grid.task() == ForagingTask.SCORE_G && grid.sees(side, 1 - side)) {
      show(side, ease);
    }
    net.step(seen[side], state[side], out);
    action[side] = choose(0, ForagerNet.ACTIONS, best, random);
    token[side] = choose(ForagerNet.ACTIONS, ForagerNet.TOKENS, best, random);
  }

  private void show(int side, Ease ease) {
    int place = grid.position(side);
    int cell = grid.cell(1 - side);
    int row = cell / ForagingGrid.SIDE - place / ForagingGrid.SIDE + 1;
    int column = cell % ForagingGrid.SIDE - place % ForagingGrid.SIDE + 1;
    double score = (double) grid.score(1 - side) / ForagingGrid.HIGHEST_SCORE;
    seen[side][2 * (3 * row + column) + 1] =
        ease.open() * score + (1 - ease.open()) * ease.veiled();
  }

  private void step() {
    grid.step(ACTIONS[action[0]], token[0], ACTIONS[action[1]], token[1]);
  }

  private int choose(int from, int n, boolean best, RandomGenerator random) {
    int largest = 0;
    for (int k = 1; k < n; k++) {
      largest = out[from + k] > out[from + largest] ? k : largest;
    }
    if (best) {
      return largest;
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += Math.exp(out[from + k] - out[from + largest]);
      chance[k] = sum;
    }
    double at = sum * random.nextDouble();
    int k = 0;
    while (k < n - 1 && chance[k] < at) {
      k++;
    }
    return k;
  }
}
