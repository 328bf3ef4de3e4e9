/**
 * Early warnings of the kind that a variance and an autocorrelation cannot see: structure that no
 * linear model explains, and more than one state.
 *
 * <p><b>Is the size of shocks predictable?</b> {@link
 * murmuration.warning.nonlinear.ConditionalHeteroskedasticity} asks in sliding windows and gives
 * {@link murmuration.warning.nonlinear.HeteroskedasticWindows}.
 *
 * <p><b>Is anything left after a linear model?</b> {@link
 * murmuration.warning.nonlinear.BdsStatistic} of a series; {@link
 * murmuration.warning.nonlinear.BdsTest} of three kinds of its residuals, with shuffles, gives
 * {@link murmuration.warning.nonlinear.BdsReport}.
 *
 * <p><b>What moves the state?</b> {@link murmuration.warning.nonlinear.DriftDiffusionJump}, without
 * an equation.
 *
 * <p><b>How many states?</b> {@link murmuration.warning.nonlinear.PotentialAnalysis} with its
 * {@link murmuration.warning.nonlinear.PotentialOptions}; {@link
 * murmuration.warning.nonlinear.PotentialMap} along time or a parameter, {@link
 * murmuration.warning.nonlinear.WellMap} on every scale, {@link
 * murmuration.warning.nonlinear.PolynomialPotential} as a curve. {@link
 * murmuration.warning.nonlinear.Flickering} asks how the record moves between them.
 *
 * <p><b>Two laws of motion?</b> {@link murmuration.warning.nonlinear.ThresholdAr}.
 *
 * <p>{@link murmuration.warning.nonlinear.NonlinearIndicators} are for the usual study, beside
 * variance and autocorrelation.
 *
 * <pre>{@code
 * double[] noise = Rng.of(1).doubles(300).toArray();
 * var windows =
 *     ConditionalHeteroskedasticity.of(noise)
 *         .window(0.25)
 *         .order(2)
 *         .against(Surrogates.ar1(100).seed(1))
 *         .run();
 * double share = windows.share().observed();
 * var wells = PotentialAnalysis.of(noise).wells();
 * SurrogateTest twoWells =
 *     PotentialAnalysis.test(
 *         TimeSeries.of(noise), PotentialOptions.defaults(), Surrogates.ar1(99).seed(1));
 * }</pre>
 *
 * <p>Each comes with what chance gives. None says that a transition will come.
 */
@NullMarked
package murmuration.warning.nonlinear;

import org.jspecify.annotations.NullMarked;
