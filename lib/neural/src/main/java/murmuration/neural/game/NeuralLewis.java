package murmuration.neural.game;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import murmuration.data.Provenance;
import murmuration.language.game.MeaningSpace;
import murmuration.language.game.MeaningSplit;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * The Lewis reconstruction game between two recurrent networks, as in Chaabouni et al. (2020,
 * Compositionality and generalization in emergent languages, ACL) and in EGG. The sender turns a
 * meaning into the first state of a gated recurrent unit and says one symbol a step; the receiver
 * reads the symbols with a unit of its own and names the value of every attribute. The loss is the
 * mean cross-entropy of an attribute, in nats. There is no end-of-sequence symbol: every message
 * has the same length, and symbol 1 after it, as EGG's wrapper appends; symbols count from 1.
 *
 * <pre>{@code
 * NeuralLewis game = NeuralLewis.of(2, 8).vocabulary(16).length(3).hidden(100);
 * NeuralLewisRun run = game.simulate(1);
 * double seen = run.generalization().generalizationSeen();
 * }</pre>
 *
 * <p>An update plays every trained meaning {@code copies} times. Whatever plays have in common, the
 * meaning and the symbols so far, is computed once; the gradient is that of all plays.
 *
 * @param split what is trained and what is held out; meanings times copies are at most 100,000, and
 *     those times the vocabulary, or times all values, 20,000,000
 * @param length symbols said, 1 to 30; one more than attributes by default
 * @param vocabulary different symbols, 1 to 10,000; twice the values by default
 * @param sizes of the agents; 100 units, width 5 said and 30 heard by default
 * @param learning how they learn; REINFORCE with entropy 0.5, rate 0.001, 60 copies and at most
 *     1,000 updates by default
 * @param file where a run is kept, to go on from when it was interrupted
 */
