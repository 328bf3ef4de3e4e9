package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.metric.Metric;
import tech.tablesaw.api.Table;

/**
 * One metric beside what a smooth law would give. The law says that the quality q of an average
 * item is {@code exp(-c N^-alpha)}, so that {@code ln(-ln q)} is a line in {@code ln N} (the task
 * scaling law of Hu et al. 2024, eq. 3, and the model of Schaeffer et al. 2023 in one); items of
 * unequal difficulty bend it in a known way. Two things are asked of draws under the fitted law:
 * how often the curve is as <i>sharp</i> (breakthroughness), and how often it seems to
 * <i>accelerate</i> as much: the signed root of the likelihood ratio of the best bend (a parabola
 * in {@code ln N}, or a change of slope at one of the scales), over the dispersion of the models
 * about it. Draws search for the best bend as the data do.
 *
 * @param metric the metric
 * @param scales scale of each model
 * @param values mean score of each
 * @param expected the score that the fitted law gives
 * @param spread variance of the difficulty of items, relative to their mean; 0 for equal items
 * @param dispersion how far the models scatter about the best bend, in units of their sampling
 *     variance; at least 1
 * @param exponent alpha of the law
 * @param first local exponent at the smallest scale along the best bend; its interval takes the
 *     place of the bend as given
 * @param last local exponent at the largest scale
 * @param breakthroughness of the curve, above 0 for improvement
 * @param nullBreakthroughness the same of each draw
 * @param acceleration signed root of the likelihood ratio; above 0 where the exponent grows
 * @param nullAcceleration the same of each draw
 * @param seed seed of the draws
 */
public record SmoothLawTest(
    Metric metric,
    double[] scales,
    double[] values,
    double[] expected,
    double spread,
    double dispersion,
    double exponent,
    LocalExponent first,
    LocalExponent last,
    double breakthroughness,
    double[] nullBreakthroughness,
    double acceleration,
    double[] nullAcceleration,
    long seed)
    implements Charted {
  /** Keeps its own copies. */
  public SmoothLawTest {
    Arguments.present("metric", metric);
    Arguments.finite("scales", scales, 2);
    Arguments.sameLength("scales", scales, "values", values);
    Arguments.sameLength("scales", scales, "expected", expected);
    Arguments.present("first", first);
    Arguments.present("last", last);
    Arguments.sameLength(
        "nullBreakthroughness", nullBreakthroughness, "nullAcceleration", nullAcceleration);
    Arguments.require(
        nullAcceleration.length > 0, "nullAcceleration is empty: expected at least 1 draw");
    for (double scale : scales) {
      Arguments.positive("a scale", scale);
    }
    scales = scales.clone();
    values = values.clone();
    expected = expected.clone();
    nullBreakthroughness = nullBreakthroughness.clone();
    nullAcceleration = nullAcceleration.clone();
  }

  /**
   * An exponent with its 95 % interval.
   *
   * @param value exponent, above 0 where the metric improves
   * @param low lower end, -infinite where the models do not determine it
   * @param high upper end
   */
  public record LocalExponent(double value, double low, double high) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s (%s to %s)", Digits.of(value, 3), Digits.of(low, 3), Digits.of(high, 3));
    }
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] expected() {
    return expected.clone();
  }

  @Override
  public double[] nullBreakthroughness() {
    return nullBreakthroughness.clone();
  }

  @Override
  public double[] nullAcceleration() {
    return nullAcceleration.clone();
  }

  /** The probability under the law of a curve at least as sharp. */
  public double pSharpness() {
    return p(nullBreakthroughness, v -> v >= breakthroughness);
  }

  /** The probability under the law of at least as much acceleration. */
  public double pAcceleration() {
    return p(nullAcceleration, v -> v >= acceleration);
  }

  /** The probability under the law of at least as much slowing down. */
  public double pSlowing() {
    return p(nullAcceleration, v -> v <= acceleration);
  }

  private static double p(double[] nulls, DoublePredicate asExtreme) {
    return (1.0 + Arrays.stream(nulls).filter(asExtreme).count()) / (nulls.length + 1.0);
  }

  /** Whether scores of this metric grow gradually with the probability of being right. */
  boolean gradual() {
    return switch (metric.grading()) {
      case GRADUAL, SQUARED -> true;
      case ALL_OR_NOTHING, STRONGEST_OPTION -> false;
    };
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s: exponent %s under a smooth law%s
        as sharp as this (B = %s): p = %s
        accelerates as much as this: p = %s; slows down as much: p = %s
        local exponent from %s to %s
        %d draws, dispersion of models %s, seed %d\
        """,
        metric.name(),
        Digits.of(exponent, 3),
        spread == 0 ? "" : ", items unequal (spread " + Digits.of(spread, 3) + ")",
        Digits.of(breakthroughness, 4),
        Digits.of(pSharpness(), 3),
        Digits.of(pAcceleration(), 3),
        Digits.of(pSlowing(), 3),
        first,
        last,
        nullAcceleration.length,
        Digits.of(dispersion, 3),
        seed);
  }

  /** The exponents with their intervals, then the p. */
  @Override
  public Table table() {
    return Quantities.of(metric.name() + " and a smooth law")
        .and("exponent", exponent)
        .and("exponent at the smallest scale", first.value(), first.low(), first.high())
        .and("exponent at the largest scale", last.value(), last.low(), last.high())
        .and("spread of items", spread)
        .and("dispersion of models", dispersion)
        .and("breakthroughness", breakthroughness)
        .and("p as sharp", pSharpness())
        .and("p accelerates", pAcceleration())
        .and("p slows down", pSlowing())
        .table();
  }

  /** The scores beside those of the fitted law. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Scale", metric.name())
            .logX()
            .line("smooth law", scales, expected)
            .points(metric.name(), scales, values));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("metric", metric.name());
    options.put("draws", Integer.toString(nullAcceleration.length));
    return Provenance.of(options).seed(seed);
  }
}
