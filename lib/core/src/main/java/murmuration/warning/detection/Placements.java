package murmuration.warning.detection;

import java.util.stream.DoubleStream;
import murmuration.math.Ranks;

/**
 * The structural components of an area under a ROC curve: the share of null scores below each event
 * score, and the share of event scores above each null score, ties as one half (DeLong, DeLong and
 * Clarke-Pearson 1988, eq. 5 and 6), from three rankings (Sun and Xu 2014, Fast implementation of
 * DeLong's algorithm).
 *
 * @param ofEvents one for each event, in its order
 * @param ofNulls one for each null, in its order
 */
record Placements(double[] ofEvents, double[] ofNulls) {

  static Placements of(double[] nulls, double[] events) {
    int n = nulls.length;
    double[] together = Ranks.average(DoubleStream.concat(of(nulls), of(events)).toArray());
    double[] amongNulls = Ranks.average(nulls);
    double[] amongEvents = Ranks.average(events);
    double[] ofEvents = new double[events.length];
    for (int i = 0; i < ofEvents.length; i++) {
      ofEvents[i] = (together[n + i] - amongEvents[i]) / n;
    }
    double[] ofNulls = new double[n];
    for (int j = 0; j < n; j++) {
      ofNulls[j] = 1 - (together[j] - amongNulls[j]) / events.length;
    }
    return new Placements(ofEvents, ofNulls);
  }

  /** The area: half ranks are whole multiples of 1/2, so their sum is exact. */
  static double area(double[] nulls, double[] events) {
    double[] together = Ranks.average(DoubleStream.concat(of(nulls), of(events)).toArray());
    double m = events.length;
    double sum = DoubleStream.of(together).skip(nulls.length).sum();
    return (sum - m * (m + 1) / 2) / (m * nulls.length);
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

  private static DoubleStream of(double[] x) {
    return DoubleStream.of(x);
  }
}
