package murmuration.language.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/** Episodes of table foragers on a grid, with learning and without. */
final class GridPlays {
  private static final double DISCOUNT = 0.99;
  private static final double VALUE_STEP = 0.02;
  private static final double LEAST_ENTROPY = 0.1;
  private static final double SPREAD = 0.05;
  private static final int N = GridMind.INTENTIONS;
  private static final int T = ForagingGrid.TOKENS;
  private static final int TIMES = 40;
  private static final int JUDGED = 500;

  private final GridForaging game;
  private final RandomGenerator rng;
  private final List<GridTables> agents = new ArrayList<>();
  private final boolean[] fixed;
  private final ForagingGrid grid;
  private final GridMind[] minds;
  private final int[][] rows = new int[2][ForagingGrid.STEPS];
  private final int[][] intended = new int[2][ForagingGrid.STEPS];
  private final int[][] said = new int[2][ForagingGrid.STEPS];
  private final double[] rewards = new double[ForagingGrid.STEPS];
  private final Softmax[] intentions = new Softmax[ForagingGrid.STEPS];
  private final Softmax[] tokens = new Softmax[ForagingGrid.STEPS];
  private double entropy;

  GridPlays(GridForaging game, RandomGenerator rng) {
    this(game, rng, List.of());
    for (int i = 0; i < game.society().size(); i++) {
      agents.add(fresh());
    }
  }

  /** With these agents, which change. */
  GridPlays(GridForaging game, RandomGenerator rng, List<GridTables> given) {
    this.game = game;
    this.rng = rng;
    agents.addAll(given);
    fixed = new boolean[game.society().size()];
    grid = ForagingGrid.of(game.task(), game.places());
    minds = new GridMind[] {new GridMind(game.bins(), 0), new GridMind(game.bins(), 1)};
    entropy = game.entropy();
    Arrays.setAll(intentions, t -> new Softmax(2 * N));
    Arrays.setAll(tokens, t -> new Softmax(2 * T));
  }

  private GridTables fresh() {
    var tables = GridTables.fresh(GridMind.rows(game.bins()));
    for (int i = 0; i < tables.say().length; i++) {
      tables.say()[i] = SPREAD * (2 * rng.nextDouble() - 1);
    }
    return tables;
  }

  GridForagingRun run(long seed) {
    long[] times = GameHistory.even(game.episodes(), TIMES);
    double[][] seen = new double[times.length][];
    long done = 0;
    for (int t = 0; t < times.length; t++) {
      long before = done;
      double successes = 0;
      double steps = 0;
      for (; done < times[t]; done++) {
        if (done % 256 == 0) {
          Interruption.check("foraging on the grid");
        }
        double left = 1 - (double) done / game.episodes();
        entropy = game.entropy() * (LEAST_ENTROPY + (1 - LEAST_ENTROPY) * left);
        int i = rng.nextInt(fixed.length);
        steps += play(i, game.society().partner(i, rng));
        successes += grid.isSuccess() ? 1 : 0;
      }
      double n = Math.max(1, done - before);
      double now = new GridCommunity(game, agents).success(JUDGED, Rng.seed(seed, t + 1L));
      seen[t] = new double[] {now, before == done ? now : successes / n, steps / n};
    }
    var history = new GameHistory(GridForagingRun.OBSERVABLES, times, seen);
    return new GridForagingRun(game, seed, history, new GridCommunity(game, agents));
  }

  /** Puts a fresh agent in a place, and lets it alone learn. */
  GridCommunity newcomer(int place, int episodes) {
    agents.set(place, fresh());
    Arrays.fill(fixed, true);
    fixed[place] = false;
    for (int k = 0; k < episodes; k++) {
      if (k % 256 == 0) {
        Interruption.check("a newcomer on the grid");
      }
      double left = 1 - (double) k / episodes;
      entropy = game.entropy() * (LEAST_ENTROPY + (1 - LEAST_ENTROPY) * left);
      int other = game.society().partner(place, rng);
      if (rng.nextBoolean()) {
        play(place, other);
      } else {
        play(other, place);
      }
    }
    return new GridCommunity(game, agents);
  }

  private int play(int i, int j) {
    var pair = new GridTables[] {agents.get(i), agents.get(j)};
    grid.reset(rng);
    minds[0].forget();
    minds[1].forget();
    int t = 0;
    while (!grid.isOver()) {
      look(pair, t);
      for (int g = 0; g < 2; g++) {
        intended[g][t] = intentions[t].draw(g * N, N, rng);
        said[g][t] = tokens[t].draw(g * T, T, rng);
      }
      grid.step(
          minds[0].step(grid, intended[0][t]),
          said[0][t],
          minds[1].step(grid, intended[1][t]),
          said[1][t]);
      rewards[t++] = grid.reward();
    }
    double back = 0;
    for (int k = t - 1; k >= 0; k--) {
      back = rewards[k] + DISCOUNT * back;
      for (int g = 0; g < 2; g++) {
        if (!fixed[g == 0 ? i : j]) {
          learn(pair[g], g, k, back);
        }
      }
    }
    return t;
  }

  private void look(GridTables[] pair, int t) {
    for (int g = 0; g < 2; g++) {
      minds[g].look(grid);
      rows[g][t] = minds[g].row(grid, heard(game, grid.heard(g), rng));
    }
    load(pair, t);
  }

  /** What is heard of a token: none with the channel off, another by noise. */
  static int heard(GridForaging game, int token, RandomGenerator rng) {
    if (!game.channel() || token < 0) {
      return -1;
    }
    return game.noise() > 0 && rng.nextDouble() < game.noise() ? rng.nextInt(T) : token;
  }

  /** The chances of a step, which are kept until the episode is learned from. */
  private void load(GridTables[] pair, int t) {
    intentions[t].clear();
    tokens[t].clear();
    for (int g = 0; g < 2; g++) {
      intentions[t].add(pair[g].intend(), rows[g][t] * N, N);
      tokens[t].add(pair[g].say(), rows[g][t] * T, T);
    }
    intentions[t].normalise(N);
    tokens[t].normalise(T);
  }

  private void learn(GridTables tables, int g, int t, double back) {
    int row = rows[g][t];
    double gain = back - tables.value()[row];
    tables.value()[row] += VALUE_STEP * gain;
    double step = game.rate() * gain;
    double spread = game.rate() * entropy;
    intentions[t].step(tables.intend(), row * N, g * N, N, intended[g][t], step);
    tokens[t].step(tables.say(), row * T, g * T, T, said[g][t], step);
    if (spread > 0) {
      intentions[t].spread(tables.intend(), row * N, g * N, N, spread);
      tokens[t].spread(tables.say(), row * T, g * T, T, spread);
    }
  }
}
