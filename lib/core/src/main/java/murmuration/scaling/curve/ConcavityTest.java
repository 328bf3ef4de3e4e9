package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.Table;

/**
 * Is a curve concave in the logarithm of scale? {@code F = q0 + q1 z + q2 z^2} by least squares, z
 * = ln N less its mean. For {@code F = ln(-ln PU)} a line is a scaling law, a convex curve lags
 * behind it, and a concave one is accelerated emergence (Hu et al. 2024, Definition 1).
 *
 * @param scale N at each point, length m
 * @param f F at each point, length m
 * @param fit the parabola: constant, slope and quadratic term
 * @param statistic the F statistic of q2 with 1 and m - 3 degrees of freedom
 * @param p its two-sided p
 * @param pConcave the one-sided p for q2 below 0
 * @param draws q2 of resamples, as of items; empty without
 * @param seed seed of the resamples
 */
public record ConcavityTest(
    double[] scale,
    double[] f,
    LeastSquares fit,
    double statistic,
    double p,
    double pConcave,
    double[] draws,
    long seed)
    implements Charted {
  private static final int FEWEST = 4;
  private static final int MOST = 100_000;

  /** Checks the lengths and keeps its own copies. */
  public ConcavityTest {
    Arguments.finite("scale", scale, FEWEST);
    Arguments.sameLength("scale", scale, "f", f);
    Arguments.require(
        Arguments.present("fit", fit).coefficients().length == 3,
        "fit has %d coefficients: expected 3",
        fit.coefficients().length);
    Arguments.present("draws", draws);
    for (double n : scale) {
      Arguments.positive("a value of scale", n);
    }
    scale = scale.clone();
    f = f.clone();
    draws = draws.clone();
  }

  /**
   * Tests.
   *
   * @param scale N, length m of at least 4, above 0, at least 3 of them distinct
   * @param f F at each N, length m, finite
   */
  public static ConcavityTest of(double[] scale, double[] f) {
    LeastSquares fit = parabola(scale, f);
    double t = fit.coefficients()[2] / fit.standardError(2);
    double statistic = t * t;
    boolean exact = Double.isNaN(t) || Double.isInfinite(t);
    double df = fit.df();
    return new ConcavityTest(
        scale,
        f,
        fit,
        exact ? Double.NaN : statistic,
        exact ? Double.NaN : 1 - new FDistribution(null, 1, df).cumulativeProbability(statistic),
        exact ? Double.NaN : new TDistribution(null, df).cumulativeProbability(t),
        new double[0],
        0);
  }

  private static LeastSquares parabola(double[] scale, double[] f) {
    Arguments.finite("scale", scale, FEWEST);
    Arguments.finite("f", f, FEWEST);
    double[] z =
        Arrays.stream(scale)
            .map(n -> Math.log(Arguments.positive("a value of scale", n)))
            .toArray();
    return LeastSquares.polynomial(z, f, 2, Arrays.stream(z).average().orElseThrow());
  }

  /**
   * The same with q2 of resamples, for the error that comes from the items of a test and not from
   * the points of the curve.
   *
   * @param redraw F at each N from resampled items, length m; called from several threads
   * @param count resamples, 1 to 100,000
   * @param seedOfDraws seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ConcavityTest resampled(
      Function<RandomGenerator, double[]> redraw, int count, long seedOfDraws) {
    Arguments.present("redraw", redraw);
    Arguments.require(count >= 1 && count <= MOST, "count is %d: expected 1 to %d", count, MOST);
    double[] drawn =
        Parallel.doubles(
            "resampled items",
            count,
            i -> parabola(scale, redraw.apply(Rng.of(seedOfDraws, i))).coefficients()[2]);
    return new ConcavityTest(scale, f, fit, statistic, p, pConcave, drawn, seedOfDraws);
  }

  @Override
  public double[] scale() {
    return scale.clone();
  }

  @Override
  public double[] f() {
    return f.clone();
  }

  @Override
  public double[] draws() {
    return draws.clone();
  }

  /** q1, the slope at the mean of ln N. */
  public double slope() {
    return fit.coefficients()[1];
  }

  /** q2: below 0 for concave. */
  public double curvature() {
    return fit.coefficients()[2];
  }

  /** The share of resamples that are not concave, {@code (1 + k)/(1 + draws)}; NaN without. */
  public double bootstrapP() {
    double not = Arrays.stream(draws).filter(q -> q >= 0).count();
    return draws.length == 0 ? Double.NaN : (1 + not) / (1.0 + draws.length);
  }

  /** What the curve is, in words, at the 5 % level. */
  public String words() {
    if (!(p < 0.05)) {
      return "no curvature beyond chance: a scaling law will do";
    }
    return curvature() < 0
        ? "concave: grows faster than a scaling law"
        : "convex: grows more slowly than a scaling law, no emergence";
  }

  @Override
  public String summary() {
    double[] interval = fit.interval(2, 0.95);
    return String.format(
        Locale.ROOT,
        """
        Curvature of F in ln N, m = %d
        slope %s, quadratic term %s (95 %% %s to %s)
        F(1, %d) = %s, p = %s; one-sided p for concave %s%s
        %s\
        """,
        scale.length,
        Digits.of(slope(), 4),
        Digits.of(curvature(), 4),
        Digits.of(interval[0], 4),
        Digits.of(interval[1], 4),
        fit.df(),
        Digits.of(statistic, 4),
        Digits.of(p, 4),
        Digits.of(pConcave, 4),
        draws.length == 0
            ? ""
            : "; resampled items " + Digits.of(bootstrapP(), 4) + " (" + draws.length + " draws)",
        words());
  }

  @Override
  public Table table() {
    double[] slope = fit.interval(1, 0.95);
    double[] interval = fit.interval(2, 0.95);
    return Quantities.of("curvature in ln N")
        .and("slope", slope(), slope[0], slope[1])
        .and("quadratic term", curvature(), interval[0], interval[1])
        .and("F", statistic)
        .and("p", p)
        .and("p, concave", pConcave)
        .and("p, concave, resampled items", bootstrapP())
        .table();
  }

  /** The points with the line and the parabola. */
  @Override
  public Figure chart() {
    double[] z = Arrays.stream(scale).map(Math::log).toArray();
    double mean = Arrays.stream(z).average().orElseThrow();
    var line = LeastSquares.polynomial(z, f, 1, mean);
    double low = Arrays.stream(z).min().orElseThrow();
    double high = Arrays.stream(z).max().orElseThrow();
    double[] grid = new double[60];
    Arrays.setAll(grid, i -> low + (high - low) * i / 59);
    double[] n = Arrays.stream(grid).map(Math::exp).toArray();
    return Figure.of(
        Panel.of("N", "F")
            .logX()
            .points("points", scale, f)
            .line("line", n, Arrays.stream(grid).map(u -> line.at(1, u - mean)).toArray())
            .line(
                "parabola",
                n,
                Arrays.stream(grid)
                    .map(u -> fit.at(1, u - mean, (u - mean) * (u - mean)))
                    .toArray()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("points", Integer.toString(scale.length));
    options.put("resamples", Integer.toString(draws.length));
    return draws.length == 0 ? Provenance.of(options) : Provenance.of(options).seed(seed);
  }
}
