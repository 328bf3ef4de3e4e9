package murmuration.sorting;

import java.util.EnumMap;
import java.util.Map;
import murmuration.math.SplitMix64;
import murmuration.sorting.measure.GratificationMeter;

/**
 * One run of an ensemble in numbers; its series are in the trail that it was given.
 *
 * @param numbers its quantities
 * @param startErrors neighbours out of order at the start
 * @param startPairs pairs of like neighbours at the start
 * @param end why it ended
 */
record MeasuredRun(
    Map<RunQuantity, Double> numbers, int startErrors, int startPairs, StopReason end) {
  /** Simulates one run. */
  static MeasuredRun of(CellArray array, long seed, Trail trail, GratificationMeter meter) {
    var rng = new SplitMix64(seed);
    var state = array.state(array.population().draw(rng));
    boolean descending = array.population().isDescending();
    int startErrors = descending ? state.ascents() : state.descents();
    int startPairs = state.samePairs();
    trail.clear();
    meter.reset();
    var runner = array.runner(state, rng, trail);
    var end = runner.run();
    int swaps = trail.size();
    meter.add(trail.keptErrors(), swaps);
    int peak = swaps == 0 ? startPairs : 0;
    int[] pairs = trail.keptSamePairs();
    for (int i = 0; i < swaps; i++) {
      peak = Math.max(peak, pairs[i]);
    }
    double n = state.n;
    var numbers = new EnumMap<RunQuantity, Double>(RunQuantity.class);
    numbers.put(RunQuantity.SWAPS, (double) state.swaps);
    numbers.put(RunQuantity.COMPARE_AND_SWAP, (double) state.compareAndSwap);
    numbers.put(RunQuantity.READS, (double) state.reads);
    numbers.put(RunQuantity.ACTIVATIONS, (double) runner.activations());
    numbers.put(RunQuantity.START_ERRORS, (double) startErrors);
    numbers.put(
        RunQuantity.FINAL_ERRORS, (double) (descending ? state.ascents() : state.descents()));
    numbers.put(RunQuantity.GRATIFICATION, meter.value());
    numbers.put(RunQuantity.PEER_GRATIFICATION, meter.peerValue());
    numbers.put(RunQuantity.START_AGGREGATION, startPairs / n);
    numbers.put(RunQuantity.FINAL_AGGREGATION, state.samePairs() / n);
    numbers.put(RunQuantity.PEAK_AGGREGATION, peak / n);
    numbers.put(RunQuantity.AT_REST, end.isRest() ? 1.0 : 0.0);
    return new MeasuredRun(numbers, startErrors, startPairs, end);
  }

  double number(RunQuantity quantity) {
    return numbers.getOrDefault(quantity, Double.NaN);
  }
}
