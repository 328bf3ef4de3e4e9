package murmuration.warning.nonlinear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Normal;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;

/**
 * Does the size of one shock tell the size of the next? Near a fold the variance depends on the
 * state, so that squared residuals of an autoregression become autocorrelated: conditional
 * heteroskedasticity (Seekell et al. 2011, Conditional heteroscedasticity as a leading indicator of
 * ecological regime shifts; Engle 1982).
 *
 * <pre>{@code
 * var signal = ConditionalHeteroskedasticity.of(Datasets.series("lr04"))
 *     .window(0.25)
 *     .order(4)
 *     .against(Surrogates.ar1(200).seed(1))
 *     .run();
 * }</pre>
 *
 * <p>In each window an AR(p) with an intercept is fitted by least squares; with its residuals e,
 * {@code R^2} of the regression of {@code e_i^2} on {@code e_(i-1)^2} is compared with {@code
 * chi2_(1-alpha)(1) / (l-1)}, l the number of residuals. The test of one window is nominal: windows
 * overlap, so the result also says what share of windows is significant in surrogates without any
 * conditional heteroskedasticity.
 *
 * @param series the record, at equal steps; NaN where missing
 * @param window the window that slides
 * @param order p, 0 to 50, or {@link #BY_AIC}
 * @param alpha level of the test in a window, above 0 and below 1
 * @param surrogates what chance alone would do
 */
public record ConditionalHeteroskedasticity(
    TimeSeries series, Window window, int order, double alpha, Surrogates surrogates) {
  /**
   * The order of least {@code w ln(mean e^2) + 2 (p+1)} in each window, from 0 to {@code floor(10
   * log10 w)} and at most {@code (w-4)/2}.
   */
  public static final int BY_AIC = -1;

  static final int HIGHEST_ORDER = 50;
  private static final String SHARE = "share of significant windows";

  /** Checks the ranges. */
  public ConditionalHeteroskedasticity {
    Arguments.present("series", series);
    Arguments.present("window", window);
    Arguments.present("surrogates", surrogates);
    Arguments.require(
        order >= BY_AIC && order <= HIGHEST_ORDER,
        "order is %d: expected 0 to %d, or -1 for the choice by AIC",
        order,
        HIGHEST_ORDER);
    Arguments.require(alpha > 0 && alpha < 1, "alpha is %s: expected above 0, below 1", alpha);
  }

  /**
   * A record with the defaults: a window of a tenth of it (at least 20 samples), order 4, alpha
   * 0.1, against 200 AR(1) surrogates with seed 1.
   */
  public static ConditionalHeteroskedasticity of(TimeSeries series) {
    int n = Arguments.present("series", series).size();
    return new ConditionalHeteroskedasticity(
        series,
        n >= 200 ? Window.fraction(0.1) : Window.points(20),
        4,
        0.1,
        Surrogates.ar1(200).seed(1));
  }

  /**
   * Observations at equal steps, oldest first.
   *
   * @param values observations, length n; NaN where one is missing
   */
  public static ConditionalHeteroskedasticity of(double[] values) {
    return of(TimeSeries.of(values));
  }

  /** The same with another window. */
  public ConditionalHeteroskedasticity window(Window value) {
    return new ConditionalHeteroskedasticity(series, value, order, alpha, surrogates);
  }

  /** The same with a window of this share of the record; see {@link Window#fraction}. */
  public ConditionalHeteroskedasticity window(double fraction) {
    return window(Window.fraction(fraction));
  }

  /** The same with an autoregression of this order in every window. */
  public ConditionalHeteroskedasticity order(int value) {
    return new ConditionalHeteroskedasticity(series, window, value, alpha, surrogates);
  }

  /** The same with the order chosen in each window; see {@link #BY_AIC}. */
  public ConditionalHeteroskedasticity orderByAic() {
    return order(BY_AIC);
  }

  /** The same at another level of the test in a window. */
  public ConditionalHeteroskedasticity alpha(double value) {
    return new ConditionalHeteroskedasticity(series, window, order, value, surrogates);
  }

  /** The same against another null. */
  public ConditionalHeteroskedasticity against(Surrogates value) {
    return new ConditionalHeteroskedasticity(series, window, order, alpha, value);
  }

  /**
   * Measures every window of the record and of its surrogates.
   *
   * @throws IllegalArgumentException where the window has fewer than {@code 2 order + 4} samples,
   *     and where the record is constant or has missing values and so no surrogates
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public HeteroskedasticWindows run() {
    double[] x = series.values();
    int w = window.length(x.length);
    int least = ArchRegression.least(Math.max(0, order));
    Arguments.require(
        w >= least, "window %d is too short for order %d: expected at least %d", w, order, least);
    var source = surrogates.from(x);
    Fits<ArchRegression> fits = along(x);
    double chi2 = chi2();
    SurrogateTest test =
        SurrogateTest.of(
                List.of(SHARE),
                new double[] {share(fits)},
                s -> new double[] {share(along(s))},
                source)
            .getFirst();
    return new HeteroskedasticWindows(
        this,
        fits.spread(ArchRegression::rSquared),
        fits.spread(fit -> fit.critical(chi2)),
        fits.spread(ArchRegression::order),
        test);
  }

  private Fits<ArchRegression> along(double[] x) {
    Function<double[], ArchRegression> fit =
        order == BY_AIC ? ArchRegression::byAic : w -> ArchRegression.ofOrder(w, order);
    return Fits.along(x, window, fit);
  }

  private double share(Fits<ArchRegression> fits) {
    double chi2 = chi2();
    long defined = fits.stream().filter(fit -> !Double.isNaN(fit.rSquared())).count();
    long significant = fits.stream().filter(fit -> fit.rSquared() > fit.critical(chi2)).count();
    return defined == 0 ? Double.NaN : (double) significant / defined;
  }

  private double chi2() {
    return Math.pow(Normal.quantile(1 - alpha / 2), 2);
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("window", window.toString());
    options.put("order", order == BY_AIC ? "by AIC" : Integer.toString(order));
    options.put("alpha", Double.toString(alpha));
    options.put("surrogates", surrogates.toString());
    return Provenance.of(options).seed(surrogates.seed()).data(series.source());
  }
}
