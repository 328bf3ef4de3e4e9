package murmuration.scaling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.LeastSquares;
import murmuration.math.LinearFit;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Approach 1 of Hoffmann et al. 2022: the lowest training curve at each of many computes, and a
 * line through the logarithms of the sizes that have it.
 *
 * <pre>{@code
 * var runs = SyntheticRuns.of(AdditiveLaw.HOFFMANN).noise(0).simulate(1);
 * EnvelopeFit fit = Envelope.of(TrainingCurve.ofSizes(runs, 6)).inner().seed(1).run();
 * double a = fit.parameterExponent();
 * }</pre>
 *
 * <p>The computes are not independent: as many of them as one likes share a few sizes. So the
 * interval is a bootstrap over <em>sizes</em>, not the standard error of the line. Where the lowest
 * curve is that of the smallest or of the largest size, a better one may be missing; {@link #inner}
 * leaves such computes out.
 *
 * @param curves one a model, at least 3
 * @param budgets how many computes, equally spaced in the logarithm over all curves; 1500 by
 *     default
 * @param withoutEdges whether computes won by the smallest or by the largest size are left out
 * @param flopsPerTokenParameter k in C = k N D
 * @param resamples bootstrap resamples of the curves; 500 by default
 * @param seed seed of the resamples
 */
public record Envelope(
    List<TrainingCurve> curves,
    int budgets,
    boolean withoutEdges,
    double flopsPerTokenParameter,
    int resamples,
    long seed) {
  private static final int FEWEST_CURVES = 3;
  private static final int MOST = 1_000_000;
  private static final int MOST_CELLS = 100_000_000;

  /** Checks the choices and keeps its own copy. */
  public Envelope {
    curves = Arguments.listed("curves", curves);
    Arguments.require(
        curves.size() >= FEWEST_CURVES,
        "curves has %d values: expected at least %d",
        curves.size(),
        FEWEST_CURVES);
    Arguments.require(
        budgets >= 3 && budgets <= MOST, "budgets is %d: expected 3 to %d", budgets, MOST);
    Arguments.require(
        (long) budgets * curves.size() <= MOST_CELLS,
        "%d budgets and %d curves: expected at most %d pairs",
        budgets,
        curves.size(),
        MOST_CELLS);
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    Arguments.require(
        resamples >= 0 && resamples <= MOST,
        "resamples is %d: expected 0 (no interval) to %d",
        resamples,
        MOST);
  }

  /** 1500 computes over the range of all curves, 500 resamples with seed 1, at 6 FLOP. */
  public static Envelope of(List<TrainingCurve> curves) {
    return new Envelope(curves, 1500, false, TrainingRuns.FLOPS_PER_TOKEN_PARAMETER, 500, 1);
  }

  /** The same at so many computes, 3 to 1,000,000. */
  public Envelope budgets(int count) {
    return new Envelope(curves, count, withoutEdges, flopsPerTokenParameter, resamples, seed);
  }

  /** The same without the computes that the smallest or the largest size wins. */
  public Envelope inner() {
    return new Envelope(curves, budgets, true, flopsPerTokenParameter, resamples, seed);
  }

  /** The same at another cost of one token and one parameter; 1 for {@code C = N D}. */
  public Envelope flopsPerTokenParameter(double k) {
    return new Envelope(curves, budgets, withoutEdges, k, resamples, seed);
  }

  /** The same with so many bootstrap resamples, 0 (no interval) to 1,000,000. */
  public Envelope resamples(int count) {
    return new Envelope(curves, budgets, withoutEdges, flopsPerTokenParameter, count, seed);
  }

  /** The same with another seed of the resamples. */
  public Envelope seed(long value) {
    return new Envelope(curves, budgets, withoutEdges, flopsPerTokenParameter, resamples, value);
  }

  /**
   * The envelope, its line and the resampled exponents.
   *
   * @throws IllegalArgumentException where fewer than 3 computes are left, or one size only
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public EnvelopeFit run() {
    double first = curves.stream().mapToDouble(c -> c.compute()[0]).min().orElseThrow();
    double last =
        curves.stream().mapToDouble(c -> c.compute()[c.compute().length - 1]).max().orElseThrow();
    double[] compute = LogSpaced.of(first, last, budgets);
    double[][] logLoss = new double[curves.size()][budgets];
    for (int j = 0; j < curves.size(); j++) {
      TrainingCurve curve = curves.get(j);
      Interruption.check("envelope");
      Arrays.setAll(logLoss[j], i -> curve.logLoss(compute[i]));
    }
    int[] all = IntStream.range(0, curves.size()).toArray();
    int[] won = winners(logLoss, all);
    int[] kept = IntStream.range(0, budgets).filter(i -> won[i] >= 0).toArray();
    Arguments.require(
        kept.length >= 3 && Arrays.stream(kept).map(i -> won[i]).distinct().count() > 1,
        "the envelope has %d computes and fewer than 2 sizes: expected curves that cross%s",
        kept.length,
        withoutEdges ? " (without inner, more computes count)" : "");
    double[] logC = Arrays.stream(kept).mapToDouble(i -> Math.log(compute[i])).toArray();
    double[] logN = Arrays.stream(kept).mapToDouble(i -> logSize(won[i])).toArray();
    double[] logD = new double[kept.length];
    Arrays.setAll(logD, i -> logC[i] - Math.log(flopsPerTokenParameter) - logN[i]);
    double[] draws =
        Parallel.doubles("envelope", resamples, r -> resampled(logLoss, compute, Rng.of(seed, r)));
    return new EnvelopeFit(
        this,
        Arrays.stream(kept).mapToDouble(i -> compute[i]).toArray(),
        Arrays.stream(kept).map(i -> won[i]).toArray(),
        LeastSquares.line(logC, logN),
        LeastSquares.line(logC, logD),
        draws);
  }

  private double logSize(int curve) {
    return Math.log(curves.get(curve).parameters());
  }

  /** The curve that is lowest at each compute; -1 where none counts. */
  private int[] winners(double[][] logLoss, int[] among) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int j : among) {
      smallest = Math.min(smallest, curves.get(j).parameters());
      largest = Math.max(largest, curves.get(j).parameters());
    }
    int[] won = new int[budgets];
    for (int i = 0; i < budgets; i++) {
      int best = -1;
      for (int j : among) {
        if (!Double.isNaN(logLoss[j][i]) && (best < 0 || logLoss[j][i] < logLoss[best][i])) {
          best = j;
        }
      }
      boolean edge = best >= 0 && withoutEdges && isEdge(curves.get(best), smallest, largest);
      won[i] = edge ? -1 : best;
    }
    return won;
  }

  private static boolean isEdge(TrainingCurve curve, double smallest, double largest) {
    return curve.parameters() == smallest || curve.parameters() == largest;
  }

  /** The exponent with as many curves, drawn with replacement; NaN where they leave no line. */
  private double resampled(double[][] logLoss, double[] compute, RandomGenerator random) {
    int[] drawn =
        IntStream.range(0, curves.size()).map(j -> random.nextInt(curves.size())).toArray();
    int[] won = winners(logLoss, drawn);
    double[] logC = new double[budgets];
    double[] logN = new double[budgets];
    int n = 0;
    for (int i = 0; i < budgets; i++) {
      if (won[i] >= 0) {
        logC[n] = Math.log(compute[i]);
        logN[n++] = logSize(won[i]);
      }
    }
    boolean oneSize = Arrays.stream(logN, 0, n).distinct().count() < 2;
    return n < 3 || oneSize ? Double.NaN : LinearFit.slope(logC, logN, n);
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("curves", Integer.toString(curves.size()));
    options.put("budgets", Integer.toString(budgets));
    options.put("without edges", Boolean.toString(withoutEdges));
    options.put("FLOP a token and parameter", Double.toString(flopsPerTokenParameter));
    options.put("resamples", Integer.toString(resamples));
    return Provenance.of(options).seed(seed);
  }
}
