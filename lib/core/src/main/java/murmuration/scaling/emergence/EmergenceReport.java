package murmuration.scaling.emergence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.WestfallYoung;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metric.Grading;
import murmuration.scaling.metric.MetricCurve;
import murmuration.scaling.metric.MetricTable;
import murmuration.scaling.metric.Resolution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What an {@link Emergence} study found: the same outputs by several metrics, how sharp each curve
 * is, and whether any comes faster than a smooth law.
 *
 * <p>p-values are corrected for the number of metrics by draws that they share ({@link
 * WestfallYoung}), since metrics of the same outputs say nearly the same; Holm's correction would
 * count them as unrelated. The verdict counts a departure where its corrected p is below 0.05. It
 * is {@link EmergenceVerdict#ACCELERATED} only where a gradual metric departs, or exact match where
 * no gradual one was tested: what only perfect or best answers show is a property of the metric.
 *
 * <p>What it cannot say: that an ability is absent below some scale, that it could not be
 * predicted, or what happens between the scales that were tried. Other scatter than that of items,
 * such as of training runs, is known only from how models lie about the best bend.
 *
 * @param study the study
 * @param metrics the curves with bands and emergence scores
 * @param tests each metric beside a smooth law
 * @param shapes the same by tests that know nothing of items: curvature and breaks
 */
public record EmergenceReport(
    Emergence study, MetricTable metrics, List<SmoothLawTest> tests, List<CurveShape> shapes)
    implements Charted {
  private static final double LEVEL = 0.05;
  private static final int LINES = 5;
  private static final int PANELS_A_ROW = 3;

  /** Checks that there is a test for each metric. */
  public EmergenceReport {
    Arguments.present("study", study);
    Arguments.present("metrics", metrics);
    tests = Arguments.listed("tests", tests);
    shapes = Arguments.listed("shapes", shapes);
    Arguments.require(
        tests.size() == study.metrics().size()
            && tests.size() == metrics.curves().size()
            && tests.size() == shapes.size(),
        "%d tests, %d shapes and %d curves of %d metrics: expected one each",
        tests.size(),
        shapes.size(),
        metrics.curves().size(),
        study.metrics().size());
  }

  /**
   * The test of one metric, which is found by its name.
   *
   * @throws IllegalArgumentException where it was not tested
   */
  public SmoothLawTest test(Metric metric) {
    metrics.curve(metric);
    return tests.stream()
        .filter(t -> t.metric().name().equals(metric.name()))
        .findFirst()
        .orElseThrow();
  }

  /** The p of acceleration of each metric, corrected for their number. */
  public double[] correctedAcceleration() {
    return corrected(1, SmoothLawTest::acceleration, SmoothLawTest::nullAcceleration);
  }

  /** The p of slowing down of each metric, corrected for their number. */
  public double[] correctedSlowing() {
    return corrected(-1, SmoothLawTest::acceleration, SmoothLawTest::nullAcceleration);
  }

  /** The p of each curve's sharpness under its smooth law, corrected for the number of metrics. */
  public double[] correctedSharpness() {
    return corrected(1, SmoothLawTest::breakthroughness, SmoothLawTest::nullBreakthroughness);
  }

  private double[] corrected(
      int sign, ToDoubleFunction<SmoothLawTest> observed, Function<SmoothLawTest, double[]> nulls) {
    return WestfallYoung.correct(
        tests.stream().mapToDouble(t -> sign * observed.applyAsDouble(t)).toArray(),
        tests.stream()
            .map(t -> Arrays.stream(nulls.apply(t)).map(v -> sign * v).toArray())
            .toArray(double[][]::new));
  }

  /** What was found. */
  public EmergenceVerdict verdict() {
    boolean gradual = tests.stream().anyMatch(SmoothLawTest::gradual);
    List<SmoothLawTest> faster = departing(correctedAcceleration());
    if (faster.stream().anyMatch(t -> counts(t, gradual))) {
      return EmergenceVerdict.ACCELERATED;
    }
    if (!faster.isEmpty()) {
      return EmergenceVerdict.BY_METRIC_ONLY;
    }
    if (departing(correctedSlowing()).stream().anyMatch(t -> counts(t, gradual))) {
      return EmergenceVerdict.SLOWING;
    }
    return metrics.curves().stream().anyMatch(MetricCurve::sharp)
        ? EmergenceVerdict.SHARP_BUT_SMOOTH
        : EmergenceVerdict.SMOOTH;
  }

  private static boolean counts(SmoothLawTest test, boolean gradualAtHand) {
    return test.gradual() || (!gradualAtHand && test.metric().grading() == Grading.ALL_OR_NOTHING);
  }

  private List<SmoothLawTest> departing(double[] p) {
    return IntStream.range(0, p.length).filter(k -> p[k] < LEVEL).mapToObj(tests::get).toList();
  }

  /** The finding in words, with the numbers it rests on. */
  public String words() {
    var verdict = verdict();
    String first = verdict.words().substring(0, 1).toUpperCase(Locale.ROOT);
    String said = first + verdict.words().substring(1);
    return switch (verdict) {
      case ACCELERATED -> said + " by " + strongest(correctedAcceleration());
      case BY_METRIC_ONLY ->
          said + "; it is faster only by " + names(departing(correctedAcceleration())) + ".";
      case SLOWING -> said + " by " + strongest(correctedSlowing());
      case SHARP_BUT_SMOOTH ->
          said
              + ": "
              + metrics.curves().stream()
                  .filter(MetricCurve::sharp)
                  .map(c -> c.metric().name())
                  .collect(Collectors.joining(", "))
              + ". The least p of an acceleration is "
              + Digits.of(Arrays.stream(correctedAcceleration()).min().orElseThrow(), 3)
              + ".";
      case SMOOTH ->
          said
              + " (least corrected p of an acceleration "
              + Digits.of(Arrays.stream(correctedAcceleration()).min().orElseThrow(), 3)
              + ").";
    };
  }

  private String strongest(double[] p) {
    boolean gradual = tests.stream().anyMatch(SmoothLawTest::gradual);
    int k =
        IntStream.range(0, p.length)
            .filter(i -> counts(tests.get(i), gradual))
            .boxed()
            .min(Comparator.comparingDouble(i -> p[i]))
            .orElseThrow();
    var test = tests.get(k);
    return String.format(
        Locale.ROOT,
        "%s (p = %s, corrected for %d metrics): its exponent goes from %s to %s.",
        test.metric().name(),
        Digits.of(p[k], 3),
        tests.size(),
        test.first(),
        test.last());
  }

  private static String names(List<SmoothLawTest> tests) {
    return tests.stream().map(t -> t.metric().name()).collect(Collectors.joining(", "));
  }

  /**
   * What the test can show at the smallest scale, where a metric grades items as right or wrong: by
   * the smooth law of that metric, how likely it is that no item at all is right, and how many
   * items would show one.
   */
  public String resolution() {
    for (int k = 0; k < tests.size(); k++) {
      if (!tests.get(k).gradual()) {
        return resolution(tests.get(k), metrics.curves().get(k).items()[0]);
      }
    }
    return "resolution: no metric here counts only right and wrong";
  }

  private static String resolution(SmoothLawTest test, int items) {
    double q = Math.clamp(test.expected()[0], 0, 1);
    double unseen = new Resolution(items).allWrong(q);
    double needed = Resolution.itemsNeeded(q, 0.95);
    return String.format(
        Locale.ROOT,
        "%s (smallest scale, %s): P(all %d wrong) = %s; to see one right, %s",
        unseen > LEVEL ? "RESOLUTION TOO LOW" : "resolution enough",
        test.metric().name(),
        items,
        Digits.of(unseen, 3),
        Double.isInfinite(needed)
            ? "no number of items is enough"
            : Digits.of(needed, 3) + " items");
  }

  /** In one line, what tests on the scatter of models alone say of curvature and breaks. */
  private String shape() {
    return "scatter of models alone: "
        + shapes.stream()
            .limit(2)
            .map(
                s ->
                    String.format(
                        Locale.ROOT,
                        "%s p of a bend %s, of a break %s",
                        s.metric().name(),
                        Digits.of(s.pConcave(), 3),
                        Digits.of(s.pBreak(), 3)))
            .collect(Collectors.joining("; "));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Is it emergent? %d models, %d metrics, %s",
            study.outputs().size(),
            tests.size(),
            study.outputs().matched() ? "the same items" : "items of their own"));
    lines.add(
        String.format(
            Locale.ROOT,
            "%-24s %9s  %-16s %7s %7s %7s",
            "corrected p under a law:",
            "B",
            "95 %",
            "sharper",
            "faster",
            "slower"));
    double[] sharper = correctedSharpness();
    double[] faster = correctedAcceleration();
    double[] slower = correctedSlowing();
    for (int k = 0; k < Math.min(LINES, tests.size()); k++) {
      double[] b = metrics.curves().get(k).emergence().breakthroughnessInterval(0.95);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %9.4g  %-16s %7.3g %7.3g %7.3g",
              tests.get(k).metric().name(),
              metrics.curves().get(k).scores().breakthroughness(),
              String.format(Locale.ROOT, "%.3g to %.3g", b[0], b[1]),
              sharper[k],
              faster[k],
              slower[k]));
    }
    if (tests.size() > LINES) {
      lines.add("and " + (tests.size() - LINES) + " more");
    }
    lines.add(shape());
    lines.add(resolution());
    lines.add(study.draws() + " draws under each law, seed " + study.seed());
    lines.add(words());
    return String.join("\n", lines);
  }

  /**
   * A row a metric: the columns of {@link MetricTable#table}, then exponent, spread of items,
   * dispersion of models, the corrected p of being sharper, faster and slower than a smooth law,
   * and what {@link CurveShape} says.
   */
  @Override
  public Table table() {
    return metrics
        .table()
        .setName("emergence")
        .addColumns(
            column("exponent", SmoothLawTest::exponent),
            column("exponent first", t -> t.first().value()),
            column("exponent last", t -> t.last().value()),
            column("spread of items", SmoothLawTest::spread),
            column("dispersion", SmoothLawTest::dispersion),
            DoubleColumn.create("p sharper", correctedSharpness()),
            DoubleColumn.create("p faster", correctedAcceleration()),
            DoubleColumn.create("p slower", correctedSlowing()),
            shape("p concave, F test", CurveShape::pConcave),
            shape("p break", CurveShape::pBreak),
            shape("break at", CurveShape::breakScale));
  }

  private DoubleColumn shape(String name, ToDoubleFunction<CurveShape> number) {
    return DoubleColumn.create(name, shapes.stream().mapToDouble(number).toArray());
  }

  private DoubleColumn column(String name, ToDoubleFunction<SmoothLawTest> number) {
    return DoubleColumn.create(name, tests.stream().mapToDouble(number).toArray());
  }

  /** A panel a metric: scores with their bands, and the smooth law fitted to them. */
  @Override
  public Figure chart() {
    Panel[] panels = IntStream.range(0, tests.size()).mapToObj(this::panel).toArray(Panel[]::new);
    return Figure.grid(Math.min(PANELS_A_ROW, panels.length), panels);
  }

  private Panel panel(int k) {
    var curve = metrics.curves().get(k);
    return Panel.of(curve.scaleName(), curve.metric().name())
        .logX()
        .band("95 %", curve.scales(), curve.low(), curve.high())
        .points("measured", curve.scales(), curve.values())
        .line("smooth law", curve.scales(), tests.get(k).expected());
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
