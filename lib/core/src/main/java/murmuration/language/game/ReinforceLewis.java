package murmuration.language.game;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * The Lewis reconstruction game between two tables, learned by policy gradient: the sender has
 * logits for each meaning and position, the receiver for each whole message and attribute. In a
 * play a trained meaning is drawn and each symbol sampled; then the receiver goes down its
 * cross-entropy, the sender up its reward by REINFORCE (Williams 1992), the loss measured from a
 * running mean, with a bonus for entropy. A table knows nothing of what it was never shown; what it
 * does show is whether a code is found at all.
 *
 * <pre>{@code
 * var game = ReinforceLewis.of(MeaningSpace.of(2, 4)).vocabulary(8).entropy(0.05).plays(200_000);
 * ReinforceRun run = game.simulate(1);
 * int right = run.right(); // of 16
 * }</pre>
 *
 * @param space all meanings
 * @param trained indices of the meanings that are played; all by default
 * @param length symbols of a message, 1 to 100; as many as attributes by default
 * @param vocabulary different symbols, 1 to 10,000; twice the values by default. The messages are
 *     vocabulary^length, at most 1,000,000
 * @param rate step of both, 0 to 10; 0.2 by default
 * @param entropy weight of the sender's entropy, 0 to 10; 0 by default
 * @param plays plays of a run, 1 to 10^9; 10^5 by default
 */
public record ReinforceLewis(
    MeaningSpace space,
    int[] trained,
    int length,
    int vocabulary,
    double rate,
    double entropy,
    long plays) {
  private static final int MOST_SYMBOLS = 10_000;
  private static final int MOST_LENGTH = 100;
  private static final int MOST_LOGITS = 20_000_000;
  private static final long MOST_PLAYS = 1_000_000_000;
  private static final int MOST_RUNS = 10_000;
  private static final double MOST_STEP = 10;

  /** Checks the sizes, and keeps its own copy. */
  public ReinforceLewis {
    Arguments.present("space", space);
    Arguments.present("trained", trained);
    Arguments.require(trained.length > 0, "trained is empty: expected at least one meaning");
    for (int index : trained) {
      Arguments.require(
          index >= 0 && index < space.size(),
          "trained has the index %d: expected 0 to %d",
          index,
          space.size() - 1);
    }
    Arguments.require(
        length >= 1 && length <= MOST_LENGTH,
        "length is %d: expected 1 to %d",
        length,
        MOST_LENGTH);
    Arguments.require(
        vocabulary >= 1 && vocabulary <= MOST_SYMBOLS,
        "vocabulary is %d: expected 1 to %d",
        vocabulary,
        MOST_SYMBOLS);
    double heard =
        (double) MeaningSpace.power(vocabulary, length, "messages")
            * space.attributes()
            * space.values();
    double said = (double) space.size() * length * vocabulary;
    Arguments.require(
        heard <= MOST_LOGITS && said <= MOST_LOGITS,
        "the tables have %.0f and %.0f logits: expected at most %d",
        said,
        heard,
        MOST_LOGITS);
    Arguments.within("rate", rate, 0, MOST_STEP);
    Arguments.within("entropy", entropy, 0, MOST_STEP);
    Arguments.require(
        plays >= 1 && plays <= MOST_PLAYS, "plays is %d: expected 1 to %d", plays, MOST_PLAYS);
    trained = trained.clone();
  }

  /** The game about all meanings of a space, with the defaults. */
  public static ReinforceLewis of(MeaningSpace space) {
    Arguments.present("space", space);
    int[] all = IntStream.range(0, space.size()).toArray();
    int symbols = Math.min(MOST_SYMBOLS, 2 * space.values());
    return new ReinforceLewis(space, all, space.attributes(), symbols, 0.2, 0, 100_000);
  }

  /** The game about the trained meanings of a split, with the defaults. */
  public static ReinforceLewis of(MeaningSplit split) {
    return of(Arguments.present("split", split).space()).trained(split.train());
  }

  /** The same about these meanings only. */
  public ReinforceLewis trained(int... indices) {
    Arguments.present("indices", indices);
    return new ReinforceLewis(space, indices, length, vocabulary, rate, entropy, plays);
  }

  /** The same with messages of this length. */
  public ReinforceLewis length(int symbols) {
    return new ReinforceLewis(space, trained, symbols, vocabulary, rate, entropy, plays);
  }

  /** The same with so many different symbols. */
  public ReinforceLewis vocabulary(int symbols) {
    return new ReinforceLewis(space, trained, length, symbols, rate, entropy, plays);
  }

  /** The same with another step. */
  public ReinforceLewis rate(double value) {
    return new ReinforceLewis(space, trained, length, vocabulary, value, entropy, plays);
  }

  /** The same with another weight of the sender's entropy. */
  public ReinforceLewis entropy(double value) {
    return new ReinforceLewis(space, trained, length, vocabulary, rate, value, plays);
  }

  /** The same with another number of plays. */
  public ReinforceLewis plays(long value) {
    return new ReinforceLewis(space, trained, length, vocabulary, rate, entropy, value);
  }

  @Override
  public int[] trained() {
    return trained.clone();
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ReinforceRun simulate(long seed) {
    return new ReinforceEngine(this, Rng.of(seed)).run(seed);
  }

  /**
   * Many runs, on all cores: run i has the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs how many, 1 to 10,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ReinforceRuns simulate(int runs, long seed) {
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
    String name = runs + " reconstruction games";
    return new ReinforceRuns(
        this, seed, Parallel.map(name, runs, i -> simulate(Rng.seed(seed, i))));
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    var options = new LinkedHashMap<String, String>();
    options.put("attributes", Integer.toString(space.attributes()));
    options.put("values", Integer.toString(space.values()));
    options.put("trained", trained.length == space.size() ? "all" : Arrays.toString(trained));
    options.put("length", Integer.toString(length));
    options.put("vocabulary", Integer.toString(vocabulary));
    options.put("rate", Double.toString(rate));
    options.put("entropy", Double.toString(entropy));
    options.put("plays", Long.toString(plays));
    return Provenance.of(options).seed(seed);
  }
}
