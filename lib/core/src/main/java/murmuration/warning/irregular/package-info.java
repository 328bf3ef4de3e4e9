/**
 * Early-warning signals of records with times of their own, such as ice cores and field
 * observations: estimates that need no interpolation, and chance drawn at the same times.
 *
 * <pre>{@code
 * TimeSeries co2 = Datasets.series("epica-dome-c-co2").between(58_000, 18_000);
 * IrregularSignal signal =
 *     IrregularWarning.of(co2)
 *         .indicators(IrregularIndicator.TIME_SCALE, IrregularIndicator.VARIANCE)
 *         .window(TimeWindow.duration(20_000))
 *         .against(IrregularSurrogates.ornsteinUhlenbeck(99).seed(1))
 *         .run();
 * String words = signal.words();
 * String beside = signal.interpolation();
 * }</pre>
 *
 * <p><b>Why.</b> Linear interpolation to equal steps is a moving average: on white noise at Poisson
 * times it makes a lag-1 autocorrelation of 0.42 out of nothing, and where sampling grows sparser
 * along a record, it makes a trend.
 *
 * <p><b>The study.</b> {@link murmuration.warning.irregular.IrregularWarning} combines the choices,
 * {@link murmuration.warning.irregular.TimeWindow} and {@link
 * murmuration.warning.irregular.IrregularIndicator} among them, and gives an {@link
 * murmuration.warning.irregular.IrregularSignal}. {@link
 * murmuration.warning.irregular.IrregularSurrogates} are what chance alone would do.
 *
 * <p><b>Its parts</b>, each of use by itself: {@link
 * murmuration.warning.irregular.RollingTimeScale} (AR(1) in continuous time, with intervals),
 * {@link murmuration.warning.irregular.KernelAutocorrelation}, the {@link
 * murmuration.warning.irregular.LombScargle} periodogram, {@link
 * murmuration.warning.irregular.BinnedSeries}.
 *
 * <pre>{@code
 * double[] times = Rng.of(1).doubles(200).map(u -> 200 * u).sorted().toArray();
 * TimeSeries noise = new OrnsteinUhlenbeck(0.5, 0, 1).simulate(times, 0, 1);
 * double ac1 = KernelAutocorrelation.of(noise).ac1();
 * double period = 1 / LombScargle.of(noise).peakFrequency();
 * Estimate last = RollingTimeScale.of(noise, TimeWindow.share(0.5)).estimates().getLast();
 * }</pre>
 */
@NullMarked
package murmuration.warning.irregular;

import org.jspecify.annotations.NullMarked;
