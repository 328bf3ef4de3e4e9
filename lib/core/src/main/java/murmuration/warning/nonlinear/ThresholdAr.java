package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import tech.tablesaw.api.Table;

/**
 * Two autoregressions with a threshold between them (Tong 1983; as an early warning, Ives and Dakos
 * 2012, Detecting dynamical changes in nonlinear time series using locally linear state-space
 * models, who add measurement error): {@code x_t = a_0 + a_1 x_(t-1) + .. + a_p x_(t-p) + e_t},
 * with one set of coefficients where {@code x_(t-d) <= c}, another where it is above.
 *
 * <p>The threshold c is that of least squares among the values of the record that leave a share of
 * the samples on either side. {@code LR = n ln(S_AR / S_threshold)} compares it with one AR(p),
 * errors normal of one variance. The threshold has been searched for, so that LR is far from a
 * chi-square: {@link #test} gives its p by a bootstrap.
 *
 * @param series the record
 * @param options the choices that were made
 * @param threshold c, in the unit of the record
 * @param low lower end of the 95 % interval of c: thresholds with {@code n (S(c) - S)/S <= 7.35}
 *     (Hansen 2000, Sample splitting and threshold estimation)
 * @param high upper end of it
 * @param below the regime at and below the threshold
 * @param above the regime above it
 * @param likelihoodRatio LR, 0 or more
 * @param candidates thresholds that were tried, ascending
 * @param profile {@code n (S(c) - S)/S} at each candidate
 */
