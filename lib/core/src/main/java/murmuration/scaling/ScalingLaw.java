package murmuration.scaling;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * Which law {@code L = E + A N^-alpha + B D^-beta} do these runs follow? A description of the fit,
 * refined word by word (approach 3 of Hoffmann et al. 2022).
 *
 * <pre>{@code
 * TrainingRuns runs =
 *     TrainingRuns.ofCompute(
 *             Datasets.load("chinchilla-svg-extracted"), "parameters", "flops", "loss")
 *         .dropHighest(5);
 * ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.huberLog(1e-3)).fit();
 * AdditiveLaw law = fit.law();
 * }</pre>
 *
 * <p>The fit does not depend on the order of the runs, and a run with weight w gives the same
 * numbers as w equal runs, to the last bit. Random numbers are not used: starts come from a grid of
 * exponents with the coefficients that least squares gives there, the five best of them are
 * followed to the minimum, and the result says how many agree. {@link ScalingFit#fromRandomStarts}
 * proves it from any number of random ones.
 *
 * @param runs the runs
 * @param loss what is made small; {@link FitLoss#HUBER_LOG} by default
 * @param oneExponent whether alpha and beta are the same
 * @param fixed parameters that keep a value
 */
public record ScalingLaw(
    TrainingRuns runs, FitLoss loss, boolean oneExponent, Map<LawParameter, Double> fixed) {
  private static final int FEWEST_SIZES = 3;

  /** Checks the values that are fixed. */
  public ScalingLaw {
    Arguments.present("runs", runs);
    Arguments.present("loss", loss);
    var values = new EnumMap<LawParameter, Double>(LawParameter.class);
    for (var entry : Arguments.present("fixed", fixed).entrySet()) {
      LawParameter parameter = Arguments.present("a fixed parameter", entry.getKey());
      double value = Arguments.present("the value of " + parameter, entry.getValue());
      boolean zero = parameter == LawParameter.E && value == 0;
      Arguments.require(
          Double.isFinite(value) && (!parameter.isLog() || value > 0 || zero),
          "%s is fixed at %s: expected a finite number%s",
          parameter.symbol(),
          value,
          parameter == LawParameter.E ? ", 0 or more" : parameter.isLog() ? " above 0" : "");
      values.put(parameter, value);
    }
    Double alpha = values.get(LawParameter.ALPHA);
    Double beta = values.get(LawParameter.BETA);
    Arguments.require(
        !oneExponent || alpha == null || beta == null || alpha.equals(beta),
        "alpha is fixed at %s and beta at %s: expected the same value where they are tied",
        alpha,
        beta);
    fixed = Collections.unmodifiableMap(values);
  }

  /** A fit with the defaults. */
  public static ScalingLaw of(TrainingRuns runs) {
    return new ScalingLaw(runs, FitLoss.HUBER_LOG, false, Map.of());
  }

  /** Columns of a table: parameters, tokens and loss. */
  public static ScalingLaw of(Table table, String parameters, String tokens, String loss) {
    return of(TrainingRuns.of(table, parameters, tokens, loss));
  }

  /** The same with another objective. */
  public ScalingLaw loss(FitLoss value) {
    return new ScalingLaw(runs, value, oneExponent, fixed);
  }

  /** The same with one exponent, alpha = beta. */
  public ScalingLaw tied() {
    return new ScalingLaw(runs, loss, true, fixed);
  }

  /** The same with a parameter kept at a value: A, B and E themselves, not their logarithms. */
  public ScalingLaw fix(LawParameter parameter, double value) {
    var more = new LinkedHashMap<>(fixed);
    more.put(Arguments.present("parameter", parameter), value);
    return new ScalingLaw(runs, loss, oneExponent, more);
  }

  /** The same on other runs. */
  public ScalingLaw on(TrainingRuns other) {
    return new ScalingLaw(other, loss, oneExponent, fixed);
  }

  /** How many parameters are free. */
  public int parameters() {
    boolean alpha = fixed.containsKey(LawParameter.ALPHA);
    boolean beta = fixed.containsKey(LawParameter.BETA);
    int free = LawParameter.COUNT - fixed.size();
    return oneExponent && !(alpha && beta) ? free - 1 : free;
  }

  /**
   * Fits the law.
   *
   * @throws IllegalArgumentException if a value is missing, if there are not more runs than free
   *     parameters, or fewer than 3 sizes or amounts of data
   */
  public ScalingFit fit() {
    return ScalingFit.of(this);
  }

  /** The runs as the search takes them. */
  LawPoints points() {
    runs.complete();
    var points = new LawPoints(runs);
    int needed = parameters() + 1;
    Arguments.require(
        points.runs() >= needed,
        "a fit of %d parameters needs at least %d points, got %s",
        parameters(),
        needed,
        points.runs());
    distinct("parameters", points.x, points);
    distinct("tokens", points.y, points);
    return points;
  }

  private static void distinct(String name, double[] values, LawPoints points) {
    long count = IntStream.range(0, points.size).mapToDouble(i -> values[i]).distinct().count();
    Arguments.require(
        count >= FEWEST_SIZES,
        "%s has %d distinct values: a fit needs at least %d",
        name,
        count,
        FEWEST_SIZES);
  }

  /** The value of each parameter as it is kept; NaN where it is free. */
  double[] kept() {
    double[] kept = new double[LawParameter.COUNT];
    Arrays.fill(kept, Double.NaN);
    fixed.forEach((parameter, value) -> kept[parameter.index()] = parameter.kept(value));
    return kept;
  }

  /** The law with what is fixed at its value, to the last bit. */
  AdditiveLaw exact(AdditiveLaw law) {
    double[] vector = law.vector();
    double[] kept = kept();
    for (int j = 0; j < vector.length; j++) {
      vector[j] = Double.isNaN(kept[j]) ? vector[j] : kept[j];
    }
    return AdditiveLaw.of(vector);
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("runs", runs.toString());
    options.put("loss", loss.toString());
    options.put("alpha = beta", Boolean.toString(oneExponent));
    options.put("fixed", fixed.toString());
    return Provenance.of(options).data(runs.source());
  }
}
