package murmuration.language.game;

import java.util.LinkedHashMap;
import murmuration.data.Provenance;
import murmuration.language.SocialGraph;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Foraging without a grid: what remains of the ScoreG game of Piriyajitakonkij et al. (2025) when
 * walking is left out. Two items lie in different cells and have different scores; each of two
 * agents knows the cell and the score of one. Both say a message at once, then both choose a cell
 * by what they know and what they heard; the play succeeds where both choose the cell of the higher
 * score. The reward is a half for success and a quarter for each agent that is right. Agents are
 * tables of logits of their own, learned by REINFORCE; each play draws an agent and a neighbour of
 * it in the society.
 *
 * <pre>{@code
 * ForagingRun pair = ForagingLewis.scores(2).plays(300_000).simulate(1);
 * double success = pair.success();
 * ForagingRun deaf = ForagingLewis.scores(2).plays(300_000).silent().simulate(1);
 * ForagingRun village =
 *     ForagingLewis.scores(2).society(SocialGraph.ring(5)).plays(1_000_000).simulate(1);
 * }</pre>
 *
 * @param cells C, 2 to 40; 4 by default
 * @param scores Q, 2 to 40
 * @param tokens T, 1 to 100; 4 by default
 * @param length tokens of a message L, 1 to 8; 2 by default; T^L is at most 4,096
 * @param rate step, 0 to 10; 0.2 by default
 * @param entropy weight of the entropy of tokens, 0 to 10; 0.01 by default
 * @param plays plays of a run, 1 to 10^9; 300,000 by default
 * @param channel false where nothing is heard
 * @param noise chance of each token to be heard as a random one, 0 to 1; 0 by default
 * @param society who may meet whom; a pair by default; at most 100 agents, each with a neighbour
 * @param heldOut pairs of cells that are never played, 0 to C (C - 1) / 2 - 1; 0 by default
 */
