package murmuration.language.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/** The plays of one foraging game, on flat tables of logits. */
final class ForagingPlays {
  private static final double BASELINE_STEP = 0.005;
  private static final double HALF = 0.5;
  private static final double QUARTER = 0.25;
  private static final int TIMES = 50;
  private static final int CHUNK = 1 << 14;

  private final ForagingLewis game;
  private final long seed;
  private final RandomGenerator rng;
  private final ForagingWorlds worlds;
  private final List<Forager> agents = new ArrayList<>();
  private final double[] baseline;
  private final boolean[] fixed;
  private final Softmax tokens;
  private final Softmax cells;
  private final int[] said;
  private long successes;

  /** A game of fresh agents. */
  ForagingPlays(ForagingLewis game, long seed) {
    this(game, seed, Rng.of(seed));
    for (int i = 0; i < game.society().size(); i++) {
      agents.add(Forager.fresh(game, rng));
    }
  }

  /** A game of these agents, in the worlds of a seed. */
  ForagingPlays(ForagingLewis game, long worldSeed, List<Forager> agents, RandomGenerator rng) {
    this(game, worldSeed, rng);
    this.agents.addAll(agents);
  }

  private ForagingPlays(ForagingLewis game, long seed, RandomGenerator rng) {
    this.game = game;
    this.seed = seed;
    this.rng = rng;
    worlds = ForagingWorlds.of(game, seed, false);
    baseline = new double[game.society().size()];
    fixed = new boolean[baseline.length];
    tokens = new Softmax(2 * game.length() * game.tokens());
    cells = new Softmax(2 * game.cells());
    said = new int[2 * game.length()];
  }

  ForagingRun run() {
    long[] times = GameHistory.even(game.plays(), TIMES);
    boolean held = game.heldOut() > 0;
    double[][] rows = new double[times.length][];
    long done = 0;
    for (int t = 0; t < times.length; t++) {
      long before = done;
      successes = 0;
      while (done < times[t]) {
        Interruption.check("the foraging game");
        int chunk = (int) Math.min(CHUNK, times[t] - done);
        for (int k = 0; k < chunk; k++) {
          int i = rng.nextInt(baseline.length);
          play(i, game.society().partner(i, rng));
        }
        done += chunk;
      }
      var community = community();
      double now = community.success();
      double played = done == before ? now : (double) successes / (done - before);
      rows[t] =
          held
              ? new double[] {now, played, community.heldOutSuccess()}
              : new double[] {now, played};
    }
    var names =
        held
            ? List.of("success", "success while learning", "held-out success")
            : List.of("success", "success while learning");
    return new ForagingRun(game, seed, new GameHistory(names, times, rows), community());
  }

  ForagingCommunity community() {
    return new ForagingCommunity(game, seed, agents);
  }

  /** Puts a fresh agent in a place, and lets it alone learn. */
  void newcomer(int place, long plays) {
    agents.set(place, Forager.fresh(game, rng));
    Arrays.fill(fixed, true);
    fixed[place] = false;
    baseline[place] = 0;
    for (long k = 0; k < plays; k++) {
      if (k % CHUNK == 0) {
        Interruption.check("the game of a newcomer");
      }
      int other = game.society().partner(place, rng);
      if (rng.nextBoolean()) {
        play(place, other);
      } else {
        play(other, place);
      }
    }
  }

  private void play(int i, int j) {
    int world = rng.nextInt(worlds.size);
    int a = worlds.first[world];
    int b = worlds.second[world];
    var one = agents.get(i);
    var two = agents.get(j);
    int heardByTwo = 0;
    int heardByOne = 0;
    int width = game.length() * game.tokens();
    if (game.channel()) {
      tokens.clear();
      tokens.add(one.say(), a * width, width);
      tokens.add(two.say(), b * width, width);
      tokens.normalise(game.tokens());
      heardByTwo = say(0);
      heardByOne = say(1);
    }
    int n = game.cells();
    int rowOne = (a * game.messages() + heardByOne) * n;
    int rowTwo = (b * game.messages() + heardByTwo) * n;
    cells.clear();
    cells.add(one.choose(), rowOne, n);
    cells.add(two.choose(), rowTwo, n);
    cells.normalise(n);
    int choiceOne = cells.draw(0, n, rng);
    int choiceTwo = cells.draw(n, n, rng);
    int target = worlds.target[world];
    int right = (choiceOne == target ? 1 : 0) + (choiceTwo == target ? 1 : 0);
    double reward = (right == 2 ? HALF : 0) + QUARTER * right;
    successes += right == 2 ? 1 : 0;
    if (!fixed[i]) {
      double gain = reward - baseline[i];
      cells.step(one.choose(), rowOne, 0, n, choiceOne, 2 * game.rate() * gain);
      learnTokens(one.say(), a * width, 0, gain);
      baseline[i] += BASELINE_STEP * gain;
    }
    if (!fixed[j]) {
      double gain = reward - baseline[j];
      cells.step(two.choose(), rowTwo, n, n, choiceTwo, 2 * game.rate() * gain);
      learnTokens(two.say(), b * width, 1, gain);
      baseline[j] += BASELINE_STEP * gain;
    }
  }

  /** Draws the tokens of one side, and gives the code of what is heard of them. */
  private int say(int side) {
    int code = 0;
    int n = game.tokens();
    for (int k = 0; k < game.length(); k++) {
      int at = side * game.length() + k;
      said[at] = tokens.draw(at * n, n, rng);
      boolean garbled = game.noise() > 0 && rng.nextDouble() < game.noise();
      code = code * n + (garbled ? rng.nextInt(n) : said[at]);
    }
    return code;
  }

  private void learnTokens(double[] say, int from, int side, double gain) {
    if (!game.channel()) {
      return;
    }
    int n = game.tokens();
    for (int k = 0; k < game.length(); k++) {
      int at = side * game.length() + k;
      tokens.step(say, from + k * n, at * n, n, said[at], game.rate() * gain);
      if (game.entropy() > 0) {
        tokens.spread(say, from + k * n, at * n, n, game.rate() * game.entropy());
      }
    }
  }
}