public record ThresholdAr(
    TimeSeries series,
    Options options,
    double threshold,
    double low,
    double high,
    Regime below,
    Regime above,
    double likelihoodRatio,
    double[] candidates,
    double[] profile)
    implements Charted {
  private static final double CRITICAL = 7.352277;
  private static final int HIGHEST_ORDER = 20;
  private static final int HIGHEST_DELAY = 1000;

  /**
   * The choices.
   *
   * @param order p, 1 to 20
   * @param delay d, 1 to 1000
   * @param trim least share of the samples in a regime, 0.01 to 0.45
   */
  public record Options(int order, int delay, double trim) {
    /** Checks the ranges. */
    public Options {
      Arguments.require(
          order >= 1 && order <= HIGHEST_ORDER,
          "order is %d: expected 1 to %d",
          order,
          HIGHEST_ORDER);
      Arguments.require(
          delay >= 1 && delay <= HIGHEST_DELAY,
          "delay is %d: expected 1 to %d",
          delay,
          HIGHEST_DELAY);
      Arguments.within("trim", trim, 0.01, 0.45);
    }

    /** Order 1, delay 1, at least 15 % of the samples in a regime. */
    public static Options defaults() {
      return new Options(1, 1, 0.15);
    }

    /** The same with another order. */
    public Options order(int value) {
      return new Options(value, delay, trim);
    }

    /** The same with another delay. */
    public Options delay(int value) {
      return new Options(order, value, trim);
    }

    /** The same with another least share of a regime. */
    public Options trim(double value) {
      return new Options(order, delay, value);
    }

    int least() {
      return Math.max(order, delay) + 4 * (order + 2);
    }
  }

  /**
   * One regime.
   *
   * @param coefficients {@code a_0 .. a_p}, a_0 in the unit of the record
   * @param errors their standard errors, given the threshold
   * @param sd of the residuals, in the unit of the record
   * @param n samples in it
   */
  public record Regime(double[] coefficients, double[] errors, double sd, int n) {
    /** Checks the lengths and keeps its own copies. */
    public Regime {
      Arguments.sameLength("coefficients", coefficients, "errors", errors);
      Arguments.require(coefficients.length >= 2, "coefficients: expected a_0 and at least a_1");
      coefficients = coefficients.clone();
      errors = errors.clone();
    }

    @Override
    public double[] coefficients() {
      return coefficients.clone();
    }

    @Override
    public double[] errors() {
      return errors.clone();
    }

    /** Largest modulus of the roots: 1 is the edge of stability. */
    public double largestRoot() {
      return AutoregressiveFit.largestRoot(
          Arrays.copyOfRange(coefficients, 1, coefficients.length));
    }

    /**
     * The state it returns to, {@code a_0 / (1 - sum a_k)}; infinite or NaN where there is none.
     */
    public double level() {
      return coefficients[0] / (1 - Arrays.stream(coefficients).skip(1).sum());
    }

    /** Coefficients of the standardised record, taken back to its own unit and level. */
    private static Regime of(NormalEquations equations, double mean, double sd) {
      double[] b = equations.solve();
      Arguments.require(
          b.length > 0, "series has a regime whose values depend on one another exactly");
      double[] level = new double[b.length];
      Arrays.fill(level, -mean);
      level[0] = sd;
      double[] errors = new double[b.length];
      errors[0] = equations.error(level);
      for (int k = 1; k < b.length; k++) {
        double[] one = new double[b.length];
        one[k] = 1;
        errors[k] = equations.error(one);
      }
      b[0] = b[0] * sd + mean * (1 - Arrays.stream(b).skip(1).sum());
      return new Regime(b, errors, sd * Math.sqrt(equations.variance()), equations.n());
    }
  }

  /** Refuses null and keeps its own copies. */
  public ThresholdAr {
    Arguments.present("series", series);
    Arguments.present("options", options);
    Arguments.present("below", below);
    Arguments.present("above", above);
    Arguments.sameLength("candidates", candidates, "profile", profile);
    candidates = candidates.clone();
    profile = profile.clone();
  }

  /** The model of a record with {@link Options#defaults}. */
  public static ThresholdAr fit(TimeSeries series) {
    return fit(series, Options.defaults());
  }

  /**
   * The model of a record.
   *
   * @param series at equal steps, without missing values, not constant; long enough for both
   *     regimes
   * @param options the choices
   * @throws IllegalArgumentException where no threshold leaves two regimes that can be fitted
   */
  public static ThresholdAr fit(TimeSeries series, Options options) {
    Arguments.present("options", options);
    var sample = Standardised.ofEqualSteps(series, options.least());
    double[] z = sample.z();
    var search = ThresholdSearch.of(z, options);
    int best = search.best();
    Arguments.require(
        best >= 0,
        "series of %d samples has no threshold that leaves two regimes: expected more values that"
            + " differ",
        z.length);
    double c = search.thresholds()[best];
    var lower = new NormalEquations(options.order() + 1);
    var upper = new NormalEquations(options.order() + 1);
    for (int t = Math.max(options.order(), options.delay()); t < z.length; t++) {
      var regime = z[t - options.delay()] <= c ? lower : upper;
      regime.add(ThresholdSearch.terms(z, t, options.order()), z[t]);
    }
    double least = search.squares()[best];
    double[] profile =
        Arrays.stream(search.squares()).map(s -> search.n() * (s - least) / least).toArray();
    double[] candidates =
        Arrays.stream(search.thresholds()).map(v -> sample.mean() + sample.sd() * v).toArray();
    double[] inside =
        IntStream.range(0, profile.length)
            .filter(j -> j == best || profile[j] <= CRITICAL)
            .mapToDouble(j -> candidates[j])
            .toArray();
    return new ThresholdAr(
        series,
        options,
        candidates[best],
        inside[0],
        inside[inside.length - 1],
        Regime.of(lower, sample.mean(), sample.sd()),
        Regime.of(upper, sample.mean(), sample.sd()),
        search.likelihoodRatio(),
        candidates,
        profile);
  }

  /**
   * Is the threshold more than chance? LR of the record beside that of series of the AR(p) fitted
   * to it, their shocks drawn from its residuals, the threshold searched for in each.
   *
   * @param series as for {@link #fit(TimeSeries, Options)}
   * @param options the choices
   * @param replicates series to draw, 1 to a million
   * @param seed seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static SurrogateTest test(TimeSeries series, Options options, int replicates, long seed) {
    var found = fit(series, options);
    Arguments.require(
        replicates >= 1 && replicates <= 1_000_000,
        "replicates is %d: expected 1 to 1000000",
        replicates);
    double[] z = Standardised.ofEqualSteps(series, 2).z();
    int first = Math.max(options.order(), options.delay());
    var linear = new NormalEquations(options.order() + 1);
    for (int t = first; t < z.length; t++) {
      linear.add(ThresholdSearch.terms(z, t, options.order()), z[t]);
    }
    double[] b = linear.solve();
    Arguments.require(
        b.length > 0, "series depends on its own past exactly: expected values with noise");
    var source = new Surrogates.Source(new AutoregressiveBootstrap(z, b, first), replicates, seed);
    return SurrogateTest.of(
            List.of("likelihood ratio of a threshold"),
            new double[] {found.likelihoodRatio},
            x -> new double[] {ThresholdSearch.of(x, options).likelihoodRatio()},
            source)
        .getFirst();
  }

  @Override
  public double[] candidates() {
    return candidates.clone();
  }

  @Override
  public double[] profile() {
    return profile.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Threshold AR(%d) of %s
        threshold of x(t-%d): %s (95 %% %s to %s)
        %s
        %s
        likelihood ratio against one AR(%d): %s (p by a bootstrap: test)\
        """,
        options.order(),
        series,
        options.delay(),
        Digits.of(threshold, 4),
        Digits.of(low, 4),
        Digits.of(high, 4),
        line("below", below),
        line("above", above),
        options.order(),
        Digits.of(likelihoodRatio, 4));
  }

  private static String line(String name, Regime regime) {
    return String.format(
        Locale.ROOT,
        "%s: n = %d, largest root %s, returns to %s, residual sd %s",
        name,
        regime.n,
        Digits.of(regime.largestRoot(), 4),
        Digits.of(regime.level(), 4),
        Digits.of(regime.sd, 4));
  }

  /** The threshold and the coefficients of both regimes, with 95 % intervals. */
  @Override
  public Table table() {
    var rows = Quantities.of("threshold AR").and("threshold", threshold, low, high);
    rows = rows(rows, "below", below);
    rows = rows(rows, "above", above);
    return rows.and("likelihood ratio", likelihoodRatio).table();
  }

  private static Quantities rows(Quantities rows, String name, Regime regime) {
    for (int k = 0; k < regime.coefficients.length; k++) {
      double a = regime.coefficients[k];
      double half = 1.959963984540054 * regime.errors[k];
      rows = rows.and("a_" + k + " " + name, a, a - half, a + half);
    }
    return rows.and("largest root " + name, regime.largestRoot()).and("n " + name, regime.n);
  }

  /** The record with its threshold, and how much worse other thresholds are. */
  @Override
  public Figure chart() {
    return Figure.grid(
        1,
        Panel.over(series, series.name())
            .line("record", series.times(), series.values())
            .horizontal(threshold),
        Panel.of("Threshold c", "n (S(c) − S) / S")
            .line("profile", candidates, profile)
            .horizontal(CRITICAL)
            .vertical(threshold));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("series", series.toString());
    choices.put("options", options.toString());
    return Provenance.of(choices).data(series.source());
  }
}
