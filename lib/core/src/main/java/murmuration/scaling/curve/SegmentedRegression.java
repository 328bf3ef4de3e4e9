package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BrokenLine;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.math.LeastSquares;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * Does a line break? Two lines that meet at a break, fitted exactly (Hudson 1966), against one
 * line: {@code F = ((rss0 - rss1)/2)/(rss1/(n - 4))}. The break is searched for, so F is a maximum
 * over breaks and does not follow the F distribution: its p is the share of parametric draws, of
 * the line with normal noise, that break as much (sup-F; Andrews 1993 for the reason).
 *
 * <p>The break lies between the second x and the last but one: beyond them it is not identified.
 * Rows of equal x count as one point with their mean, and their spread counts as noise.
 *
 * @param x length n, in ascending order
 * @param y length n
 * @param weights length n; a whole number counts as so many equal rows
 * @param line the two lines
 * @param rssLine weighted residual sum of squares of the one line
 * @param rss that of the two lines
 * @param p share of the draws with an F at least as large, {@code (1 + k)/(1 + draws)}
 * @param draws number of draws
 * @param seed seed of the random numbers
 */
public record SegmentedRegression(
    double[] x,
    double[] y,
    double[] weights,
    BrokenLine line,
    double rssLine,
    double rss,
    double p,
    int draws,
    long seed)
    implements Charted {
  private static final int DRAWS = 999;
  private static final int MOST = 100_000;
  private static final int PARAMETERS = 4;

  /** Checks the lengths and keeps its own copies. */
  public SegmentedRegression {
    Rows.of(x, y, weights);
    Arguments.present("line", line);
    for (int i = 1; i < x.length; i++) {
      Arguments.require(x[i] >= x[i - 1], "x[%d] is %s: expected ascending values", i, x[i]);
    }
    Arguments.require(
        rss >= 0 && rss <= rssLine && Double.isFinite(rssLine),
        "rss is %s, that of the line %s: expected finite numbers, the second no smaller",
        rss,
        rssLine);
    Arguments.within("p", p, 0, 1);
    x = x.clone();
    y = y.clone();
    weights = weights.clone();
  }

  /**
   * One break, 999 draws, seed 1.
   *
   * @param x length n of at least 5, finite, with at least 5 distinct values
   * @param y length n, finite
   */
  public static SegmentedRegression of(double[] x, double[] y) {
    return of(x, y, DRAWS, 1);
  }

  /** The same with draws and a seed of one's own; see {@link #of(double[], double[])}. */
  public static SegmentedRegression of(double[] x, double[] y, int draws, long seed) {
    double[] equal = new double[Arguments.present("x", x).length];
    Arrays.fill(equal, 1);
    return of(x, y, equal, draws, seed);
  }

  /**
   * The same with weights.
   *
   * @param x length n of at least 5, finite, with at least 5 distinct values
   * @param y length n, finite
   * @param weights length n, finite, 0 or more, with a sum of at least 5
   * @param draws draws for p, 1 to 100,000
   * @param seed seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static SegmentedRegression of(
      double[] x, double[] y, double[] weights, int draws, long seed) {
    var rows = Rows.of(x, y, weights);
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    Arguments.require(
        rows.weight() >= PARAMETERS + 1,
        "needs at least %d points, got %s",
        PARAMETERS + 1,
        rows.weight());
    double[] together = rows.means(rows.y());
    BrokenLine line = rows.broken(together);
    double within = rows.within(rows.y());
    double rssLine = rows.rssLine(together) + within;
    double rss = Math.min(rssLine, line.squares() + within);
    double f = f(rows, rssLine, rss);
    double[] drawn =
        Parallel.doubles(
            "sup-F of a break",
            draws,
            i -> {
              var random = Rng.of(seed, i);
              double[] noise = rows.noise(random);
              double[] means = rows.means(noise);
              double spread = rows.within(noise);
              double one = rows.rssLine(means) + spread;
              return f(rows, one, rows.broken(means).squares() + spread);
            });
    double more = Arrays.stream(drawn).filter(v -> v >= f).count();
    return new SegmentedRegression(
        rows.x(),
        rows.y(),
        rows.weights(),
        line,
        rssLine,
        rss,
        (1 + more) / (1.0 + draws),
        draws,
        seed);
  }

  /** F, 0 where not even the one line leaves anything. */
  private static double f(Rows rows, double rssLine, double rss) {
    return rssLine <= 1e-28 * rows.size() * rows.height()
        ? 0
        : ((rssLine - rss) / 2) / (rss / (rows.weight() - PARAMETERS));
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  /** Number of rows, or the sum of their weights. */
  public double n() {
    return Arrays.stream(weights).sum();
  }

  /** The statistic; infinite where the two lines leave nothing. */
  public double f() {
    return f(Rows.of(x, y, weights), rssLine, rss);
  }

  /** Where the lines meet. */
  public double breakpoint() {
    return line.change();
  }

  /** The first line at x = 0. */
  public double intercept() {
    return line.value() - line.before() * line.change();
  }

  /** The slope after the break less the slope before it. */
  public double bend() {
    return line.after() - line.before();
  }

  /** Whether the break lies at an end of where it was searched. */
  public boolean atTheEnd() {
    double[] distinct = Arrays.stream(x).distinct().toArray();
    return line.change() <= distinct[1] || line.change() >= distinct[distinct.length - 2];
  }

  /**
   * The standard error of the break by linearisation (Muggeo 2003, Estimating regression models
   * with unknown break-points); NaN at an end of the search. It takes for granted that there is a
   * break.
   */
  public double standardError() {
    double[][] design = new double[x.length][];
    double[] residual = new double[x.length];
    double[] fitted = line.at(x);
    for (int i = 0; i < x.length; i++) {
      double beyond = x[i] > line.change() ? 1 : 0;
      design[i] =
          new double[] {1, x[i] - line.change(), beyond * (x[i] - line.change()), -bend() * beyond};
      residual[i] = y[i] - fitted[i];
    }
    double df = n() - PARAMETERS;
    return atTheEnd()
        ? Double.NaN
        : LeastSquares.ifDetermined(design, residual, weights)
            .map(fit -> Math.sqrt(fit.covariance()[3][3] * fit.df() / df))
            .orElse(Double.NaN);
  }

  /** The Wald interval of the break, low and high, by Student's t with n - 4 degrees. */
  public double[] interval(double level) {
    double half = Rows.quantile(level, n() - PARAMETERS) * standardError();
    return new double[] {line.change() - half, line.change() + half};
  }

  /** BIC of the one line, {@code n ln(rss/n) + 2 ln n}: without the variance as a parameter. */
  public double bicLine() {
    return InformationCriteria.of(rssLine, n(), 1).bic();
  }

  /** BIC of the two lines, {@code n ln(rss/n) + 4 ln n}. */
  public double bic() {
    return InformationCriteria.of(rss, n(), 3).bic();
  }

  /**
   * Davies' approximation of p (Davies 1987, Biometrika 74:33), two-sided, from t statistics of a
   * bend at 10 places, each taken to its normal score. An upper bound for small p, not a
   * probability far out in the tail; {@link #p} is the test.
   */
  public double daviesP() {
    return Davies.p(Rows.of(x, y, weights));
  }

  @Override
  public String summary() {
    double[] interval = interval(0.95);
    return String.format(
        Locale.ROOT,
        """
        One line or two, n = %s
        break at %s (95 %% %s to %s)%s
        slope %s before, %s after
        sup-F %s, p %s (%d draws, seed %d); Davies p about %s
        BIC %s with a break, %s without\
        """,
        Digits.of(n(), 4),
        Digits.of(breakpoint(), 4),
        Digits.of(interval[0], 4),
        Digits.of(interval[1], 4),
        atTheEnd() ? ", at the end of the search: not identified" : "",
        Digits.of(line.before(), 4),
        Digits.of(line.after(), 4),
        Digits.of(f(), 4),
        Digits.of(p, 4),
        draws,
        seed,
        Digits.of(daviesP(), 4),
        Digits.of(bic(), 4),
        Digits.of(bicLine(), 4));
  }

  @Override
  public Table table() {
    double[] interval = interval(0.95);
    return Quantities.of("segmented regression")
        .and("break", breakpoint(), interval[0], interval[1])
        .and("slope before", line.before())
        .and("slope after", line.after())
        .and("sup-F", f())
        .and("p", p)
        .and("Davies p", daviesP())
        .and("BIC with a break", bic())
        .and("BIC without", bicLine())
        .table();
  }

  /** The points, the two lines, and where they meet. */
  @Override
  public Figure chart() {
    double[] ends = {x[0], line.change(), x[x.length - 1]};
    return Figure.of(
        Panel.of("x", "y")
            .points("points", x, y)
            .line("two lines", ends, line.at(ends))
            .vertical(line.change()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("draws", Integer.toString(draws));
    return Provenance.of(options).seed(seed);
  }
}
