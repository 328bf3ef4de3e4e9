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
 */
@NullMarked
package murmuration.scaling.pass;

import org.jspecify.annotations.NullMarked;
