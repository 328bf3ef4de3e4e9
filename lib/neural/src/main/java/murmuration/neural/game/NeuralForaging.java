package murmuration.neural.game;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.language.SocialGraph;
import murmuration.language.game.ForagingGrid;
import murmuration.language.game.ForagingTask;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.neural.engine.Checkpoint;

/**
 * Foragers on a {@link ForagingGrid} that learn by themselves what to remember, where to go and
 * what to say: each has a gated recurrent unit of 32 and weights of its own (in the line of
 * Piriyajitakonkij et al. 2025, arXiv:2505.12872, whose agents have LSTM units and learn by PPO).
 *
 * <p>An agent knows 47 numbers ({@link ForagingGrid#observe}); heads give chances of six actions
 * and four tokens, and a value. All learn by advantage actor-critic (Mnih et al. 2016) on whole
 * episodes, 64 an update: discount 0.99, half the squared error of the value, an entropy bonus on
 * both heads that falls to a quarter over the run, Adam, gradients of at most norm 0.5.
 *
 * <p><b>What it reaches.</b> In some 20 seconds, with {@code near(1)}, the nets learn to walk and
 * to pick together where both scores can be read, and do not learn to tell them: tokens are worth
 * nothing yet.
 *
 * <p><b>An easier beginning.</b> From nothing, agents soon learn never to pick: a joint pick is
 * rarely right. So a run begins with easier episodes: all begin together, episodes are broken off
 * early, and either agent reads both scores. Beginnings spread out until 35 % of the updates; from
 * 45 % to 65 % the score of the partner's item is veiled, more and more, by the mean of all scores,
 * and until 75 % that mean fades to nothing. The rest is the game as it is, and so is every episode
 * by which success is judged. Rewards are never changed. {@link #plain} leaves all that out.
 *
 * <pre>{@code
 * var game = NeuralForaging.of(ForagingTask.SCORE_G).near(1);
 * var run = game.simulate(1);
 * double success = run.success();
 * }</pre>
 *
 * <p>The agents act in plain Java and learn in the engine. A seed gives the same run to the last
 * digit on one kind of processor.
 *
 * @param task what is to be done
 * @param updates of a run, 1 to 1,000,000; 2000 by default
 * @param games episodes an update, 1 to 1024; 64 by default
 * @param rate learning rate, above 0 and at most 1; 0.004 by default
 * @param entropy weight of the entropy of both heads at first, 0 to 10; 0.04 by default
 * @param channel false where nothing is heard
 * @param society who may meet whom; a pair by default; at most 15 agents
 * @param places cells in which items lie while learning; all by default
 * @param far how far apart all begin in the game that is to be learned: 5 anywhere, the default; 0
 *     to 4 as {@link ForagingGrid#reset(java.util.random.RandomGenerator, int)}
 * @param scoresOpen whether whoever has an item in view reads its score
 * @param easy whether the run begins with easier episodes
 */
