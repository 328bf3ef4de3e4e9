package murmuration.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The searches for change points: the division of a record into segments of least cost, such as a
 * {@link SegmentCost}. Each returns the first sample of every segment but the first, ascending;
 * {@link #ends} writes it as other programs do.
 */
public final class Segmentation {
  /** Samples in a segment, at least. */
  public static final int SHORTEST = 2;

  /** What segments of a record cost. */
  public interface Costs {
    /** Samples of the record. */
    int size();

    /** The cost of samples {@code from .. to - 1}; infinite for a segment that is not allowed. */
    double of(int from, int to);
  }

  private static final double MOST_STEPS = 2e10;
  private static final double MOST_CELLS = 1e8;

  private Segmentation() {}

  /**
   * The least sum of costs and penalties, exactly, with a pruned search (Killick, Fearnhead and
   * Eckley 2012). With F(t) the optimum of the first t samples, a last change s for which {@code
   * F(s) + C(s, t) > F(t)} loses to t for every end that leaves t a full segment: it is dropped
   * from there on, not from t on.
   *
   * @param costs of a record of at least 4 samples
   * @param penalty what a change costs, above 0; see {@link SegmentCost#bic}
   */
  public static int[] pelt(Costs costs, double penalty) {
    int n = size(costs);
    Arguments.positive("penalty", penalty);
    double[] best = new double[n + 1];
    int[] last = new int[n + 1];
    int[] candidates = new int[n + 1];
    int[] dropAt = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(dropAt, Integer.MAX_VALUE);
    best[0] = -penalty;
    int size = 0;
    for (int t = SHORTEST; t <= n; t++) {
      Interruption.check("the search for change points");
      int newest = t - SHORTEST;
      if (newest == 0 || newest >= SHORTEST) {
        candidates[size++] = newest;
      }
      int kept = 0;
      for (int i = 0; i < size; i++) {
        int s = candidates[i];
        if (dropAt[s] > t) {
          candidates[kept++] = s;
          double value = best[s] + costs.of(s, t) + penalty;
          if (value < best[t]) {
            best[t] = value;
            last[t] = s;
          }
        }
      }
      size = kept;
      for (int i = 0; i < size; i++) {
        int s = candidates[i];
        if (dropAt[s] == Integer.MAX_VALUE && best[s] + costs.of(s, t) > best[t]) {
          dropAt[s] = t + SHORTEST;
        }
      }
    }
    return back(last, n);
  }

  private static int[] back(int[] last, int n) {
    List<Integer> changes = new ArrayList<>();
    for (int t = last[n]; t > 0; t = last[t]) {
      changes.add(t);
    }
    return changes.reversed().stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The least cost with this many changes, exactly, in O(count n^2) (Bellman 1961; Auger and
   * Lawrence 1989).
   *
   * @param costs of a record of at least 4 samples
   * @param count changes, 1 to n/2 - 1
   */
  public static int[] fixed(Costs costs, int count) {
    int n = size(costs, count);
    Arguments.require(
        (double) count * n * n / 2 <= MOST_STEPS && (count + 1.0) * n <= MOST_CELLS,
        "count is %d for n = %d: expected count n^2 up to 4e10; use pelt or binary",
        count,
        n);
    double[] before = new double[n + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    for (int t = SHORTEST; t <= n; t++) {
      before[t] = costs.of(0, t);
    }
    int[][] last = new int[count + 1][n + 1];
    for (int k = 1; k <= count; k++) {
      double[] best = new double[n + 1];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      for (int t = SHORTEST * (k + 1); t <= n; t++) {
        Interruption.check("the search for change points");
        for (int s = SHORTEST * k; s <= t - SHORTEST; s++) {
          double value = before[s] + costs.of(s, t);
          if (value < best[t]) {
            best[t] = value;
            last[k][t] = s;
          }
        }
      }
      before = best;
    }
    int[] changes = new int[count];
    int t = n;
    for (int k = count; k > 0; k--) {
      t = last[k][t];
      changes[k - 1] = t;
    }
    return changes;
  }

  /**
   * One change after the other, each where it lowers the cost most (Scott and Knott 1974).
   *
   * @param costs of a record of at least 4 samples
   * @param count changes, 1 to n/2 - 1; fewer are found where no segment is long enough to be cut
   */
  public static int[] binary(Costs costs, int count) {
    int n = size(costs, count);
    List<Split> splits = new ArrayList<>();
    splits.add(Split.of(costs, 0, n));
    int[] changes = new int[count];
    for (int k = 0; k < count; k++) {
      Interruption.check("the search for change points");
      Split widest = splits.getFirst();
      for (Split split : splits) {
        widest = split.gain > widest.gain ? split : widest;
      }
      if (widest.gain == Double.NEGATIVE_INFINITY) {
        return Arrays.stream(changes, 0, k).sorted().toArray();
      }
      splits.remove(widest);
      splits.add(Split.of(costs, widest.from, widest.at));
      splits.add(Split.of(costs, widest.at, widest.to));
      changes[k] = widest.at;
    }
    Arrays.sort(changes);
    return changes;
  }

  /**
   * Where each segment ends, exclusive, the last being n: as other programs list them.
   *
   * @param changes first sample of each segment but the first, ascending
   * @param n samples of the record
   */
  public static int[] ends(int[] changes, int n) {
    Arguments.present("changes", changes);
    int[] ends = Arrays.copyOf(changes, changes.length + 1);
    ends[changes.length] = n;
    return ends;
  }

  private static int size(Costs costs) {
    int n = Arguments.present("costs", costs).size();
    Arguments.require(n >= 2 * SHORTEST, "costs is of %d samples: expected at least 4", n);
    return n;
  }

  private static int size(Costs costs, int count) {
    int n = size(costs);
    Arguments.require(
        count >= 1 && count <= n / SHORTEST - 1,
        "count is %d: expected 1 to %d changes in %d samples",
        count,
        n / SHORTEST - 1,
        n);
    return n;
  }

  /** The best place to cut a segment; a gain of minus infinity where it is too short. */
  private record Split(int from, int to, int at, double gain) {
    static Split of(Costs costs, int from, int to) {
      double least = Double.POSITIVE_INFINITY;
      int at = from;
      for (int s = from + SHORTEST; s <= to - SHORTEST; s++) {
        double cost = costs.of(from, s) + costs.of(s, to);
        if (cost < least) {
          least = cost;
          at = s;
        }
      }
      return new Split(
          from, to, at, at == from ? Double.NEGATIVE_INFINITY : costs.of(from, to) - least);
    }
  }
}
