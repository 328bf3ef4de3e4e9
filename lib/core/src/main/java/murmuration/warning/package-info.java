/**
 * Early-warning signals: is a record slowing down before a transition, and how often by chance?
 *
 * <pre>{@code
 * Signal signal =
 *     EarlyWarning.of(Datasets.series("lr04"))
 *         .between(1_500_000, 900_000)
 *         .every(2000)
 *         .detrend(Detrend.gaussian(0.25))
 *         .window(0.5)
 *         .indicators(Indicators.VARIANCE, Indicators.AC1)
 *         .against(Surrogates.ar1(200).seed(1))
 *         .run();
 * String words = signal.words();
 * }</pre>
 *
 * <p><b>The study.</b> {@link murmuration.warning.EarlyWarning} combines the choices and gives a
 * {@link murmuration.warning.Signal}; {@link murmuration.warning.Sensitivity} repeats it over
 * bandwidths and windows, {@link murmuration.warning.SignalComparison} puts records side by side,
 * {@link murmuration.warning.Survey} compares every indicator on one record.
 *
 * <p><b>Its parts</b>, each of use by itself: {@link murmuration.warning.Detrend} takes the slow
 * part out ({@link murmuration.warning.Detrended}); a {@link murmuration.warning.Window} slides; an
 * {@link murmuration.warning.Indicator} of {@link murmuration.warning.Indicators} or {@link
 * murmuration.warning.SpectralIndicators} is measured in it ({@link murmuration.warning.Rolling});
 * {@link murmuration.warning.Autocorrelation} names the four definitions in use.
 *
 * <p><b>Trends.</b> {@link murmuration.warning.KendallTrend}, {@link
 * murmuration.warning.MannKendall} and {@link murmuration.warning.TheilSen} are results; {@link
 * murmuration.warning.Trend} is the bare number, in seven forms.
 *
 * <p><b>Chance.</b> {@link murmuration.warning.Surrogates} choose a null and draw from it; {@link
 * murmuration.warning.SurrogateTest} compares any statistic with them. {@link
 * murmuration.warning.NullModel} is the way in for a null of one's own; {@link
 * murmuration.warning.Ar1Null} and {@link murmuration.warning.ArmaNull} tell what was fitted.
 *
 * <pre>{@code
 * double[] noise = Rng.of(1).doubles(200).toArray();
 * double[] variance = Indicators.VARIANCE.rolling(noise, Window.fraction(0.5));
 * double tau = KendallTrend.of(variance).tau();
 * SurrogateTest test =
 *     SurrogateTest.of(
 *         "tau of the variance",
 *         x -> KendallTrend.of(Indicators.VARIANCE.rolling(x, Window.fraction(0.5))).tau(),
 *         noise,
 *         Surrogates.shuffle(99).seed(1));
 * }</pre>
 *
 * <p><b>The map.</b> {@link murmuration.warning.RegionMap} says which {@link
 * murmuration.warning.Region} of the charted and uncharted map a record could lie in.
 *
 * <p>What this family does not do: it does not say that a transition will come. A rise beyond
 * chance is a rise; records without a bifurcation rise too, and some bifurcations come without one.
 */
@NullMarked
package murmuration.warning;

import org.jspecify.annotations.NullMarked;
