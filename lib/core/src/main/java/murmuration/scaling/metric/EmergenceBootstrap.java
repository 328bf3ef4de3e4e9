package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Binomial;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * {@link EmergenceScores} of a curve with the spread that its items give them. Percentile intervals
 * (type 7); an end is infinite where that share of the draws is. Noise makes flat parts of a curve
 * uneven, so that draws have smaller scores than a curve without noise would; where the observed
 * score lies outside its interval, that is why.
 *
 * @param observed the scores of the curve
 * @param breakthroughness B of each draw
 * @param linearity Lin of each draw
 * @param how how draws were made
 * @param seed seed of the draws
 */
public record EmergenceBootstrap(
    EmergenceScores observed, double[] breakthroughness, double[] linearity, String how, long seed)
    implements Result {
  private static final double LEVEL = 0.95;
  private static final int MOST = 1_000_000;

  /** Keeps its own copies. */
  public EmergenceBootstrap {
    Arguments.present("observed", observed);
    Arguments.present("how", how);
    Arguments.sameLength("breakthroughness", breakthroughness, "linearity", linearity);
    Arguments.require(
        breakthroughness.length > 0, "breakthroughness is empty: expected at least 1 draw");
    for (int i = 0; i < linearity.length; i++) {
      Arguments.require(
          !Double.isNaN(breakthroughness[i]) && !Double.isNaN(linearity[i]),
          "draw %d is NaN: expected numbers",
          i);
    }
    breakthroughness = breakthroughness.clone();
    linearity = linearity.clone();
  }

  /**
   * Accuracies, drawn again with their binomial error about what was observed.
   *
   * @param right items that were right, in the order of scale, length at least 2
   * @param items all items of each
   * @param draws draws, 1 to 1000000
   * @param seed seed of the draws
   */
  public static EmergenceBootstrap of(int[] right, int[] items, int draws, long seed) {
    var tallies = AccuracyCurve.tallies(right, items);
    List<Binomial> error =
        tallies.stream().map(t -> Binomial.of(t.items(), (double) t.right() / t.items())).toList();
    List<EmergenceScores> drawn =
        Parallel.map(
            "accuracies",
            count(draws),
            draw -> {
              var rng = Rng.of(seed, draw);
              return EmergenceScores.of(
                  IntStream.range(0, right.length)
                      .mapToDouble(i -> error.get(i).next(rng) / (double) items[i])
                      .toArray());
            });
    double[] y = tallies.stream().mapToDouble(t -> (double) t.right() / t.items()).toArray();
    return of(EmergenceScores.of(y), drawn, "binomial error", seed);
  }

  static EmergenceBootstrap of(
      EmergenceScores observed, List<EmergenceScores> drawn, String how, long seed) {
    return new EmergenceBootstrap(
        observed,
        numbers(drawn, EmergenceScores::breakthroughness),
        numbers(drawn, EmergenceScores::linearity),
        how,
        seed);
  }

  static int count(int draws) {
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    return draws;
  }

  private static double[] numbers(
      List<EmergenceScores> drawn, ToDoubleFunction<EmergenceScores> score) {
    return drawn.stream().mapToDouble(score).toArray();
  }

  @Override
  public double[] breakthroughness() {
    return breakthroughness.clone();
  }

  @Override
  public double[] linearity() {
    return linearity.clone();
  }

  /** The interval of the breakthroughness, low and high. */
  public double[] breakthroughnessInterval(double level) {
    return interval(breakthroughness, level);
  }

  /** The interval of the linearity, low and high. */
  public double[] linearityInterval(double level) {
    return interval(linearity, level);
  }

  private static double[] interval(double[] draws, double level) {
    double tail = (1 - Arguments.level(level)) / 2;
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new double[] {quantile(sorted, tail), quantile(sorted, 1 - tail)};
  }

  /** Linear between two ranks, where both are finite; else the nearer one. */
  private static double quantile(double[] sorted, double p) {
    double rank = (sorted.length - 1) * p;
    double below = sorted[(int) Math.floor(rank)];
    double above = sorted[(int) Math.ceil(rank)];
    double share = rank - Math.floor(rank);
    return Double.isInfinite(above - below)
        ? (share < 0.5 ? below : above)
        : below == above ? below : below + share * (above - below);
  }

  @Override
  public String summary() {
    double[] b = breakthroughnessInterval(LEVEL);
    double[] lin = linearityInterval(LEVEL);
    return String.format(
        Locale.ROOT,
        "breakthroughness %.4g (95 %%: %.4g to %.4g)\nlinearity %.4g (95 %%: %.4g to %.4g)\n"
            + "%d scales; %d draws of the %s, seed %d",
        observed.breakthroughness(),
        b[0],
        b[1],
        observed.linearity(),
        lin[0],
        lin[1],
        observed.scales(),
        linearity.length,
        how,
        seed);
  }

  /** The scores with their 95 % intervals. */
  @Override
  public Table table() {
    double[] b = breakthroughnessInterval(LEVEL);
    double[] lin = linearityInterval(LEVEL);
    return Quantities.of("emergence scores")
        .and("improvement", observed.improvement())
        .and("breakthroughness", observed.breakthroughness(), b[0], b[1])
        .and("linearity", observed.linearity(), lin[0], lin[1])
        .table();
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("draws", Integer.toString(linearity.length));
    options.put("error", how);
    return Provenance.of(options).seed(seed);
  }
}
