package murmuration.sorting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/** A walk along a run, forwards. */
final class Replay {
  private final int[] from;
  private final int[] to;
  private final int[] values;
  private final int[] labels;
  private final List<Disturbance> disturbances;
  private int[] cells;
  private int swaps;
  private int disturbed;

  Replay(SortingRun run) {
    from = run.trail().from();
    to = run.trail().to();
    values = run.start().values();
    int[] ofEntry = run.array().population().mix().types();
    labels = Arrays.stream(run.start().types()).map(entry -> ofEntry[entry]).toArray();
    disturbances = run.disturbances();
    cells = IntStream.range(0, values.length).toArray();
  }

  /** The state after this many swaps, no fewer than before. */
  CellState forward(int until) {
    Arguments.require(
        until >= swaps && until <= from.length,
        "swaps is %d: expected %d to %d",
        until,
        swaps,
        from.length);
    disturb();
    while (swaps < until) {
      int held = cells[from[swaps]];
      cells[from[swaps]] = cells[to[swaps]];
      cells[to[swaps]] = held;
      swaps++;
      disturb();
    }
    return new CellState(
        swaps,
        cells,
        Arrays.stream(cells).map(x -> values[x]).toArray(),
        Arrays.stream(cells).map(x -> labels[x]).toArray());
  }

  private void disturb() {
    while (disturbed < disturbances.size() && disturbances.get(disturbed).swaps() == swaps) {
      cells = disturbances.get(disturbed++).cells();
    }
  }
}