public record NeuralLewis(
    MeaningSplit split,
    int length,
    int vocabulary,
    AgentSizes sizes,
    LewisLearning learning,
    Optional<Path> file) {
  private static final int MOST_LENGTH = 30;
  private static final int MOST_SYMBOLS = 10_000;
  private static final int MOST_PLAYS = 100_000;
  private static final long MOST_NUMBERS = 20_000_000;
  private static final int MOST_RUNS = 1000;
  private static final int UNITS = 100;
  private static final int SPOKEN = 5;
  private static final int HEARD = 30;
  private static final LewisLearning USUAL =
      new LewisLearning(MessageGradient.REINFORCE, 0.5, 1, 0.001, 60, 1000);

  /** Checks the sizes. */
  public NeuralLewis {
    Arguments.present("split", split);
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
    Arguments.present("sizes", sizes);
    Arguments.present("learning", learning);
    Arguments.present("file", file);
    long plays = (long) split.train().length * learning.copies();
    Arguments.require(
        plays <= MOST_PLAYS,
        "%d meanings with %d copies are %d plays an update: expected at most %d",
        split.train().length,
        learning.copies(),
        plays,
        MOST_PLAYS);
    long widest = Math.max(vocabulary, (long) split.space().attributes() * split.space().values());
    Arguments.require(
        plays * widest <= MOST_NUMBERS,
        "%d plays an update with %d symbols or values are %d numbers: expected at most %d",
        plays,
        widest,
        plays * widest,
        MOST_NUMBERS);
  }

  /**
   * The game about so many attributes with so many values each, with the defaults; a tenth of the
   * meanings is held out by a permutation of seed 1.
   */
  public static NeuralLewis of(int attributes, int values) {
    return of(MeaningSpace.of(attributes, values).split(1));
  }

  /** The game about a split, with the defaults. */
  public static NeuralLewis of(MeaningSplit split) {
    MeaningSpace space = Arguments.present("split", split).space();
    return new NeuralLewis(
        split,
        Math.min(MOST_LENGTH, space.attributes() + 1),
        2 * space.values(),
        new AgentSizes(UNITS, SPOKEN, HEARD),
        USUAL,
        Optional.empty());
  }

  private NeuralLewis with(AgentSizes newSizes, LewisLearning newLearning) {
    return new NeuralLewis(split, length, vocabulary, newSizes, newLearning, file);
  }

  /** The same with so many symbols said. */
  public NeuralLewis length(int symbols) {
    return new NeuralLewis(split, symbols, vocabulary, sizes, learning, file);
  }

  /** The same with so many different symbols. */
  public NeuralLewis vocabulary(int symbols) {
    return new NeuralLewis(split, length, symbols, sizes, learning, file);
  }

  /** The same with so many units in either agent. */
  public NeuralLewis hidden(int units) {
    return with(new AgentSizes(units, sizes.spoken(), sizes.heard()), learning);
  }

  /** The same with symbols of these widths in the sender and in the receiver. */
  public NeuralLewis embeddings(int spoken, int heard) {
    return with(new AgentSizes(sizes.hidden(), spoken, heard), learning);
  }

  /** The same with another weight of the sender's entropy. */
  public NeuralLewis entropy(double weight) {
    return with(sizes, learning.entropy(weight));
  }

  /** The same with another rate of Adam. */
  public NeuralLewis rate(double value) {
    return with(sizes, learning.rate(value));
  }

  /** The same with each trained meaning played so many times in an update. */
  public NeuralLewis copies(int times) {
    return with(sizes, learning.copies(times));
  }

  /** The same with at most so many updates. */
  public NeuralLewis updates(int most) {
    return with(sizes, learning.updates(most));
  }

  /** The same with gradients through blends of symbols: {@link MessageGradient#GUMBEL}. */
  public NeuralLewis gumbel(double temperature) {
    return with(sizes, learning.gradient(MessageGradient.GUMBEL, temperature));
  }

  /** The same with whole symbols forward and blends back. */
  public NeuralLewis straightThrough(double temperature) {
    return with(sizes, learning.gradient(MessageGradient.STRAIGHT_THROUGH, temperature));
  }

  /**
   * The same, kept in this file: a run is written there now and then, at its end and when it is
   * interrupted, and the next one of the same game and seed goes on from it, as if it had never
   * stopped.
   */
  public NeuralLewis keptIn(Path newFile) {
    Arguments.present("newFile", newFile);
    return new NeuralLewis(split, length, vocabulary, sizes, learning, Optional.of(newFile));
  }

  /** All meanings. */
  MeaningSpace space() {
    return split.space();
  }

  /** Plays of an update. */
  int plays() {
    return split.train().length * learning.copies();
  }

  /**
   * One run.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   * @throws IllegalStateException while another network is trained in this JVM
   * @throws IllegalArgumentException if the file is of another game or seed, or of more updates
   */
  public NeuralLewisRun simulate(long seed) {
    return new LewisTrainer(this, seed).run();
  }

  /**
   * Several runs, one after another: run i has the seed {@code Rng.seed(seed, i)}. None is kept in
   * a file.
   *
   * @param runs how many, 1 to 1,000
   * @throws java.util.concurrent.CancellationException if interrupted
   * @throws IllegalStateException while another network is trained in this JVM
   */
  public NeuralLewisRuns simulate(int runs, long seed) {
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
    var game = new NeuralLewis(split, length, vocabulary, sizes, learning, Optional.empty());
    List<NeuralLewisRun> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(game.simulate(Rng.seed(seed, i)));
    }
    return new NeuralLewisRuns(game, seed, all);
  }

  /** What the next update depends on, beside the state. */
  Map<String, String> settings(long seed) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("split", split.toString());
    settings.put("trained", Integer.toHexString(Arrays.hashCode(split.train())));
    settings.put("length", Integer.toString(length));
    settings.put("vocabulary", Integer.toString(vocabulary));
    settings.put("agents", sizes.toString());
    settings.put("learning", learning.toString());
    settings.put("seed", Long.toString(seed));
    return settings;
  }

  /** What is needed to run it again. */
  Provenance provenance(long seed) {
    var options = new LinkedHashMap<>(settings(seed));
    options.remove("seed");
    options.put("updates", "at most " + learning.updates());
    return Provenance.of(options).seed(seed);
  }
}
