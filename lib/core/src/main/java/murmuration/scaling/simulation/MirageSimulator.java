package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Binomial;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.scaling.metric.ChoiceProbabilities;
import murmuration.scaling.metric.MirageModel;
import murmuration.scaling.metric.ScaledOutputs;
import murmuration.scaling.metric.TokenCounts;
import murmuration.sweep.Parallel;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Models whose tokens are right by chance, as {@link MirageModel} says, on a test of some items:
 * outputs that every metric can grade, with the truth known.
 *
 * <pre>{@code
 * var outputs = MirageSimulator.of(new MirageModel(2e7, -0.25)).length(10).items(500).simulate();
 * MetricTable table = MetricTable.of(outputs);
 * }</pre>
 *
 * <p>Two things can be put on top. Items of unequal difficulty: the cross-entropy of item i is
 * {@code g_i CE(N)}, {@code g_i} from a gamma distribution with mean 1 and variance {@code spread},
 * the same for all models. True acceleration: from the scale {@code turn} on the exponent is {@code
 * factor} times as steep, so that the ability does come faster than before.
 *
 * @param model the law of the cross-entropy
 * @param scales scale of each model, above 0, at least 2
 * @param length tokens L of a target, 1 to 10000
 * @param items items of the test, 1 to a million
 * @param spread variance of the difficulty of items, 0 (all equal) to 10
 * @param turn scale from which on the exponent changes; infinite for nowhere
 * @param factor by what, above 0
 * @param seed seed of the outputs
 */
