package murmuration.concept;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Present;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.math.Selection;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Does the turn coincide with the saturation of training? The statistic is the mean of {@code
 * |ln(turn step / saturation step)|} over runs, small where they coincide. It is asked twice how
 * often chance gives as small a one:
 *
 * <ul>
 *   <li><b>place</b>: each run's turn is put at any of the places at which it was looked for, all
 *       equally likely. A small p says that turns lie near saturation rather than anywhere on the
 *       path.
 *   <li><b>pairing</b>: the saturation steps are dealt out to the runs at random. A small p says
 *       that a run that saturates later turns later. Where all saturate at the same step this can
 *       say nothing, and p is near 1.
 * </ul>
 *
 * @param runs runs with both a turn and a saturation
 * @param distance the statistic
 * @param medianRatio median of turn over saturation step
 * @param placeP share of placings with as small a statistic, itself counted
 * @param pairingP share of dealings with as small a statistic, itself counted
 * @param turns turn steps of these runs
 * @param saturations saturation steps of these runs
 * @param provenance where it comes from
 */
public record TurnSaturation(
    int runs,
    double distance,
    double medianRatio,
    double placeP,
    double pairingP,
    double[] turns,
    double[] saturations,
    Provenance provenance)
    implements Charted {
  private static final int DRAWS = 9999;
  private static final int CHECKED = 1000;
  private static final double SAME = 1e-12;

  /** Checks the lengths and keeps its own copy. */
  public TurnSaturation {
    Arguments.finite("turns", turns, 1);
    Arguments.finite("saturations", saturations, 1);
    Arguments.sameLength("turns", turns, "saturations", saturations);
    Arguments.present("provenance", provenance);
    turns = turns.clone();
    saturations = saturations.clone();
  }

  /** The test by 9999 draws, seed 1. */
  public static TurnSaturation of(List<Turn> turns, double[] saturations) {
    return of(turns, saturations, DRAWS, 1);
  }

  /**
   * The test.
   *
   * @param turns the turn of each run
   * @param saturations step at which training saturated in each, above 0; NaN where it did not. At
   *     least 2 runs must have both, at steps above 0
   * @param draws placings and dealings, 100 to 100,000
   * @param seed seed of the draws
   */
  public static TurnSaturation of(List<Turn> turns, double[] saturations, int draws, long seed) {
    List<Turn> list = Arguments.listed("turns", turns);
    Arguments.series("saturations", saturations, 1);
    SeedQuantity.draws(draws);
    Arguments.require(
        list.size() == saturations.length,
        "turns has %d entries, saturations has %d: expected the same",
        list.size(),
        saturations.length);
    int[] kept =
        IntStream.range(0, saturations.length)
            .filter(r -> list.get(r).step() > 0 && saturations[r] > 0)
            .toArray();
    Arguments.require(
        kept.length >= 2, "%d runs have a turn and a saturation: expected at least 2", kept.length);
    double[] at = IntStream.of(kept).mapToDouble(r -> list.get(r).step()).toArray();
    double[] saturated = Present.at(kept, saturations);
    double[][] places =
        IntStream.of(kept).mapToObj(r -> places(list.get(r))).toArray(double[][]::new);
    double observed = distance(at, saturated);
    int near = 1;
    int paired = 1;
    double[] anywhere = new double[at.length];
    double[] dealt = saturated.clone();
    RandomGenerator random = Rng.of(seed);
    for (int b = 0; b < draws; b++) {
      if (b % CHECKED == 0) {
        Interruption.check("chance of turns and saturations");
      }
      for (int r = 0; r < anywhere.length; r++) {
        anywhere[r] = places[r][random.nextInt(places[r].length)];
      }
      RandomOrder.shuffle(dealt, random);
      near += distance(anywhere, saturated) <= observed + SAME ? 1 : 0;
      paired += distance(at, dealt) <= observed + SAME ? 1 : 0;
    }
    double[] ratios = new double[at.length];
    Arrays.setAll(ratios, r -> at[r] / saturated[r]);
    return new TurnSaturation(
        kept.length,
        observed,
        Selection.median(ratios),
        near / (draws + 1.0),
        paired / (draws + 1.0),
        at,
        saturated,
        Provenance.of(Map.of("draws", draws + "")).seed(seed));
  }

  /** The steps, above 0, at which the turn could have been found. */
  private static double[] places(Turn turn) {
    double[] angles = turn.angles();
    double[] steps = turn.angleSteps();
    double[] places =
        IntStream.range(0, angles.length)
            .filter(j -> !Double.isNaN(angles[j]) && steps[j] > 0)
            .mapToDouble(j -> steps[j])
            .toArray();
    return places.length == 0 ? new double[] {turn.step()} : places;
  }

  private static double distance(double[] turns, double[] saturations) {
    double sum = 0;
    for (int r = 0; r < turns.length; r++) {
      sum += Math.abs(Math.log(turns[r] / saturations[r]));
    }
    return sum / turns.length;
  }

  /** Turn steps of the runs with both. */
  @Override
  public double[] turns() {
    return turns.clone();
  }

  /** Saturation steps of the runs with both. */
  @Override
  public double[] saturations() {
    return saturations.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        turn over saturation: median %.4g, mean |ln| %.3g over %d runs
        as near by chance: p = %.4g with the turn anywhere on its path,
        p = %.4g with saturations dealt out to the runs\
        """,
        medianRatio,
        distance,
        runs,
        placeP,
        pairingP);
  }

  @Override
  public Table table() {
    return Quantities.of("turn and saturation")
        .and("median of turn over saturation", medianRatio)
        .and("mean |ln(turn/saturation)|", distance)
        .and("p, turn anywhere on its path", placeP)
        .and("p, saturations dealt out", pairingP)
        .and("runs", runs)
        .table();
  }

  /** Turn beside saturation, one point a run, and the line on which they are equal. */
  @Override
  public Figure chart() {
    double low = Math.min(least(turns), least(saturations));
    double high = Math.max(most(turns), most(saturations));
    return Figure.of(
        Panel.of("Training saturation (step)", "Turn (step)")
            .points("runs", saturations, turns)
            .line("equal", new double[] {low, high}, new double[] {low, high}));
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
