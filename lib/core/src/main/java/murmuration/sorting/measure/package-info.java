/**
 * What is measured on self-sorting arrays: order, clustering, delayed gratification, cost, and the
 * laws and tests they are held against. All of it works on plain arrays, whoever sorted them.
 *
 * <pre>{@code
 * int[] values = {4, 1, 0, 2, 3};
 * double sorted = Sortedness.monotonicityPercent(values);
 * double like = Aggregation.PAIRS.of(new int[] {0, 0, 1, 1, 0});
 * double patience = DelayedGratification.of(new int[] {9, 10, 8, 7, 8, 5, 0}).value();
 * TraditionalRun bubble = TraditionalSort.BUBBLE.sort(values);
 * double expected = SortingLaws.meanInversions(100);
 * }</pre>
 *
 * <p><b>States.</b> {@link murmuration.sorting.measure.Sortedness} says how far an array is from
 * sorted, {@link murmuration.sorting.measure.Aggregation} how much like cells stand beside like,
 * {@link murmuration.sorting.measure.JoinCount} whether that is more than in a random order.
 *
 * <p><b>Runs.</b> {@link murmuration.sorting.measure.DelayedGratification} is what setbacks buy
 * ({@link murmuration.sorting.measure.GratificationMeter} without keeping the series); {@link
 * murmuration.sorting.measure.FrozenSegments} takes apart what immovable cells divide; {@link
 * murmuration.sorting.measure.SortingCost} is what a run took.
 *
 * <p><b>Ensembles.</b> {@link murmuration.sorting.measure.ProfileGrid} says where along a run a
 * profile is read, {@link murmuration.sorting.measure.ProfileSums} adds runs up to an {@link
 * murmuration.sorting.measure.EnsembleProfile}, and {@link
 * murmuration.sorting.measure.ProfileComparison} sets it beside its control. {@link
 * murmuration.sorting.measure.BootstrapMean} is a mean with its interval.
 *
 * <p><b>What to compare with.</b> {@link murmuration.sorting.measure.TraditionalSort} and its
 * {@link murmuration.sorting.measure.TraditionalRun}; {@link
 * murmuration.sorting.measure.SortingLaws}, the exact means and variances; two samples of runs by
 * {@link murmuration.sorting.measure.TwoSampleTest} and {@link
 * murmuration.sorting.measure.RankSumTest}; runs with their own negative controls by {@link
 * murmuration.sorting.measure.PairedControl}.
 */
@NullMarked
package murmuration.sorting.measure;

import org.jspecify.annotations.NullMarked;
