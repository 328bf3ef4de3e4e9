/**
 * Scaling laws: which loss does a model of this size, trained on so much data, reach, and how sure
 * is that?
 *
 * <pre>{@code
 * double[] n = {1e8, 1e8, 4e8, 4e8};
 * double[] d = {2e9, 8e9, 2e9, 8e9};
 * double[] loss = Arrays.stream(n).map(v -> 2 + Math.pow(v, -0.3)).toArray();
 * TrainingRuns runs = TrainingRuns.of(n, d, loss);
 * double published = AdditiveLaw.HOFFMANN.loss(70e9, 1.4e12);
 * }</pre>
 *
 * <p><b>Loss by size and data.</b> {@link murmuration.scaling.TrainingRuns} are the data; {@link
 * murmuration.scaling.AdditiveLaw} is the law E + A/N^alpha + B/D^beta with what was published.
 * {@link murmuration.scaling.FitStatus} says how a fit ended.
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