public record MirageSimulator(
    MirageModel model,
    double[] scales,
    int length,
    int items,
    double spread,
    double turn,
    double factor,
    long seed) {
  private static final int LONGEST = 10_000;
  private static final int MOST_ITEMS = 1_000_000;
  private static final int MOST_MODELS = 1_000;
  private static final int MOST_RUNS = 1_000_000;
  private static final int MOST_OPTIONS = 100;

  /** Checks the choices and keeps its own copy. */
  public MirageSimulator {
    Arguments.present("model", model);
    Arguments.finite("scales", scales, 2);
    Arguments.require(
        scales.length <= MOST_MODELS,
        "scales has %d values: expected at most %d",
        scales.length,
        MOST_MODELS);
    for (double scale : scales) {
      Arguments.positive("a scale", scale);
    }
    scales = scales.clone();
    Arguments.require(
        length >= 1 && length <= LONGEST, "length is %d: expected 1 to %d", length, LONGEST);
    Arguments.require(
        items >= 1 && items <= MOST_ITEMS, "items is %d: expected 1 to %d", items, MOST_ITEMS);
    Arguments.within("spread", spread, 0, 10);
    Arguments.require(turn > 0, "turn is %s: expected a scale above 0", turn);
    Arguments.positive("factor", factor);
  }

  /** Nine models from 1e7 to 1e11, targets of 5 tokens, 200 equal items, seed 1. */
  public static MirageSimulator of(MirageModel model) {
    double[] scales = IntStream.range(0, 9).mapToDouble(i -> Math.pow(10, 7 + i / 2.0)).toArray();
    return new MirageSimulator(model, scales, 5, 200, 0, Double.POSITIVE_INFINITY, 1, 1);
  }

  /** The same for models of these scales. */
  public MirageSimulator scales(double... values) {
    return new MirageSimulator(model, values, length, items, spread, turn, factor, seed);
  }

  /** The same with targets of so many tokens. */
  public MirageSimulator length(int tokens) {
    return new MirageSimulator(model, scales, tokens, items, spread, turn, factor, seed);
  }

  /** The same with so many items. */
  public MirageSimulator items(int count) {
    return new MirageSimulator(model, scales, length, count, spread, turn, factor, seed);
  }

  /** The same with items of unequal difficulty: the variance of a gamma distribution of mean 1. */
  public MirageSimulator spread(double variance) {
    return new MirageSimulator(model, scales, length, items, variance, turn, factor, seed);
  }

  /** The same with an exponent that is {@code times} as steep from a scale on. */
  public MirageSimulator accelerate(double from, double times) {
    return new MirageSimulator(model, scales, length, items, spread, from, times, seed);
  }

  /** The same with another seed. */
  public MirageSimulator seed(long value) {
    return new MirageSimulator(model, scales, length, items, spread, turn, factor, value);
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  /** Cross-entropy of a token of an average item, nats. */
  public double crossEntropy(double scale) {
    double before = model.crossEntropy(Math.min(Arguments.positive("scale", scale), turn));
    return scale <= turn ? before : before * Math.pow(scale / turn, model.alpha() * factor);
  }

  /**
   * The share of items that are expected to be right in all tokens: {@code exp(-L CE)}, or {@code
   * (1 + spread L CE)^(-1/spread)} where items are unequal.
   */
  public double exactMatch(double scale) {
    double total = length * crossEntropy(scale);
    return spread == 0 ? Math.exp(-total) : Math.exp(-Math.log1p(spread * total) / spread);
  }

  /** Right tokens of each item for each model, drawn token by token. */
  public ScaledOutputs simulate() {
    double[] difficulty = difficulty();
    int[] lengths = new int[items];
    Arrays.fill(lengths, length);
    List<TokenCounts> counts =
        Parallel.map(
            "models",
            scales.length,
            m -> {
              var rng = Rng.of(seed, m);
              double entropy = crossEntropy(scales[m]);
              int[] right = new int[items];
              for (int i = 0; i < items; i++) {
                Interruption.check("outputs");
                double p = Math.exp(-difficulty[i] * entropy);
                for (int t = 0; t < length; t++) {
                  right[i] += rng.nextDouble() < p ? 1 : 0;
                }
              }
              return new TokenCounts(right, lengths);
            });
    return ScaledOutputs.of("parameters", scales, counts);
  }

  /**
   * Multiple-choice items in place of sequences: the correct option has the probability of one
   * token, and the other options share the rest in parts that are drawn once for each item (uniform
   * over all ways to share), so that the strongest wrong option differs from item to item.
   *
   * @param options options of an item, 2 to 100
   */
  public ScaledOutputs choices(int options) {
    Arguments.require(
        options >= 2 && options <= MOST_OPTIONS,
        "options is %d: expected 2 to %d",
        options,
        MOST_OPTIONS);
    Arguments.require(
        (double) items * options * scales.length <= MOST_ITEMS * 10.0,
        "%d items of %d options for %d models: expected at most 10 million probabilities",
        items,
        options,
        scales.length);
    double[] difficulty = difficulty();
    double[][] parts = new double[items][];
    int[] correct = new int[items];
    var rng = Rng.of(seed, -2);
    for (int i = 0; i < items; i++) {
      correct[i] = rng.nextInt(options);
      double[] drawn = rng.doubles(options - 1L).map(u -> -Math.log1p(-u)).toArray();
      double sum = Arrays.stream(drawn).sum();
      parts[i] = Arrays.stream(drawn).map(v -> v / sum).toArray();
    }
    return ScaledOutputs.of(
        "parameters",
        scales,
        Arrays.stream(scales)
            .mapToObj(
                n ->
                    new ChoiceProbabilities(
                        IntStream.range(0, items)
                            .mapToObj(
                                i ->
                                    shared(
                                        Math.exp(-difficulty[i] * crossEntropy(n)),
                                        correct[i],
                                        parts[i]))
                            .toArray(double[][]::new),
                        correct))
            .toList());
  }

  private static double[] shared(double p, int correct, double[] parts) {
    double[] row = new double[parts.length + 1];
    for (int k = 0; k < row.length; k++) {
      row[k] = k == correct ? p : (1 - p) * parts[k < correct ? k : k - 1];
    }
    return row;
  }

  /**
   * The accuracies (exact match) of many tests of this size, each with items of its own, so that
   * the number of right items is binomial.
   *
   * @param runs tests, 1 to a million
   */
  public ResolutionRuns resolution(int runs) {
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
    Arguments.require(
        (double) runs * scales.length <= MOST_ITEMS * 10.0,
        "%d runs of %d models: expected at most 10 million accuracies",
        runs,
        scales.length);
    double[] expected = Arrays.stream(scales).map(this::exactMatch).toArray();
    List<Binomial> laws = Arrays.stream(expected).mapToObj(q -> Binomial.of(items, q)).toList();
    int[][] right =
        Parallel.map(
                "tests",
                runs,
                run -> {
                  var rng = Rng.of(seed, run);
                  return laws.stream().mapToInt(law -> law.next(rng)).toArray();
                })
            .toArray(int[][]::new);
    return new ResolutionRuns(scales, expected, items, right, seed);
  }

  private double[] difficulty() {
    double[] difficulty = new double[items];
    Arrays.fill(difficulty, 1);
    if (spread > 0) {
      var law = new GammaDistribution(null, 1 / spread, spread);
      var rng = Rng.of(seed, -1);
      Arrays.setAll(difficulty, i -> law.inverseCumulativeProbability(rng.nextDouble()));
    }
    return difficulty;
  }
}
