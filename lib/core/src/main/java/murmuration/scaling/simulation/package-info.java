/**
 * Scaling data with a known answer, made in seconds: to try a fit on before it is believed.
 *
 * <pre>{@code
 * var model = RandomFeatureScaling.noisy().features(8, 16, 32, 64).samples(64, 128, 256);
 * RandomFeatureLosses losses = model.seeds(4).seed(1).simulate();
 * TrainingRuns runs = losses.runs();
 * RandomFeatureTheory expected = model.theory(64, 256, model.optimalRidge(64, 256));
 * }</pre>
 *
 * <p><b>Measured.</b> {@link murmuration.scaling.simulation.RandomFeatureScaling} measures the loss
 * of ridge regression on random features over widths and sample sizes: {@link
 * murmuration.scaling.simulation.RandomFeatureLosses} are the draws, {@link
 * murmuration.scaling.simulation.RandomFeatureTheory} is what theory expects of them, {@link
 * murmuration.scaling.simulation.RidgeChoice} which ridge each cell gets, and {@link
 * murmuration.scaling.simulation.RandomFeatureFit} one such regression with matrices of one's own.
 *
 * <p><b>Drawn from a law.</b> {@link murmuration.scaling.simulation.SyntheticRuns} is a grid of
 * sizes and data; {@link murmuration.scaling.simulation.IsoFlopSweep} is a few budgets with several
 * sizes each; {@link murmuration.scaling.simulation.LearningCurve} is one curve of a form.
 *
 * <pre>{@code
 * TrainingRuns grid = SyntheticRuns.of(AdditiveLaw.HOFFMANN).noise(0.01).outliers(0.02).simulate(1);
 * TrainingRuns sweep = IsoFlopSweep.of(AdditiveLaw.HOFFMANN).noise(0.002).simulate(1);
 * double a = IsoFlop.of(sweep).fit().parameterExponent();
 * }</pre>
 *
 * <p>{@link murmuration.scaling.simulation.ItemBank} is a benchmark whose items have known chances,
 * {@link murmuration.scaling.simulation.PassUntilSampler} samples one until it has passed.
 *
 * <p>{@link murmuration.scaling.simulation.MirageSimulator} makes outputs of models whose tokens
 * are right by chance, which every metric can grade, and {@link
 * murmuration.scaling.simulation.ResolutionRuns} of many small tests.
 */
@NullMarked
package murmuration.scaling.simulation;

import org.jspecify.annotations.NullMarked;