public record ForagingLewis(
    int cells,
    int scores,
    int tokens,
    int length,
    double rate,
    double entropy,
    long plays,
    boolean channel,
    double noise,
    SocialGraph society,
    int heldOut) {
  private static final int MOST = 40;
  private static final int MOST_TOKENS = 100;
  private static final int MOST_LENGTH = 8;
  private static final int MOST_MESSAGES = 4096;
  private static final int MOST_AGENTS = 100;
  private static final double MOST_LOGITS = 20_000_000;
  private static final double MOST_MEETINGS = 20_000_000;
  private static final long MOST_PLAYS = 1_000_000_000;
  private static final int MOST_RUNS = 10_000;

  /** Checks the sizes. */
  public ForagingLewis {
    whole("cells", cells, 2, MOST);
    whole("scores", scores, 2, MOST);
    whole("tokens", tokens, 1, MOST_TOKENS);
    whole("length", length, 1, MOST_LENGTH);
    double messages = Math.pow(tokens, length);
    Arguments.require(
        messages <= MOST_MESSAGES,
        "messages are %d^%d: expected at most %d",
        tokens,
        length,
        MOST_MESSAGES);
    Arguments.within("rate", rate, 0, 10);
    Arguments.within("entropy", entropy, 0, 10);
    Arguments.require(
        plays >= 1 && plays <= MOST_PLAYS, "plays is %d: expected 1 to %d", plays, MOST_PLAYS);
    Arguments.within("noise", noise, 0, 1);
    Arguments.present("society", society);
    whole("the agents of society", society.size(), 2, MOST_AGENTS);
    for (int i = 0; i < society.size(); i++) {
      Arguments.require(
          society.degree(i) > 0, "agent %d has no neighbour: expected one to meet", i);
    }
    whole("heldOut", heldOut, 0, cells * (cells - 1) / 2 - 1);
    double logits = society.size() * messages * cells * scores * cells;
    Arguments.require(
        logits <= MOST_LOGITS,
        "the tables have %.0f logits: expected at most %.0f",
        logits,
        MOST_LOGITS);
    double worlds = (double) cells * (cells - 1) * scores * (scores - 1);
    Arguments.require(
        worlds * society.edgeCount() <= MOST_MEETINGS,
        "worlds times edges are %.0f: expected at most %.0f",
        worlds * society.edgeCount(),
        MOST_MEETINGS);
  }

  /**
   * The game with so many scores, and the defaults.
   *
   * @param scores Q, 2 to 40
   */
  public static ForagingLewis scores(int scores) {
    return new ForagingLewis(
        4, scores, 4, 2, 0.2, 0.01, 300_000, true, 0, SocialGraph.complete(2), 0);
  }

  /** The same with so many cells. */
  public ForagingLewis cells(int value) {
    return new ForagingLewis(
        value, scores, tokens, length, rate, entropy, plays, channel, noise, society, heldOut);
  }

  /** The same with messages of so many tokens. */
  public ForagingLewis length(int value) {
    return new ForagingLewis(
        cells, scores, tokens, value, rate, entropy, plays, channel, noise, society, heldOut);
  }

  /** The same with so many different tokens. */
  public ForagingLewis tokens(int value) {
    return new ForagingLewis(
        cells, scores, value, length, rate, entropy, plays, channel, noise, society, heldOut);
  }

  /** The same with another step. */
  public ForagingLewis rate(double value) {
    return new ForagingLewis(
        cells, scores, tokens, length, value, entropy, plays, channel, noise, society, heldOut);
  }

  /** The same with another weight of entropy. */
  public ForagingLewis entropy(double value) {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, value, plays, channel, noise, society, heldOut);
  }

  /** The same with another number of plays. */
  public ForagingLewis plays(long value) {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, entropy, value, channel, noise, society, heldOut);
  }

  /** The same with the channel off: nobody hears anything. */
  public ForagingLewis silent() {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, entropy, plays, false, noise, society, heldOut);
  }

  /** The same where each token is heard as a random one with this chance. */
  public ForagingLewis noise(double chance) {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, entropy, plays, channel, chance, society, heldOut);
  }

  /** The same in another society. */
  public ForagingLewis society(SocialGraph graph) {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, entropy, plays, channel, noise, graph, heldOut);
  }

  /** The same with so many pairs of cells that are never played; the seed of a run draws them. */
  public ForagingLewis heldOut(int pairs) {
    return new ForagingLewis(
        cells, scores, tokens, length, rate, entropy, plays, channel, noise, society, pairs);
  }

  /** Messages that can be heard: T^L, or 1 with the channel off. */
  public int messages() {
    return channel ? (int) Math.pow(tokens, length) : 1;
  }

  /** What an agent may know: C Q states, the cell the higher digit. */
  public int states() {
    return cells * scores;
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ForagingRun simulate(long seed) {
    return new ForagingPlays(this, seed).run();
  }

  /**
   * Many runs, on all cores: run i has the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs how many, 1 to 10,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ForagingRuns simulate(int runs, long seed) {
    whole("runs", runs, 1, MOST_RUNS);
    return new ForagingRuns(
        this, seed, Parallel.map(runs + " foraging games", runs, i -> simulate(Rng.seed(seed, i))));
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    var options = new LinkedHashMap<String, String>();
    options.put("cells", Integer.toString(cells));
    options.put("scores", Integer.toString(scores));
    options.put("tokens", Integer.toString(tokens));
    options.put("length", Integer.toString(length));
    options.put("rate", Double.toString(rate));
    options.put("entropy", Double.toString(entropy));
    options.put("plays", Long.toString(plays));
    options.put("channel", channel ? "on" : "off");
    options.put("noise", Double.toString(noise));
    options.put("society", society.toString());
    options.put("pairs of cells held out", Integer.toString(heldOut));
    return Provenance.of(options).seed(seed);
  }

  static void whole(String name, long value, long low, long high) {
    Arguments.require(
        value >= low && value <= high, "%s is %d: expected %d to %d", name, value, low, high);
  }
}
