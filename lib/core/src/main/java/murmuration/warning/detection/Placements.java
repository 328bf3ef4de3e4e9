package murmuration.warning.detection;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The structural components of an area under a ROC curve: the share of null scores below each event
 * score, and the share of event scores above each null score, ties as one half (DeLong, DeLong and
 * Clarke-Pearson 1988, eq. 5 and 6). They are read off sorted scores, in O(n log n) in all, where
 * the original compares all pairs (Sun and Xu 2014, Fast implementation of DeLong's algorithm).
 *
 * @param ofEvents one for each event, in its order
 * @param ofNulls one for each null, in its order
 */
record Placements(double[] ofEvents, double[] ofNulls) {

  static Placements of(double[] nulls, double[] events) {
    double[] sortedNulls = sorted(nulls);
    double[] sortedEvents = sorted(events);
    double[] ofEvents = new double[events.length];
    Arrays.setAll(ofEvents, i -> twiceBelow(sortedNulls, events[i]) / (2.0 * nulls.length));
    double[] ofNulls = new double[nulls.length];
    Arrays.setAll(ofNulls, j -> 1 - twiceBelow(sortedEvents, nulls[j]) / (2.0 * events.length));
    return new Placements(ofEvents, ofNulls);
  }

  /** The area: twice the pairs in order is a whole number, so the sum is exact. */
  static double area(double[] nulls, double[] events) {
    double[] sortedNulls = sorted(nulls);
    double[] sortedEvents = sorted(events);
    long twice = 0;
    int below = 0;
    int upTo = 0;
    for (double event : sortedEvents) {
      while (below < sortedNulls.length && sortedNulls[below] < event) {
        below++;
      }
      while (upTo < sortedNulls.length && sortedNulls[upTo] <= event) {
        upTo++;
      }
      twice += below + upTo;
    }
    return twice / (2.0 * nulls.length * events.length);
  }

  private static double[] sorted(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Scores below v counted twice, scores equal to it once. */
  private static long twiceBelow(double[] sorted, double v) {
    return (long) first(sorted, v, false) + first(sorted, v, true);
  }

  /** The first place whose score is at least v, or above it. */
  private static int first(double[] sorted, double v, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (sorted[mid] < v || (above && sorted[mid] == v)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Variance of the area; NaN with fewer than two events or nulls. */
  double variance() {
    return covariance(this);
  }

  /** Covariance of two areas on the same events and nulls. */
  double covariance(Placements other) {
    return covariance(ofEvents, other.ofEvents) / ofEvents.length
        + covariance(ofNulls, other.ofNulls) / ofNulls.length;
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = DoubleStream.of(a).average().orElse(0);
    double meanB = DoubleStream.of(b).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / (a.length - 1);
  }
}
