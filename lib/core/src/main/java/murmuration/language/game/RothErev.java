package murmuration.language.game;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * The Lewis signalling game learned by urns (Lewis 1969; Roth and Erev 1995; Barrett 2006). In each
 * play a state is drawn; the sender draws a message from the urn of that state, the receiver an act
 * from the urn of that message, each in proportion to the weights in it. The play succeeds where
 * the act has the number of the state; then both choices gain weight.
 *
 * <pre>{@code
 * RothErevRun run = RothErev.states(3).plays(100_000).simulate(1);
 * double success = run.expectedSuccess();
 * PoolingShare stuck = RothErev.states(3).plays(100_000).ensemble(200).seed(1).run().pooling();
 * }</pre>
 *
 * @param priors chance of each state, S of 1 to 1,000, above 0, with sum 1
 * @param messages M, 1 to 1,000
 * @param acts A, 1 to 1,000
 * @param plays plays of a run, 1 to 10^10; 10^6 by default
 * @param initialWeight weight of every choice at first, above 0; 1 by default
 * @param forgetting share of all weights that is lost with every play, 0 to below 1; 0 by default.
 *     An urn that is not drawn from keeps its proportions
 * @param costs for each message, what a success by it takes off the sender's gain of 1; 0 to 1
 */
public record RothErev(
    double[] priors,
    int messages,
    int acts,
    long plays,
    double initialWeight,
    double forgetting,
    double[] costs) {
  private static final int MOST = 1000;
  private static final long MOST_PLAYS = 10_000_000_000L;
  private static final double LARGEST_WEIGHT = 1e9;
  private static final double ROUNDING = 1e-9;
  private static final int TIMES = 60;

  /** Checks the sizes and numbers, and keeps its own copies. */
  public RothErev {
    Arguments.finite("priors", priors, 1);
    size("priors", priors.length);
    double sum = 0;
    for (int s = 0; s < priors.length; s++) {
      Arguments.require(priors[s] > 0, "priors[%d] is %s: expected a number above 0", s, priors[s]);
      sum += priors[s];
    }
    Arguments.require(Math.abs(sum - 1) < ROUNDING, "priors have the sum %s: expected 1", sum);
    size("messages", messages);
    size("acts", acts);
    Arguments.require(
        plays >= 1 && plays <= MOST_PLAYS, "plays is %d: expected 1 to %d", plays, MOST_PLAYS);
    Arguments.require(
        initialWeight > 1 / LARGEST_WEIGHT && initialWeight < LARGEST_WEIGHT,
        "initialWeight is %s: expected above 0, below %s",
        initialWeight,
        LARGEST_WEIGHT);
    Arguments.require(
        forgetting >= 0 && forgetting < 1, "forgetting is %s: expected 0 to below 1", forgetting);
    Arguments.finite("costs", costs, messages);
    Arguments.require(
        costs.length == messages, "costs has %d values: expected %d", costs.length, messages);
    for (double cost : costs) {
      Arguments.within("cost", cost, 0, 1);
    }
    priors = priors.clone();
    costs = costs.clone();
  }

  /**
   * The game of S equally likely states with as many messages and acts.
   *
   * @param states S, 1 to 1,000
   */
  public static RothErev states(int states) {
    double[] priors = new double[size("states", states)];
    Arrays.fill(priors, 1.0 / states);
    return new RothErev(priors, states, states, 1_000_000, 1, 0, new double[states]);
  }

  /** The same with M messages, all without cost. */
  public RothErev messages(int value) {
    double[] free = new double[size("messages", value)];
    return new RothErev(priors, value, acts, plays, initialWeight, forgetting, free);
  }

  /** The same with A acts. */
  public RothErev acts(int value) {
    return new RothErev(priors, messages, value, plays, initialWeight, forgetting, costs);
  }

  /** The same with another number of plays. */
  public RothErev plays(long value) {
    return new RothErev(priors, messages, acts, value, initialWeight, forgetting, costs);
  }

  /** The same with another weight of every choice at first. */
  public RothErev initialWeight(double value) {
    return new RothErev(priors, messages, acts, plays, value, forgetting, costs);
  }

  /** The same with a share of all weights lost in every play. */
  public RothErev forgetting(double share) {
    return new RothErev(priors, messages, acts, plays, initialWeight, share, costs);
  }

  /**
   * The same with states of these chances.
   *
   * @param chances one above 0 for each state; they are divided by their sum
   */
  public RothErev priors(double... chances) {
    Arguments.finite("chances", chances, 1);
    Arguments.require(
        chances.length == priors.length,
        "chances has %d values: expected one for each of %d states",
        chances.length,
        priors.length);
    double sum = Arguments.positive("the sum of chances", Arrays.stream(chances).sum());
    double[] scaled = Arrays.stream(chances).map(p -> p / sum).toArray();
    return new RothErev(scaled, messages, acts, plays, initialWeight, forgetting, costs);
  }

  /** The same with messages that cost their sender this part of a success. */
  public RothErev costs(double... values) {
    Arguments.present("values", values);
    return new RothErev(priors, messages, acts, plays, initialWeight, forgetting, values);
  }

  @Override
  public double[] priors() {
    return priors.clone();
  }

  @Override
  public double[] costs() {
    return costs.clone();
  }

  /** States S. */
  public int states() {
    return priors.length;
  }

  /** The highest expected success there is: one message and one act for each of the likeliest. */
  public double best() {
    double[] told = Arrays.copyOf(priors, Math.min(acts, priors.length));
    Arrays.sort(told);
    double sum = 0;
    for (int i = told.length - 1; i >= Math.max(0, told.length - messages); i--) {
      sum += told[i];
    }
    return sum;
  }

  /**
   * A run below this expected success counts as pooling: half of the least prior below the best,
   * {@code 1 - 1/(2S)} for S equal states with messages and acts for all.
   */
  public double threshold() {
    return best() - Arrays.stream(priors).min().orElseThrow() / 2;
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RothErevRun simulate(long seed) {
    var urns = new Urns(this, Rng.of(seed));
    double[][] rows = urns.play(milestones());
    var names = RothErevRun.OBSERVABLES;
    var history = new GameHistory(names, milestones(), rows);
    return new RothErevRun(this, seed, history, urns.senderWeights(), urns.receiverWeights());
  }

  /**
   * Many runs.
   *
   * @param runs how many, 1 to 1,000,000
   */
  public RothErevEnsemble ensemble(int runs) {
    return RothErevEnsemble.of(this, runs);
  }

  /** The plays after which a run is looked at. */
  long[] milestones() {
    return GameHistory.milestones(plays, TIMES);
  }

  boolean equalPriors() {
    return IntStream.range(1, priors.length).allMatch(s -> priors[s] == priors[0]);
  }

  /** The prior of a state, without a copy of all. */
  double prior(int state) {
    return priors[state];
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    var options = new LinkedHashMap<String, String>();
    options.put("priors", Arrays.toString(priors));
    options.put("messages", Integer.toString(messages));
    options.put("acts", Integer.toString(acts));
    options.put("plays", Long.toString(plays));
    options.put("initial weight", Double.toString(initialWeight));
    options.put("forgetting", Double.toString(forgetting));
    options.put("costs", Arrays.toString(costs));
    return Provenance.of(options).seed(seed);
  }

  private static int size(String name, int value) {
    Arguments.require(value >= 1 && value <= MOST, "%s is %d: expected 1 to %d", name, value, MOST);
    return value;
  }
}
