package murmuration.language.game;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.language.SocialGraph;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Foragers on a {@link ForagingGrid} that look up what to do. A table cannot hold what can be seen
 * on a grid, so the agent is given a memory and steps, and learns what to intend and what to say:
 *
 * <ul>
 *   <li>it remembers the cells in which it saw its own item (whose score it reads) and the other;
 *   <li>its row is: the bin of its own score or none, whether it saw the other item, whether it
 *       stands on its own item, on the other or on neither, and the token it heard;
 *   <li>in each row it has logits of five intentions (search on a fixed round, go to its own item,
 *       go to the other, stay, pick), of four tokens, and a value.
 * </ul>
 *
 * <p>Both heads learn by REINFORCE, with returns discounted by 0.99 less the value of the row, and
 * a bonus for entropy that falls to a tenth over the run. Nothing in this memory is a place told by
 * tokens: such an agent can learn ScoreG, and cannot learn TemporalG, in which the partner must be
 * told where to go. Each episode draws an agent and a neighbour of it in the society.
 *
 * <pre>{@code
 * GridForagingRun run = GridForaging.of(ForagingTask.SCORE_G).episodes(300_000).simulate(1);
 * double success = run.success();
 * }</pre>
 *
 * @param task what is to be done
 * @param episodes episodes of a run, 1 to 10^8; 50,000 by default, for a first look (300,000 settle
 *     it)
 * @param bins bins of the own score, 1 to 255; 3 by default
 * @param rate step of both heads, 0 to 10; 0.5 by default
 * @param entropy weight of the entropy of both heads at first, 0 to 10; 0.01 by default
 * @param channel false where nothing is heard
 * @param noise chance of each token to be heard as a random one, 0 to 1; 0 by default
 * @param society who may meet whom; a pair by default; at most 1,000 agents
 * @param places cells in which items lie while learning; all by default
 */
public record GridForaging(
    ForagingTask task,
    int episodes,
    int bins,
    double rate,
    double entropy,
    boolean channel,
    double noise,
    SocialGraph society,
    int[] places) {
  private static final int MOST_EPISODES = 100_000_000;
  private static final int MOST_AGENTS = 1000;
  private static final int MOST_RUNS = 1000;

  /** Checks the sizes, and keeps its own copy. */
  public GridForaging {
    Arguments.present("task", task);
    ForagingLewis.whole("episodes", episodes, 1, MOST_EPISODES);
    ForagingLewis.whole("bins", bins, 1, ForagingGrid.HIGHEST_SCORE);
    Arguments.within("rate", rate, 0, 10);
    Arguments.within("entropy", entropy, 0, 10);
    Arguments.within("noise", noise, 0, 1);
    Arguments.present("society", society);
    ForagingLewis.whole("the agents of society", society.size(), 2, MOST_AGENTS);
    for (int i = 0; i < society.size(); i++) {
      Arguments.require(
          society.degree(i) > 0, "agent %d has no neighbour: expected one to meet", i);
    }
    places = ForagingGrid.checked(places);
  }

  /** The task with the defaults. */
  public static GridForaging of(ForagingTask task) {
    int[] all = IntStream.range(0, ForagingGrid.CELLS).toArray();
    return new GridForaging(task, 20_000, 3, 0.5, 0.01, true, 0, SocialGraph.complete(2), all);
  }

  /** The same with another number of episodes. */
  public GridForaging episodes(int value) {
    return new GridForaging(task, value, bins, rate, entropy, channel, noise, society, places);
  }

  /** The same with so many bins of the own score. */
  public GridForaging bins(int value) {
    return new GridForaging(task, episodes, value, rate, entropy, channel, noise, society, places);
  }

  /** The same with another step. */
  public GridForaging rate(double value) {
    return new GridForaging(task, episodes, bins, value, entropy, channel, noise, society, places);
  }

  /** The same with another weight of entropy. */
  public GridForaging entropy(double value) {
    return new GridForaging(task, episodes, bins, rate, value, channel, noise, society, places);
  }

  /** The same with the channel off: nobody hears anything. */
  public GridForaging silent() {
    return new GridForaging(task, episodes, bins, rate, entropy, false, noise, society, places);
  }

  /** The same where each token is heard as a random one with this chance. */
  public GridForaging noise(double chance) {
    return new GridForaging(task, episodes, bins, rate, entropy, channel, chance, society, places);
  }

  /** The same in another society. */
  public GridForaging society(SocialGraph graph) {
    return new GridForaging(task, episodes, bins, rate, entropy, channel, noise, graph, places);
  }

  /** The same with items in these cells only while learning. */
  public GridForaging places(int... cells) {
    return new GridForaging(task, episodes, bins, rate, entropy, channel, noise, society, cells);
  }

  @Override
  public int[] places() {
    return places.clone();
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public GridForagingRun simulate(long seed) {
    return new GridPlays(this, Rng.of(seed)).run(seed);
  }

  /**
   * Many runs, on all cores: run i has the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs how many, 1 to 1,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public GridForagingRuns simulate(int runs, long seed) {
    ForagingLewis.whole("runs", runs, 1, MOST_RUNS);
    return new GridForagingRuns(
        this,
        seed,
        Parallel.map(runs + " games on the grid", runs, i -> simulate(Rng.seed(seed, i))));
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    var options = new LinkedHashMap<String, String>();
    options.put("task", task.toString());
    options.put("episodes", Integer.toString(episodes));
    options.put("bins", Integer.toString(bins));
    options.put("rate", Double.toString(rate));
    options.put("entropy", Double.toString(entropy));
    options.put("channel", channel ? "on" : "off");
    options.put("noise", Double.toString(noise));
    options.put("society", society.toString());
    options.put("places", places.length == ForagingGrid.CELLS ? "all" : Arrays.toString(places));
    return Provenance.of(options).seed(seed);
  }
}
