package murmuration.warning.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.KendallTrend;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Spatial indicators along a gradient, each beside the same of landscapes without structure.
 *
 * <p>Two questions are kept apart. Is a landscape arranged at all? That is the {@linkplain #test
 * permutation test}. Does an indicator move along the gradient? That is its {@linkplain #trend
 * trend}, whose p holds where the landscapes are independent pictures, which overlapping or
 * neighbouring ones are not. Neither says that a transition comes: cover falls along the gradient,
 * and variance, skewness and flow length follow the cover by themselves, as the band of the null
 * shows.
 *
 * @param study what was asked
 * @param tests a list a landscape, a test an indicator
 */
public record SpatialSignal(SpatialWarning study, List<List<SurrogateTest>> tests)
    implements Charted {
  private static final double LEVEL = 0.05;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final double ROUNDING = 1e-13;
  private static final int LINES = 8;

  /** Checks the shape and keeps its own copy. */
  public SpatialSignal {
    Arguments.present("study", study);
    Arguments.present("tests", tests);
    Arguments.require(
        tests.size() == study.landscapes().size(),
        "tests has %d entries: expected one for each of %d landscapes",
        tests.size(),
        study.landscapes().size());
    int indicators = study.indicators().size();
    tests = Arguments.listed("tests", tests).stream().map(List::copyOf).toList();
    for (List<SurrogateTest> of : tests) {
      Arguments.require(
          of.size() == indicators, "tests of %d: expected %d indicators", of.size(), indicators);
    }
  }

  private int index(SpatialIndicator indicator) {
    String name = Arguments.present("indicator", indicator).name();
    List<String> names = study.indicators().stream().map(SpatialIndicator::name).toList();
    Arguments.require(names.contains(name), "%s was not measured: expected one of %s", name, names);
    return names.indexOf(name);
  }

  /** The values of an indicator, a landscape each, in the order of the study. */
  public double[] values(SpatialIndicator indicator) {
    return along(indicator, SurrogateTest::observed);
  }

  /** The probability, a landscape each, of a value at least as high in a landscape of the null. */
  public double[] pRight(SpatialIndicator indicator) {
    return along(indicator, SurrogateTest::pRight);
  }

  /**
   * How many standard deviations of the null each value lies above the mean of the null; NaN where
   * the null does not vary beyond rounding, as that of the mean of the same cells in another order.
   */
  public double[] excess(SpatialIndicator indicator) {
    return along(
        indicator,
        test -> {
          double[] nulls = test.nulls();
          double mean = Arrays.stream(nulls).average().orElse(Double.NaN);
          double square = Arrays.stream(nulls).map(v -> (v - mean) * (v - mean)).sum();
          double sd = Math.sqrt(square / (nulls.length - 1));
          return sd <= ROUNDING * Math.abs(mean) ? Double.NaN : (test.observed() - mean) / sd;
        });
  }

  /** The test of an indicator on the landscape of this number, from 0. */
  public SurrogateTest test(int landscape, SpatialIndicator indicator) {
    Arguments.require(
        landscape >= 0 && landscape < tests.size(),
        "landscape is %d: expected 0 to %d",
        landscape,
        tests.size() - 1);
    return tests.get(landscape).get(index(indicator));
  }

  /**
   * Kendall's trend of an indicator against the gradient. Its p holds for landscapes that are
   * independent of one another; with under 2 of them tau is NaN.
   */
  public KendallTrend trend(SpatialIndicator indicator) {
    return KendallTrend.of(study.gradient(), values(indicator));
  }

  private double[] along(SpatialIndicator indicator, ToDoubleFunction<SurrogateTest> number) {
    int k = index(indicator);
    return tests.stream().mapToDouble(of -> number.applyAsDouble(of.get(k))).toArray();
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d landscapes along %s; null: %s, N = %d",
            tests.size(),
            study.gradientName(),
            tests.getFirst().getFirst().source().words(),
            study.chance().count()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%-18s %21s %8s %9s %s",
            "",
            "from to",
            "tau",
            "p (tau)",
            "landscapes beyond chance"));
    for (SpatialIndicator indicator : study.indicators().stream().limit(LINES).toList()) {
      double[] values = values(indicator);
      int[] order = order();
      var trend = trend(indicator);
      long beyond = tests.stream().filter(of -> of.get(index(indicator)).pTwo() < LEVEL).count();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-18s %10s %10s %8s %9s %d of %d",
              indicator.name(),
              Digits.of(values[order[0]], 4),
              Digits.of(values[order[order.length - 1]], 4),
              Digits.of(trend.tau(), 3),
              Digits.of(trend.nominalP(), 3),
              beyond,
              tests.size()));
    }
    lines.add("beyond chance (two-sided p < 0.05) means arranged, not near a transition");
    return String.join("\n", lines);
  }

  /**
   * One row a landscape and indicator: gradient, landscape, indicator, value, 5 and 95 % of the
   * null, p of a value as high and as low, and why a value is NaN.
   */
  @Override
  public Table table() {
    var gradient = DoubleColumn.create(study.gradientName());
    var landscape = StringColumn.create("landscape");
    var indicator = StringColumn.create("indicator");
    var value = DoubleColumn.create("value");
    var low = DoubleColumn.create("null 5 %");
    var high = DoubleColumn.create("null 95 %");
    var pHigh = DoubleColumn.create("p high");
    var pLow = DoubleColumn.create("p low");
    var reason = StringColumn.create("reason");
    for (int i = 0; i < tests.size(); i++) {
      for (SurrogateTest test : tests.get(i)) {
        gradient.append(study.gradient()[i]);
        landscape.append(study.landscapes().get(i).name());
        indicator.append(test.statistic());
        value.append(test.observed());
        low.append(test.quantile(LOW));
        high.append(test.quantile(HIGH));
        pHigh.append(test.pRight());
        pLow.append(test.pLeft());
        reason.append(reason(study.landscapes().get(i), test));
      }
    }
    var table =
        Table.create("spatial indicators", landscape, indicator, value, low, high, pHigh, pLow);
    table.insertColumn(0, gradient);
    return table.addColumns(reason);
  }

  private static String reason(Landscape landscape, SurrogateTest test) {
    return !Double.isNaN(test.observed())
        ? ""
        : landscape.isConstant() ? "all cells are equal" : "not defined for this landscape";
  }

  /** The numbers of the landscapes, from 0, by ascending gradient. */
  private int[] order() {
    double[] gradient = study.gradient();
    return IntStream.range(0, gradient.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> gradient[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The mean of the values that stand at each of these places of the gradient; NaN left out. */
  private double[] means(double[] places, double[] values) {
    double[] gradient = study.gradient();
    return Arrays.stream(places)
        .map(
            place ->
                IntStream.range(0, values.length)
                    .filter(i -> gradient[i] == place && !Double.isNaN(values[i]))
                    .mapToDouble(i -> values[i])
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  /**
   * Each indicator along the gradient, with the 5 to 95 % range of the null. Where several
   * landscapes share a place, the line and the range are their means.
   */
  @Override
  public Figure chart() {
    double[] places = Arrays.stream(study.gradient()).sorted().distinct().toArray();
    List<Panel> panels = new ArrayList<>();
    for (SpatialIndicator indicator : study.indicators()) {
      panels.add(
          Panel.of(study.gradientName(), indicator.label())
              .band(
                  "90 % of the null",
                  places,
                  means(places, along(indicator, t -> t.quantile(LOW))),
                  means(places, along(indicator, t -> t.quantile(HIGH))))
              .line("landscapes", places, means(places, values(indicator)))
              .points("landscapes", study.gradient(), values(indicator)));
    }
    return Figure.column(panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
