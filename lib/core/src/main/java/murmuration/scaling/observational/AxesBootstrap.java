package murmuration.scaling.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How sure the axes are: shares of the variance, and the slope of PC-1 on log10 compute that all
 * families share, over families (or models) drawn with replacement. Imputation and axes are redone
 * for each draw; a family drawn twice counts as two.
 *
 * <p>Percentile intervals. A share of variance has a bias in small samples: the median of the draws
 * lies above or below the estimate, which the table shows.
 *
 * @param byFamily whether whole families were drawn
 * @param estimates the shares of the variance, then the common slope
 * @param draws the same of each draw, B rows
 * @param redrawn draws without two different scores on some benchmark, which were drawn again
 * @param provenance where it comes from
 */
public record AxesBootstrap(
    boolean byFamily, double[] estimates, double[][] draws, int redrawn, Provenance provenance)
    implements Result {
  private static final int MOST = 1_000_000;
  private static final int ATTEMPTS = 1000;
  private static final double LEVEL = 0.95;

  /** Checks the shapes and keeps its own copies. */
  public AxesBootstrap {
    Arguments.series("estimates", estimates, 3);
    Arguments.present("draws", draws);
    Arguments.require(draws.length >= 1, "draws has no rows: expected at least one");
    for (double[] draw : draws) {
      Arguments.series("a draw", draw, 3);
      Arguments.sameLength("a draw", draw, "estimates", estimates);
    }
    Arguments.present("provenance", provenance);
    estimates = estimates.clone();
    draws = TaskScores.copy(draws);
  }

  static AxesBootstrap of(CapabilityAxes axes, boolean byFamily, int resamples, long seed) {
    Arguments.require(
        resamples >= 1 && resamples <= MOST, "resamples is %d: expected 1 to %d", resamples, MOST);
    var scores = axes.scores();
    double[][] observed = scores.scores();
    double[] compute = scores.logCompute();
    List<int[]> units = units(scores, byFamily);
    int[] again = new int[resamples];
    var draws =
        Parallel.map(
            "bootstrap of the axes",
            resamples,
            i -> {
              var random = Rng.of(seed, i);
              double[] found = null;
              while (found == null) {
                found = measured(axes, observed, compute, units, byFamily, random);
                again[i] += found == null ? 1 : 0;
                Arguments.require(
                    again[i] < ATTEMPTS, "no draw in %d has scores that differ", ATTEMPTS);
              }
              return found;
            });
    double[] estimates = Arrays.copyOf(axes.explained(), axes.explained().length + 1);
    estimates[estimates.length - 1] =
        FamilyLines.commonSlope(axes.axis(1), compute, scores.families());
    var options = new LinkedHashMap<>(axes.provenance().options());
    options.put("bootstrap", resamples + (byFamily ? " of families" : " of models"));
    return new AxesBootstrap(
        byFamily,
        estimates,
        draws.toArray(double[][]::new),
        Arrays.stream(again).sum(),
        Provenance.of(options).seed(seed).data(scores.source()));
  }

  private static List<int[]> units(BenchmarkScores scores, boolean byFamily) {
    if (!byFamily) {
      return IntStream.range(0, scores.size()).mapToObj(i -> new int[] {i}).toList();
    }
    return scores.families().stream()
        .distinct()
        .map(
            family ->
                IntStream.range(0, scores.size())
                    .filter(i -> scores.families().get(i).equals(family))
                    .toArray())
        .toList();
  }

  /** What a draw gives; null where it has a benchmark without two different scores. */
  private static double @Nullable [] measured(
      CapabilityAxes axes,
      double[][] observed,
      double[] compute,
      List<int[]> units,
      boolean byFamily,
      RandomGenerator random) {
    var families = axes.scores().families();
    var rows = IntStream.builder();
    var names = new ArrayList<String>();
    for (int u = 0; u < units.size(); u++) {
      int copy = u;
      for (int i : units.get(random.nextInt(units.size()))) {
        rows.add(i);
        names.add(byFamily ? families.get(i) + "#" + copy : families.get(i));
      }
    }
    int[] drawn = rows.build().toArray();
    double[][] sample = Arrays.stream(drawn).mapToObj(i -> observed[i]).toArray(double[][]::new);
    if (drawn.length < 3 || !varies(sample)) {
      return null;
    }
    double[][] complete = ScoreImputation.of(sample, axes.imputation().rank()).scores();
    var principal = PrincipalComponents.of(complete);
    double[] first =
        Arrays.stream(complete).mapToDouble(row -> principal.coordinates(row)[0]).toArray();
    double[] x = Arrays.stream(drawn).mapToDouble(i -> compute[i]).toArray();
    double[] shares = principal.shares();
    double[] found = Arrays.copyOf(shares, sample[0].length + 1);
    found[found.length - 1] = FamilyLines.commonSlope(first, x, names);
    return found;
  }

  private static boolean varies(double[][] sample) {
    for (int j = 0; j < sample[0].length; j++) {
      int column = j;
      var present =
          Arrays.stream(sample)
              .mapToDouble(row -> row[column])
              .filter(v -> !Double.isNaN(v))
              .summaryStatistics();
      if (!(present.getMax() > present.getMin())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The interval of the share of the variance along the first so many axes.
   *
   * @param axes 1 or more
   * @param level such as 0.95
   */
  public BootstrapInterval explainedBy(int axes, double level) {
    Arguments.require(
        axes >= 1 && axes < estimates.length,
        "axes is %d: expected 1 to %d",
        axes,
        estimates.length - 1);
    return BootstrapInterval.percentile(
        Arrays.stream(draws).mapToDouble(draw -> Arrays.stream(draw, 0, axes).sum()).toArray(),
        level);
  }

  /** The interval of the common slope; draws without one are left out. */
  public BootstrapInterval slope(double level) {
    return BootstrapInterval.percentile(
        Arrays.stream(draws)
            .mapToDouble(draw -> draw[draw.length - 1])
            .filter(v -> !Double.isNaN(v))
            .toArray(),
        level);
  }

  @Override
  public double[] estimates() {
    return estimates.clone();
  }

  @Override
  public double[][] draws() {
    return TaskScores.copy(draws);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        bootstrap of %s, %d draws%s
        PC-1 %s of the variance (95 %% %s)
        first three %s (%s)
        PC-1 for ten times the compute, common to all families: %s (%s)\
        """,
        byFamily ? "families" : "models",
        draws.length,
        redrawn == 0 ? "" : ", " + redrawn + " drawn again",
        Digits.of(estimates[0], 4),
        text(explained(1)),
        Digits.of(Arrays.stream(estimates, 0, top()).sum(), 4),
        text(explained(top())),
        Digits.of(estimates[estimates.length - 1], 4),
        text(common()));
  }

  private int top() {
    return Math.min(3, estimates.length - 1);
  }

  private double[] explained(int axes) {
    return draws.length < 2 ? none() : ends(explainedBy(axes, LEVEL));
  }

  private double[] common() {
    long present = Arrays.stream(draws).filter(d -> !Double.isNaN(d[d.length - 1])).count();
    return present < 2 ? none() : ends(slope(LEVEL));
  }

  private static double[] none() {
    return new double[] {Double.NaN, Double.NaN};
  }

  private static double[] ends(BootstrapInterval interval) {
    return new double[] {interval.low(), interval.high()};
  }

  private static String text(double[] ends) {
    return Digits.of(ends[0], 4) + " to " + Digits.of(ends[1], 4);
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("bootstrap of " + (byFamily ? "families" : "models"));
    double sum = 0;
    for (int axes = 1; axes <= top(); axes++) {
      sum += estimates[axes - 1];
      double[] ends = explained(axes);
      quantities = quantities.and("variance along the first " + axes, sum, ends[0], ends[1]);
    }
    double[] ends = common();
    return quantities
        .and("common slope of PC-1", estimates[estimates.length - 1], ends[0], ends[1])
        .table();
  }
}
