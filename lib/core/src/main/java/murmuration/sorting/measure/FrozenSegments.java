package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * The separate sorts that k immovable frozen cells cut an array into. Bubble and insertion cells
 * never cross them, so each of the k + 1 segments is an unfrozen array of its own length, sorted
 * under its share of the schedule. What delayed gratification owes to that length alone is the null
 * of Fig. 7: take the segments of a run apart ({@link #gratification}), or take the descents at the
 * frozen cells out of the whole ({@link #errorsInside}).
 *
 * @param n cells
 * @param frozen positions of the frozen cells, ascending, each once
 */
public record FrozenSegments(int n, int[] frozen) implements Result {
  /** Keeps its own copy, in order and without repeats. */
  public FrozenSegments {
    Arguments.require(n >= 1, "n is %d: expected 1 or more", n);
    frozen = Arrays.stream(Arguments.present("frozen", frozen)).sorted().distinct().toArray();
    for (int p : frozen) {
      Arguments.require(p >= 0 && p < n, "position %d: expected 0 to %d", p, n - 1);
    }
  }

  /** Positions of the frozen cells, ascending. */
  @Override
  public int[] frozen() {
    return frozen.clone();
  }

  /** Cells of each of the k + 1 segments, from left to right; 0 between neighbours. */
  public int[] lengths() {
    int k = frozen.length;
    return IntStream.rangeClosed(0, k)
        .map(s -> (s == k ? n : frozen[s]) - (s == 0 ? -1 : frozen[s - 1]) - 1)
        .toArray();
  }

  /**
   * The errors of each segment by itself after each of its own swaps.
   *
   * @param start values by position at the start, n of them
   * @param from one position of every swap, in order
   * @param to the other position of every swap, in the same segment
   */
  public List<int[]> errors(int[] start, int[] from, int[] to) {
    var replay = new Replay(start, from, to);
    var series =
        IntStream.rangeClosed(0, frozen.length).mapToObj(s -> IntStream.builder()).toList();
    for (int i = 0; i < from.length; i++) {
      int segment = replay.swap(i);
      series.get(segment).add(replay.descents[segment]);
    }
    return series.stream().map(s -> s.build().toArray()).toList();
  }

  /**
   * The errors inside all segments together after every swap: those of the array without the
   * descents beside frozen cells.
   *
   * @param start values by position at the start, n of them
   * @param from one position of every swap, in order
   * @param to the other position of every swap, in the same segment
   */
  public int[] errorsInside(int[] start, int[] from, int[] to) {
    var replay = new Replay(start, from, to);
    int[] errors = new int[from.length];
    for (int i = 0; i < errors.length; i++) {
      replay.swap(i);
      errors[i] = Arrays.stream(replay.descents).sum();
    }
    return errors;
  }

  /**
   * The mean of {@code x/y - 1} over the events of all segments, each taken by itself; 0 where
   * there are none.
   */
  public double gratification(int[] start, int[] from, int[] to) {
    double sum = 0;
    int events = 0;
    for (int[] errors : errors(start, from, to)) {
      var own = DelayedGratification.of(errors);
      sum += own.value() * own.events();
      events += own.events();
    }
    return events == 0 ? 0 : sum / events;
  }

  /** Which segment each position is in; -1 at frozen cells. */
  private int[] segments() {
    int[] segments = new int[n];
    for (int p = 0, s = 0; p < n; p++) {
      boolean isFrozen = s < frozen.length && frozen[s] == p;
      segments[p] = isFrozen ? -1 : s;
      s += isFrozen ? 1 : 0;
    }
    return segments;
  }

  /** The array as it is sorted, with the descents inside each segment. */
  private final class Replay {
    final int[] descents = new int[frozen.length + 1];
    private final int[] a;
    private final int[] from;
    private final int[] to;
    private final int[] segments = segments();

    Replay(int[] start, int[] from, int[] to) {
      Arguments.require(
          Arguments.present("start", start).length == n,
          "start has %d values: expected n = %d",
          start.length,
          n);
      Arguments.require(
          Arguments.present("from", from).length == Arguments.present("to", to).length,
          "from has %d swaps, to has %d: expected as many",
          from.length,
          to.length);
      a = start.clone();
      this.from = from;
      this.to = to;
      for (int p = 0; p < n; p++) {
        count(p, 1);
      }
    }

    /** Makes swap i and returns its segment. */
    int swap(int i) {
      int p = from[i];
      int q = to[i];
      Arguments.require(
          p >= 0 && p < n && q >= 0 && q < n && segments[p] >= 0 && segments[p] == segments[q],
          "swap %d of %d and %d: expected two positions of one segment",
          i,
          p,
          q);
      int[] touched = IntStream.of(p, p + 1, q, q + 1).distinct().filter(j -> j < n).toArray();
      for (int j : touched) {
        count(j, -1);
      }
      int v = a[p];
      a[p] = a[q];
      a[q] = v;
      for (int j : touched) {
        count(j, 1);
      }
      return segments[p];
    }

    private void count(int p, int sign) {
      if (p > 0 && segments[p] >= 0 && segments[p] == segments[p - 1] && a[p] < a[p - 1]) {
        descents[segments[p]] += sign;
      }
    }
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d cells, %d of them frozen: segments of %s cells",
        n,
        frozen.length,
        Arrays.toString(Arrays.stream(lengths()).limit(20).toArray()));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("segments").and("frozen cells", frozen.length);
    int[] lengths = lengths();
    for (int s = 0; s < lengths.length; s++) {
      quantities = quantities.and("cells in segment " + (s + 1), lengths[s]);
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("frozen", Arrays.toString(frozen)));
  }
}
