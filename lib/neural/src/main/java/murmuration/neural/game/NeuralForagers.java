package murmuration.neural.game;

import java.util.Locale;
import java.util.random.RandomGenerator;
import murmuration.language.game.GridLog;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.neural.engine.ModelWeights;

/** Foragers with nets as they stand. Immutable. */
public final class NeuralForagers {
  private static final int MOST = 10_000_000;
  private static final int MOST_LOGGED = 100_000;
  private static final int CHECK = 64;

  private final NeuralForaging game;
  private final ModelWeights weights;

  NeuralForagers(NeuralForaging game, ModelWeights weights) {
    this.game = game;
    this.weights = weights;
  }

  /** What they do. */
  public NeuralForaging game() {
    return game;
  }

  /** How many they are. */
  public int size() {
    return game.society().size();
  }

  /** Their weights; the first index of each is the agent. */
  public ModelWeights weights() {
    return weights;
  }

  /**
   * The share of episodes that end well when all do and say what they prefer.
   *
   * @param episodes 1 to 10,000,000, each of an agent and a neighbour of it, drawn by chance
   */
  public double success(int episodes, long seed) {
    return success(episodes, seed, game.places());
  }

  /**
   * The same with items in other cells than those learned with.
   *
   * @param places 2 or more different cells, each {@code 5 row + column}
   */
  public double success(int episodes, long seed, int... places) {
    return success(episodes, seed, game.channel(), places);
  }

  /**
   * The same where nothing is heard, by agents that learned with tokens: what they lose is what the
   * tokens are worth to them.
   */
  public double unheard(int episodes, long seed) {
    return success(episodes, seed, false, game.places());
  }

  private double success(int episodes, long seed, boolean channel, int[] places) {
    NeuralForaging.whole("episodes", episodes, 1, MOST);
    ForagerNet[] nets = ForagerNet.of(weights);
    var grid = new ForagerGames(game.task(), places, channel);
    var ease = game.ease();
    var random = Rng.of(seed);
    int successes = 0;
    for (int e = 0; e < episodes; e++) {
      if (e % CHECK == 0) {
        Interruption.check("the judging of foragers");
      }
      int[] who = pair(random);
      grid.play(new ForagerNet[] {nets[who[0]], nets[who[1]]}, ease, true, random, null);
      successes += grid.isSuccess() ? 1 : 0;
    }
    return (double) successes / episodes;
  }

  /**
   * What was said and seen in episodes in which all act by their own chances, as in learning. The
   * score of the own item is told in three bins, from when the item was first in view.
   *
   * @param episodes 1 to 100,000
   */
  public GridLog log(int episodes, long seed) {
    NeuralForaging.whole("episodes", episodes, 1, MOST_LOGGED);
    ForagerNet[] nets = ForagerNet.of(weights);
    var grid = new ForagerGames(game.task(), game.places(), game.channel());
    var log = GridLog.of(game.task(), size());
    var random = Rng.of(seed);
    for (int e = 0; e < episodes; e++) {
      if (e % CHECK == 0) {
        Interruption.check("the log of foragers");
      }
      int[] who = pair(random);
      grid.log(new ForagerNet[] {nets[who[0]], nets[who[1]]}, who, game.ease(), random, log);
    }
    return log.build();
  }

  private int[] pair(RandomGenerator random) {
    int one = random.nextInt(size());
    return new int[] {one, game.society().partner(one, random)};
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d foragers with nets of %d units", size(), ForagerNet.HIDDEN);
  }
}
