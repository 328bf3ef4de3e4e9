package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Kendall;
import murmuration.warning.Detrend;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Window;
import tech.tablesaw.api.Table;

/**
 * Are these variables, taken together, slowing down? The study of {@link
 * murmuration.warning.EarlyWarning} for several columns at once: slide a window, measure indicators
 * of their joint behaviour, and compare the trends with those of surrogates.
 *
 * <pre>{@code
 * var signal = MultivariateWarning.of(community, "time", "spp_1", "spp_2", "spp_3")
 *     .until(190)
 *     .window(0.5)
 *     .against(MultivariateSurrogates.var1(1000).seed(1))
 *     .run();
 * signal.summary();
 * }</pre>
 *
 * <p>Defaults: no detrending, a window of half the record, all of {@link
 * MultivariateIndicators#ALL}, against 1000 VAR(1) surrogates with seed 1. The p of every indicator
 * is corrected for their number by the surrogates that they share ({@link
 * SurrogateTest#correctedRises}), so name the few you mean to look at: the best of m unlike
 * indicators needs N of at least some {@code 20 m} surrogates to stand out.
 *
 * @param series the record; where its times are not equally spaced it is interpolated when the
 *     study runs, which the result says
 * @param detrend how the slow trend is taken out of each column
 * @param window the window that slides
 * @param indicators what is measured in it
 * @param surrogates what chance alone would do
 * @param redetrended whether each surrogate is detrended again, as the record was
 */
public record MultivariateWarning(
    MultivariateSeries series,
    Detrend detrend,
    Window window,
    List<MultivariateIndicator> indicators,
    MultivariateSurrogates surrogates,
    boolean redetrended) {

  /** Checks that nothing is missing and that no indicator is named twice. */
  public MultivariateWarning {
    Arguments.present("series", series);
    Arguments.present("detrend", detrend);
    Arguments.present("window", window);
    Arguments.present("surrogates", surrogates);
    indicators = MultivariateIndicator.distinct(indicators);
  }

  /** A record with the defaults. */
  public static MultivariateWarning of(MultivariateSeries series) {
    return new MultivariateWarning(
        series,
        Detrend.none(),
        Window.fraction(0.5),
        MultivariateIndicators.ALL,
        MultivariateSurrogates.var1(1000).seed(1),
        false);
  }

  /**
   * Observations at given times.
   *
   * @param times times, length n, strictly increasing
   * @param values observations, {@code [observation][variable]}, n rows; NaN where one is missing
   */
  public static MultivariateWarning of(double[] times, double[][] values) {
    return of(MultivariateSeries.of(times, values));
  }

  /** Columns of a table; see {@link MultivariateSeries#of(Table, String, String...)}. */
  public static MultivariateWarning of(Table table, String time, String... columns) {
    return of(MultivariateSeries.of(table, time, columns));
  }

  /** The same on the part from one time (or age, the older first) to another, both included. */
  public MultivariateWarning between(double from, double to) {
    return with(series.between(from, to));
  }

  /** The same on what was observed up to the transition, included; 0 and negative times count. */
  public MultivariateWarning until(double transition) {
    return with(series.until(transition));
  }

  /** The same interpolated linearly to equal steps. */
  public MultivariateWarning every(double step) {
    return with(series.every(step));
  }

  /** The same with each column detrended. */
  public MultivariateWarning detrend(Detrend value) {
    return new MultivariateWarning(series, value, window, indicators, surrogates, redetrended);
  }

  /** The same with another window. */
  public MultivariateWarning window(Window value) {
    return new MultivariateWarning(series, detrend, value, indicators, surrogates, redetrended);
  }

  /** The same with a window of this share of the record; see {@link Window#fraction}. */
  public MultivariateWarning window(double fraction) {
    return window(Window.fraction(fraction));
  }

  /** The same with other indicators; see {@link MultivariateIndicators}. */
  public MultivariateWarning indicators(MultivariateIndicator... values) {
    return new MultivariateWarning(
        series, detrend, window, Arguments.listed("indicators", values), surrogates, redetrended);
  }

  /** The same against another null. */
  public MultivariateWarning against(MultivariateSurrogates value) {
    return new MultivariateWarning(series, detrend, window, indicators, value, redetrended);
  }

  /** The same with each surrogate detrended again before it is measured. */
  public MultivariateWarning redetrend() {
    return new MultivariateWarning(series, detrend, window, indicators, surrogates, true);
  }

  /**
   * Runs the analysis.
   *
   * @throws IllegalArgumentException where the record is too short for the window
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public MultivariateSignal run() {
    var record = series.equallySpaced();
    var residual = record.detrend(detrend);
    var rolling = MultivariateRolling.of(residual, window, indicators);
    return new MultivariateSignal(with(record), rolling, test(rolling));
  }

  /** The trends of all indicators beside those of surrogates, over the windows the record has. */
  private List<SurrogateTest> test(MultivariateRolling rolling) {
    var residual = rolling.series();
    int k = residual.width();
    double step = residual.step();
    double[][] observed = rolling.values();
    var slide = Slide.of(window, residual.size());
    UnaryOperator<double[]> prepared = UnaryOperator.identity();
    if (redetrended) {
      var plan = detrend.plan(residual.times());
      Arguments.require(
          plan.lost() == 0, "redetrend: %s loses samples; expected one that keeps all", detrend);
      prepared = flat -> Residuals.of(flat, k, plan);
    }
    UnaryOperator<double[]> prepare = prepared;
    return SurrogateTest.of(
        indicators.stream().map(indicator -> "tau " + indicator.name()).toList(),
        taus(observed),
        drawn -> {
          var matrices = new WindowMatrices(prepare.apply(drawn), k, step, slide);
          double[][] values = MultivariateIndicator.along(indicators, matrices, slide);
          for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < values[i].length; t++) {
              values[i][t] = Double.isNaN(observed[i][t]) ? Double.NaN : values[i][t];
            }
          }
          return taus(values);
        },
        surrogates.from(residual));
  }

  private static double[] taus(double[][] values) {
    return Arrays.stream(values).mapToDouble(Kendall::tau).toArray();
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("detrend", detrend.toString());
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    options.put("surrogates", surrogates.toString());
    options.put("redetrended", Boolean.toString(redetrended));
    return Provenance.of(options).seed(surrogates.seed()).data(series.source());
  }

  private MultivariateWarning with(MultivariateSeries value) {
    return new MultivariateWarning(value, detrend, window, indicators, surrogates, redetrended);
  }
}
