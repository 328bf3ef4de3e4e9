package murmuration.language.iterated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/**
 * Iterated learning by associative networks (in the line of Kirby 2001, IEEE Trans. Evol. Comput.
 * 5:102, and Smith, Kirby and Brighton 2003, Artif. Life 9:371; the details here are ours): a
 * language passes through a bottleneck from generation to generation, and only what a learner can
 * work out from part of it stays.
 *
 * <pre>{@code
 * var run = IteratedLearning.world(2, 4).signals(8, 2).bottleneck(10).simulate(1);
 * }</pre>
 *
 * <p>A meaning has a value for each feature; a signal is any string of 1 to {@code longest}
 * symbols. Each new learner hears the signals of the last generation for {@link #bottleneck}
 * distinct meanings drawn at random. For every set of features with its values, and every set of
 * positions with its symbols in a signal of that length, its network keeps a weight: 1 more for
 * each pair heard that has both, 1 less for each that has one of them. It then gives every meaning
 * the signal of the best analysis: meaning and signal are cut into as many blocks, matched one to
 * one, and the weights of the matches are added up, each by the share of features in its block.
 * Ties are broken at random. The signals of generation 0 are drawn at random.
 *
 * @param features of a meaning, 1 to 5
 * @param values of each feature, 1 to 100
 * @param alphabet symbols, 1 to 100
 * @param longest most symbols of a signal, 1 to 5
 * @param bottleneck meanings heard by each learner, 1 to all
 * @param generations 1 to 100,000
 */
public record IteratedLearning(
    int features, int values, int alphabet, int longest, int bottleneck, int generations) {
  private static final int MOST_GENERATIONS = 100_000;

  /** Checks the choices: a generation may take 200 million comparisons at most. */
  public IteratedLearning {
    SignalSpace.check(features, values, alphabet, longest);
    int meanings = (int) Math.pow(values, features);
    Arguments.require(
        bottleneck >= 1 && bottleneck <= meanings,
        "bottleneck is %d: expected 1 to all %d meanings",
        bottleneck,
        meanings);
    Arguments.require(
        generations >= 1 && generations <= MOST_GENERATIONS,
        "generations is %d: expected 1 to %d",
        generations,
        MOST_GENERATIONS);
  }

  /**
   * A world with this many meanings; its learners hear all of them, in signals of as many symbols
   * as features from an alphabet of eight, for 100 generations, unless said.
   *
   * @param features 1 to 5
   * @param values of each feature, 1 to 100
   */
  public static IteratedLearning world(int features, int values) {
    SignalSpace.check(features, values, 1, 1);
    int meanings = (int) Math.pow(values, features);
    return new IteratedLearning(features, values, 8, features, meanings, 100);
  }

  /**
   * The same with other signals.
   *
   * @param symbols of the alphabet
   * @param longestSignal most symbols of a signal
   */
  public IteratedLearning signals(int symbols, int longestSignal) {
    return new IteratedLearning(features, values, symbols, longestSignal, bottleneck, generations);
  }

  /** The same where each learner hears this many distinct meanings, not all. */
  public IteratedLearning bottleneck(int meanings) {
    return new IteratedLearning(features, values, alphabet, longest, meanings, generations);
  }

  /** The same for this many generations after the random one. */
  public IteratedLearning generations(int count) {
    return new IteratedLearning(features, values, alphabet, longest, bottleneck, count);
  }

  /** Meanings. */
  public int meanings() {
    return (int) Math.pow(values, features);
  }

  /**
   * One line of learners.
   *
   * @param seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public IteratedRun simulate(long seed) {
    return simulate(seed, new SignalSpace(features, values, alphabet, longest));
  }

  IteratedRun simulate(long seed, SignalSpace space) {
    var random = Rng.of(seed);
    int[] spoken = new int[space.meanings];
    for (int m = 0; m < spoken.length; m++) {
      spoken[m] = random.nextInt(space.signals);
    }
    List<Double> topsim = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    topsim.add(topsim(space, spoken));
    for (int g = 1; g <= generations; g++) {
      Interruption.check("iterated learning");
      int[] next = generation(space, spoken, random);
      topsim.add(topsim(space, next));
      kept.add(same(spoken, next));
      spoken = next;
    }
    return new IteratedRun(this, seed, numbers(topsim), numbers(kept), language(space, spoken));
  }

  private int[] generation(SignalSpace space, int[] spoken, RandomGenerator random) {
    var learner = new AssociativeLearner(space);
    int[] order = new int[space.meanings];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = 0; i < bottleneck; i++) {
      int j = i + random.nextInt(order.length - i);
      int meaning = order[j];
      order[j] = order[i];
      learner.hear(meaning, spoken[meaning]);
    }
    int[] next = new int[space.meanings];
    for (int m = 0; m < next.length; m++) {
      next[m] = learner.produce(m, random);
    }
    return next;
  }

  private static double same(int[] before, int[] after) {
    int same = 0;
    for (int m = 0; m < before.length; m++) {
      same += before[m] == after[m] ? 1 : 0;
    }
    return (double) same / before.length;
  }

  private static double topsim(SignalSpace space, int[] spoken) {
    return space.meanings < 3 ? Double.NaN : Topsim.of(language(space, spoken)).metric().value();
  }

  private static Language language(SignalSpace space, int[] spoken) {
    int[][] messages = new int[spoken.length][];
    for (int m = 0; m < messages.length; m++) {
      messages[m] = space.symbols[spoken[m]];
    }
    return Language.of(space.values, messages).named("language of iterated learning");
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Many lines: line i is the one of {@link #simulate} with the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs 1 to 10,000
   */
  public IteratedEnsemble ensemble(int runs) {
    return new IteratedEnsemble(this, runs, 0);
  }

  /** The choices, for provenance. */
  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("features", Integer.toString(features));
    options.put("values", Integer.toString(values));
    options.put("alphabet", Integer.toString(alphabet));
    options.put("longest", Integer.toString(longest));
    options.put("bottleneck", Integer.toString(bottleneck));
    options.put("generations", Integer.toString(generations));
    return options;
  }

  /** The study in words. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "iterated learning, %d features of %d values, signals of up to %d of %d symbols, %s",
        features,
        values,
        longest,
        alphabet,
        bottleneck == meanings()
            ? "no bottleneck"
            : bottleneck + " of " + meanings() + " meanings heard");
  }
}
