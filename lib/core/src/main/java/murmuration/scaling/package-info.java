/**
 * Scaling laws: which loss does a model of this size, trained on so much data, reach, and how sure
 * is that?
 *
 * <pre>{@code
 * TrainingRuns runs =
 *     TrainingRuns.ofCompute(
 *             Datasets.load("chinchilla-svg-extracted"), "parameters", "flops", "loss")
 *         .dropHighest(5);
 * ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.huberLog(1e-3)).fit();
 * LawDraws draws = fit.bootstrap(4000).seed(1).run();
 * Allocation best = draws.frontier().at(5.76e23);
 * LawTest test = draws.test(AdditiveLaw.HOFFMANN);
 * int reached = fit.fromRandomStarts(100).seed(1).run().agreeing();
 * }</pre>
 *
 * <p><b>The law.</b> {@link murmuration.scaling.TrainingRuns} are the data; {@link
 * murmuration.scaling.AdditiveLaw} is {@code E + A/N^alpha + B/D^beta}, with what was published,
 * and {@link murmuration.scaling.LawParameter} names its parameters.
 *
 * <p><b>The fit.</b> {@link murmuration.scaling.ScalingLaw} says what is fitted, {@link
 * murmuration.scaling.FitLoss} what is made small ({@link murmuration.scaling.LossDerivatives}:
 * that of any law, with gradient and Hessian); {@link murmuration.scaling.ScalingFit} is the
 * result, with its {@link murmuration.scaling.FitStatus}. {@link murmuration.scaling.RandomStarts}
 * prove it: their {@link murmuration.scaling.StartsReport} says how many end at the same law.
 *
 * <p><b>How sure.</b> {@link murmuration.scaling.LawIntervals} by Wald's formula, by the {@link
 * murmuration.scaling.LikelihoodProfile} or from the {@link murmuration.scaling.LawDraws} of a
 * {@link murmuration.scaling.ScalingBootstrap} ({@link murmuration.scaling.Resampling} says of
 * what), and an {@link murmuration.scaling.IntervalComparison} of them; of numbers that follow from
 * a law ({@link murmuration.scaling.DerivedQuantity}) too. Whether they hold what they promise is
 * counted by {@link murmuration.scaling.IntervalCoverage} on runs with a {@link
 * murmuration.scaling.RunNoise} of one's choice: {@link murmuration.scaling.CoverageReport}. {@link
 * murmuration.scaling.LawTest} asks whether the runs could come from a published law.
 *
 * <p><b>Spending compute.</b> {@link murmuration.scaling.Frontier} is what a law says about the
 * best size and data: {@link murmuration.scaling.Allocation} for one compute, {@link
 * murmuration.scaling.FrontierCurve} for many, {@link murmuration.scaling.InferenceOptimum} where
 * the model will also be run.
 *
 * <p><b>Without a law.</b> {@link murmuration.scaling.IsoFlop} puts a parabola through the runs of
 * each compute ({@link murmuration.scaling.IsoFlopParabola}, with its {@link
 * murmuration.scaling.IsoFlopStatus}) and a line through the best sizes: {@link
 * murmuration.scaling.IsoFlopFit}. {@link murmuration.scaling.Envelope} takes the lowest {@link
 * murmuration.scaling.TrainingCurve} at each compute: {@link murmuration.scaling.EnvelopeFit}.
 */
@NullMarked
package murmuration.scaling;

import org.jspecify.annotations.NullMarked;
