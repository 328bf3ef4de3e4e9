package murmuration.sorting;

import java.util.EnumMap;
import java.util.Map;
import murmuration.sorting.measure.ProfileGrid;
import murmuration.sorting.measure.ProfileSums;

/**
 * What is kept of the runs of an ensemble: the same few numbers however many there are.
 *
 * @param moments of every quantity
 * @param errors neighbours out of order along the runs
 * @param samePairs pairs of like neighbours along the runs
 * @param ends runs by why they ended
 */
record EnsembleSums(
    Map<RunQuantity, Moments> moments,
    ProfileSums errors,
    ProfileSums samePairs,
    Map<StopReason, Long> ends) {
  /** Sums over no run. */
  EnsembleSums(ProfileGrid grid) {
    this(
        new EnumMap<>(RunQuantity.class),
        new ProfileSums(grid),
        new ProfileSums(grid),
        new EnumMap<>(StopReason.class));
    for (RunQuantity quantity : RunQuantity.values()) {
      moments.put(quantity, new Moments());
    }
  }

  void merge(EnsembleSums other) {
    other.moments.forEach(
        (quantity, sums) ->
            moments.merge(
                quantity,
                sums,
                (mine, more) -> {
                  mine.merge(more);
                  return mine;
                }));
    errors.merge(other.errors);
    samePairs.merge(other.samePairs);
    other.ends.forEach((reason, runs) -> ends.merge(reason, runs, Long::sum));
  }

  /** Adds a run whose series are in the trail. */
  void add(MeasuredRun run, Trail trail) {
    moments.forEach((quantity, sums) -> sums.add(run.number(quantity)));
    errors.add(run.startErrors(), trail.keptErrors(), trail.size());
    samePairs.add(run.startPairs(), trail.keptSamePairs(), trail.size());
    ends.merge(run.end(), 1L, Long::sum);
  }
}