public record NeuralForaging(
    ForagingTask task,
    int updates,
    int games,
    double rate,
    double entropy,
    boolean channel,
    SocialGraph society,
    int[] places,
    int far,
    boolean scoresOpen,
    boolean easy) {
  private static final int MOST_UPDATES = 1_000_000;
  private static final int MOST_GAMES = 1024;
  private static final int MOST_AGENTS = 15;
  private static final int MOST_RUNS = 1000;

  /** Checks the sizes, and keeps its own copy. */
  public NeuralForaging {
    Arguments.present("task", task);
    whole("updates", updates, 1, MOST_UPDATES);
    whole("games", games, 1, MOST_GAMES);
    Arguments.positive("rate", rate);
    Arguments.within("rate", rate, 0, 1);
    Arguments.within("entropy", entropy, 0, 10);
    Arguments.present("society", society);
    whole("the agents of society", society.size(), 2, MOST_AGENTS);
    for (int i = 0; i < society.size(); i++) {
      Arguments.require(
          society.degree(i) > 0, "agent %d has no neighbour: expected one to meet", i);
    }
    whole("far", far, 0, ForagerGames.ANYWHERE);
    ForagingGrid.of(task, places); // checks them
    places = places.clone();
  }

  static void whole(String name, int value, int least, int most) {
    Arguments.require(
        value >= least && value <= most, "%s is %d: expected %d to %d", name, value, least, most);
  }

  /** The task with the defaults. */
  public static NeuralForaging of(ForagingTask task) {
    int[] all = IntStream.range(0, ForagingGrid.CELLS).toArray();
    return new NeuralForaging(
        task,
        2000,
        64,
        0.004,
        0.04,
        true,
        SocialGraph.complete(2),
        all,
        ForagerGames.ANYWHERE,
        false,
        true);
  }

  /** The same with another number of updates. */
  public NeuralForaging updates(int value) {
    return new NeuralForaging(
        task, value, games, rate, entropy, channel, society, places, far, scoresOpen, easy);
  }

  /** The same with so many episodes an update. */
  public NeuralForaging games(int value) {
    return new NeuralForaging(
        task, updates, value, rate, entropy, channel, society, places, far, scoresOpen, easy);
  }

  /** The same with another learning rate. */
  public NeuralForaging rate(double value) {
    return new NeuralForaging(
        task, updates, games, value, entropy, channel, society, places, far, scoresOpen, easy);
  }

  /** The same with another weight of entropy. */
  public NeuralForaging entropy(double value) {
    return new NeuralForaging(
        task, updates, games, rate, value, channel, society, places, far, scoresOpen, easy);
  }

  /** The same with the channel off: nobody hears anything. */
  public NeuralForaging silent() {
    return new NeuralForaging(
        task, updates, games, rate, entropy, false, society, places, far, scoresOpen, easy);
  }

  /** The same in another society. */
  public NeuralForaging society(SocialGraph graph) {
    return new NeuralForaging(
        task, updates, games, rate, entropy, channel, graph, places, far, scoresOpen, easy);
  }

  /** The same with items in these cells only while learning. */
  public NeuralForaging places(int... cells) {
    return new NeuralForaging(
        task, updates, games, rate, entropy, channel, society, cells, far, scoresOpen, easy);
  }

  /**
   * A smaller game, to be learned and judged by: all begin close together, and an episode has at
   * most 3, 6, 10, 13, 17 steps for 0 to 4.
   *
   * @param value 0 to 4, as {@link ForagingGrid#reset(java.util.random.RandomGenerator, int)}; 5
   *     for anywhere
   */
  public NeuralForaging near(int value) {
    return new NeuralForaging(
        task, updates, games, rate, entropy, channel, society, places, value, scoresOpen, easy);
  }

  /**
   * An easier game: whoever has an item in view reads its score, so that nothing need be told. It
   * shows how far walking and picking are learned.
   */
  public NeuralForaging open() {
    return new NeuralForaging(
        task, updates, games, rate, entropy, channel, society, places, far, true, easy);
  }

  /** The same without easier episodes: the game as it is from the first update on. */
  public NeuralForaging plain() {
    return new NeuralForaging(
        task, updates, games, rate, entropy, channel, society, places, far, scoresOpen, false);
  }

  @Override
  public int[] places() {
    return places.clone();
  }

  /** An episode of the game that is to be learned. */
  ForagerGames.Ease ease() {
    return new ForagerGames.Ease(far, ForagerCourse.limit(far), scoresOpen ? 1 : 0, 0);
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public NeuralForagingRun simulate(long seed) {
    return new ForagerRun(this, seed, null).run(null);
  }

  /**
   * One run, which is saved now and then as one whole file, from which {@link #resume} goes on.
   *
   * @param file in place of one that may be there
   */
  public NeuralForagingRun simulate(long seed, Path file) {
    return new ForagerRun(this, seed, Arguments.present("file", file)).run(null);
  }

  /**
   * Goes on with a run of this study that was interrupted, to the end that it would have had,
   * number for number, and saves it in the same file.
   *
   * @param file of {@link #simulate(long, Path)}
   * @throws IllegalArgumentException where the file is of another study
   */
  public NeuralForagingRun resume(Path file) {
    Checkpoint saved = Checkpoint.read(file, ForagerRun.KIND);
    long seed = Long.parseLong(saved.settings().getOrDefault("seed", "0"));
    return new ForagerRun(this, seed, file).run(saved);
  }

  /**
   * Many runs, one after another: run i has the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs how many, 1 to 1000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public NeuralForagingRuns simulate(int runs, long seed) {
    whole("runs", runs, 1, MOST_RUNS);
    List<NeuralForagingRun> done = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      done.add(simulate(Rng.seed(seed, i)));
    }
    return new NeuralForagingRuns(this, seed, done);
  }

  /** All choices of a run but its seed, in words. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("task", task.toString());
    settings.put("updates", Integer.toString(updates));
    settings.put("games", Integer.toString(games));
    settings.put("rate", Double.toString(rate));
    settings.put("entropy", Double.toString(entropy));
    settings.put("channel", channel ? "on" : "off");
    settings.put("society", society.toString());
    settings.put("places", places.length == ForagingGrid.CELLS ? "all" : Arrays.toString(places));
    settings.put("far", Integer.toString(far));
    settings.put("scores", scoresOpen ? "open" : "own");
    settings.put("easier at first", Boolean.toString(easy));
    return settings;
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    return Provenance.of(settings()).seed(seed);
  }

  /** In words. */
  @Override
  public String toString() {
    return task
        + ", net agents"
        + (channel ? "" : " that hear nothing")
        + (far < ForagerGames.ANYWHERE ? ", all within " + far : "")
        + (scoresOpen ? ", scores open" : "")
        + (easy ? "" : ", nothing easier at first");
  }
}
