package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Histogram;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The laws of resamples, and the intervals that follow.
 *
 * @param fit the fit of all runs
 * @param resampling what was drawn
 * @param vectors the law of each resample: ln A, ln B, ln E, alpha, beta; B by 5
 * @param objectives the objective of each on its own resample
 * @param converged how many fits had stopped falling; the others are kept
 * @param jackknife the law without each run (or size) in turn
 * @param seed seed of the random numbers; null where the caller drew
 */
public record LawDraws(
    ScalingFit fit,
    Resampling resampling,
    double[][] vectors,
    double[] objectives,
    int converged,
    double[][] jackknife,
    @Nullable Long seed)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int BINS = 40;

  /** Share of the draws that a histogram leaves out on either side. */
  private static final double SHOWN = 0.002;

  private static final int K = LawParameter.COUNT;

  /** Checks the shapes and keeps its own copies. */
  public LawDraws {
    Arguments.present("fit", fit);
    Arguments.present("resampling", resampling);
    vectors = checked("vectors", vectors);
    jackknife = checked("jackknife", jackknife);
    Arguments.series("objectives", objectives, 2);
    Arguments.require(
        objectives.length == vectors.length,
        "objectives has %d values: expected one a resample, %d",
        objectives.length,
        vectors.length);
    Arguments.require(
        converged >= 0 && converged <= vectors.length,
        "converged is %d: expected 0 to %d",
        converged,
        vectors.length);
    objectives = objectives.clone();
  }

  private static double[][] checked(String name, double[][] vectors) {
    Arguments.present(name, vectors);
    Arguments.require(
        vectors.length >= 2, "%s has %d rows: expected at least 2", name, vectors.length);
    for (int b = 0; b < vectors.length; b++) {
      AdditiveLaw.of(Arguments.present("a row of " + name, vectors[b]));
    }
    return Covariances.copy(vectors);
  }

  /** How many resamples there are. */
  public int count() {
    return vectors.length;
  }

  /** The laws, in the order of the draws. */
  public List<AdditiveLaw> laws() {
    return Stream.of(vectors).map(AdditiveLaw::of).toList();
  }

  /** A parameter of each resample: A, B and E themselves. */
  public double[] values(LawParameter parameter) {
    int j = Arguments.present("parameter", parameter).index();
    return Stream.of(vectors).mapToDouble(v -> parameter.natural(v[j])).toArray();
  }

  /** The standard deviation of a parameter over the resamples, by B - 1: A, B and E themselves. */
  public double standardError(LawParameter parameter) {
    return Math.sqrt(new Covariance().covariance(values(parameter), values(parameter)));
  }

  /** The covariance of (ln A, ln B, ln E, alpha, beta) over the resamples, by B - 1. */
  public double[][] covariance() {
    double[][] covariance = new double[K][K];
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        covariance[i][j] = new Covariance().covariance(column(i), column(j));
      }
    }
    return covariance;
  }

  private double[] column(int j) {
    return Stream.of(vectors).mapToDouble(v -> v[j]).toArray();
  }

  /** Percentile intervals. */
  public LawIntervals percentile(double level) {
    return intervals("percentile", level, q -> BootstrapInterval.percentile(q.draws(), level));
  }

  /** Bias-corrected and accelerated intervals (Efron 1987). */
  public LawIntervals bca(double level) {
    return intervals(
        "BCa", level, q -> BootstrapInterval.bca(q.value(), q.draws(), q.jackknife(), level));
  }

  private record Drawn(double value, double[] draws, double[] jackknife) {}

  private interface Method {
    BootstrapInterval of(Drawn drawn);
  }

  private LawIntervals intervals(String name, double level, Method method) {
    LawIntervals.level(level);
    List<Quantities.Row> rows = new ArrayList<>();
    for (LawParameter p : LawParameter.values()) {
      double[] left = Stream.of(jackknife).mapToDouble(v -> p.natural(v[p.index()])).toArray();
      rows.add(row(p.symbol(), new Drawn(p.of(fit.law()), values(p), left), method));
    }
    return new LawIntervals(name, level, rows, provenance());
  }

  private static Quantities.Row row(String name, Drawn drawn, Method method) {
    if (Arrays.stream(drawn.draws).allMatch(v -> v == drawn.value)
        || Math.min(drawn.draws.length, drawn.jackknife.length) < 2) {
      return new Quantities.Row(name, drawn.value, Double.NaN, Double.NaN);
    }
    BootstrapInterval interval = method.of(drawn);
    return new Quantities.Row(name, drawn.value, interval.low(), interval.high());
  }

  /** A derived quantity with its percentile interval; laws that have none are left out. */
  public Quantities.Row derived(DerivedQuantity quantity, double level) {
    return derived(quantity, q -> BootstrapInterval.percentile(q.draws(), level));
  }

  /** A derived quantity with its bias-corrected and accelerated interval. */
  public Quantities.Row derivedBca(DerivedQuantity quantity, double level) {
    return derived(
        quantity, q -> BootstrapInterval.bca(q.value(), q.draws(), q.jackknife(), level));
  }

  private Quantities.Row derived(DerivedQuantity quantity, Method method) {
    Arguments.present("quantity", quantity);
    return row(
        quantity.name(),
        new Drawn(
            quantity.value(fit.law()), present(quantity, vectors), present(quantity, jackknife)),
        method);
  }

  private static double[] present(DerivedQuantity quantity, double[][] laws) {
    return Stream.of(laws)
        .mapToDouble(v -> quantity.value(AdditiveLaw.of(v)))
        .filter(Double::isFinite)
        .toArray();
  }

  /** A derived quantity of each resample; NaN where its law has none. */
  public double[] derivedValues(DerivedQuantity quantity) {
    Arguments.present("quantity", quantity);
    return Stream.of(vectors).mapToDouble(v -> quantity.value(AdditiveLaw.of(v))).toArray();
  }

  /** The compute-optimal frontier with the draws, for bands. */
  public Frontier frontier() {
    return fit.frontier().draws(laws());
  }

  /** Could the runs come from this law? By the covariance of the resamples; see {@link LawTest}. */
  public LawTest test(AdditiveLaw published) {
    return LawTest.wald(fit.law(), covariance(), published);
  }

  /** Wald, profile (of least squares), percentile and BCa intervals side by side, 95 %. */
  public IntervalComparison comparison() {
    List<LawIntervals> kinds = new ArrayList<>();
    kinds.add(fit.wald(LEVEL));
    if (fit.study().loss().isSquares() && fit.status() == FitStatus.OK) {
      kinds.add(fit.profile(LEVEL));
    }
    kinds.add(percentile(LEVEL));
    kinds.add(bca(LEVEL));
    return new IntervalComparison(kinds);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s%n%d resamples of %s%s, %d of them converged%n%s",
        fit.study().loss(),
        count(),
        resampling.words(),
        seed == null ? "" : ", seed " + seed,
        converged,
        comparison().summary());
  }

  /** One row a kind and parameter, as {@link IntervalComparison#table}. */
  @Override
  public Table table() {
    return comparison().table();
  }

  /** One row a resample: A, B, E, alpha, beta, objective. */
  public Table drawTable() {
    Table table = Table.create("draws of a scaling law");
    for (LawParameter p : LawParameter.values()) {
      table.addColumns(DoubleColumn.create(p.symbol(), values(p)));
    }
    return table.addColumns(DoubleColumn.create("objective", objectives));
  }

  /** How alpha, beta and the exponent of the best N spread, with the estimates of all runs. */
  @Override
  public Figure chart() {
    return Figure.grid(
        3,
        panel("alpha", values(LawParameter.ALPHA), fit.law().alpha()),
        panel("beta", values(LawParameter.BETA), fit.law().beta()),
        panel(
            "exponent of N",
            derivedValues(DerivedQuantity.parameterExponent()),
            DerivedQuantity.parameterExponent().value(fit.law())));
  }

  private static Panel panel(String name, double[] values, double estimate) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int n = sorted.length;
    double low = Quantile.ofSorted(sorted, n, SHOWN);
    double high = Quantile.ofSorted(sorted, n, 1 - SHOWN);
    Panel panel = Panel.of(name, "Resamples").vertical(estimate);
    if (!(low < high)) {
      return panel;
    }
    double[] inside = Arrays.stream(sorted).filter(v -> v >= low && v <= high).toArray();
    var histogram = Histogram.of(inside, low, high, BINS);
    return panel.bars(name, histogram.centres(), histogram.heights());
  }

  @Override
  public double[][] vectors() {
    return Covariances.copy(vectors);
  }

  @Override
  public double[] objectives() {
    return objectives.clone();
  }

  @Override
  public double[][] jackknife() {
    return Covariances.copy(jackknife);
  }

  @Override
  public Provenance provenance() {
    Provenance provenance = fit.provenance();
    return seed == null ? provenance : provenance.seed(seed);
  }
}
