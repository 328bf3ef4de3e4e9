/**
 * Pass rates: how often a model solves an item, how sure that is when it is rare, how it grows with
 * more attempts, and whether it grows with model size as a scaling law says.
 *
 * <pre>{@code
 * var counts = PassCounts.of(1000, new int[] {0, 0, 1, 3, 0, 12, 240, 2, 0, 7});
 * PassAtK curve = counts.passAt(1, 10, 100, 1000);
 * SuccessFit law = SuccessFit.of(counts);
 * double more = law.passAt(100_000);
 * PassUntil rare = PassUntil.of(2, 51_234);
 * }</pre>
 *
 * <p><b>Rare passes.</b> {@link murmuration.scaling.pass.PassUntil} samples an item until it has
 * passed r times; {@link murmuration.scaling.pass.PassUntilMean} is the score of a data set.
 *
 * <p><b>Many attempts.</b> {@link murmuration.scaling.pass.PassCounts} are what a benchmark gives,
 * {@link murmuration.scaling.pass.PassAtK} the unbiased pass@k, {@link
 * murmuration.scaling.pass.PassAtKBootstrap} its intervals, {@link
 * murmuration.scaling.pass.PassPowerLaw} a power law in k. {@link
 * murmuration.scaling.pass.SuccessLaw} is how chances are spread over items, fitted by {@link
 * murmuration.scaling.pass.SuccessFit} for each {@link murmuration.scaling.pass.SuccessFamily} and
 * weighed by {@link murmuration.scaling.pass.SuccessComparison}. {@link
 * murmuration.scaling.pass.CoverageAllocation} divides a budget of samples.
 *
 * <p><b>Larger models.</b> {@link murmuration.scaling.pass.TaskScaling} fits the law {@link
 * murmuration.scaling.pass.TaskLaw} through the pass rates of several sizes, gives a {@link
 * murmuration.scaling.pass.TaskPrediction} for the next and tells the {@link
 * murmuration.scaling.pass.TaskShape} of the growth; {@link murmuration.scaling.pass.ItemScaling}
 * does so item by item. {@link murmuration.scaling.pass.BendBootstrap} asks whether the shape
 * depends on the items. {@link murmuration.scaling.pass.TaskCurve} is what a task of several steps,
 * or with several ways to solve it, should look like.
 *
 * <pre>{@code
 * double[] n = {7e7, 1.6e8, 4.1e8, 1e9, 2.8e9, 6.9e9};
 * double[] pu = {0.00065, 0.0027, 0.0062, 0.0083, 0.0203, 0.0186};
 * TaskScaling task = TaskScaling.of(n, pu);
 * TaskPrediction next = task.predict(1.2e10, 0.95);
 * TaskShape shape = task.shape(0.05);
 * TaskCurve chain = TaskCurve.steps(new TaskLaw(300, 0.3), new TaskLaw(5e4, 0.55));
 * }</pre>
 */
@NullMarked
package murmuration.scaling.pass;

import org.jspecify.annotations.NullMarked;
