package murmuration.warning.detection;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Ranks;

/**
 * A ROC curve at every distinct threshold, from no alarm (0, 0) to an alarm always (1, 1).
 * Neighbouring points are joined by straight lines, so the area under it is the Mann-Whitney
 * statistic with one half for ties.
 *
 * @param thresholds infinity, then every distinct score in descending order, length k
 * @param falsePositiveRate share of nulls at or above each threshold, length k
 * @param truePositiveRate share of events at or above each threshold, length k
 */
public record RocCurve(double[] thresholds, double[] falsePositiveRate, double[] truePositiveRate) {
  /** Checks the lengths and keeps its own copies. */
  public RocCurve {
    Arguments.sameLength("thresholds", thresholds, "falsePositiveRate", falsePositiveRate);
    Arguments.sameLength("thresholds", thresholds, "truePositiveRate", truePositiveRate);
    Arguments.require(thresholds.length >= 2, "thresholds is empty: expected at least 2");
    thresholds = thresholds.clone();
    falsePositiveRate = falsePositiveRate.clone();
    truePositiveRate = truePositiveRate.clone();
  }

  /** The curve of counts at distinct scores. */
  static RocCurve of(Counts counts) {
    int k = counts.scores.length + 1;
    double[] thresholds = new double[k];
    double[] fpr = new double[k];
    double[] tpr = new double[k];
    thresholds[0] = Double.POSITIVE_INFINITY;
    int nulls = 0;
    int events = 0;
    for (int i = 1; i < k; i++) {
      nulls += counts.nulls[i - 1];
      events += counts.events[i - 1];
      thresholds[i] = counts.scores[i - 1];
      fpr[i] = nulls;
      tpr[i] = events;
    }
    for (int i = 1; i < k; i++) {
      fpr[i] /= nulls;
      tpr[i] /= events;
    }
    return new RocCurve(thresholds, fpr, tpr);
  }

  @Override
  public double[] thresholds() {
    return thresholds.clone();
  }

  @Override
  public double[] falsePositiveRate() {
    return falsePositiveRate.clone();
  }

  @Override
  public double[] truePositiveRate() {
    return truePositiveRate.clone();
  }

  /** How many nulls and events have each distinct score, scores descending. */
  static final class Counts {
    final double[] scores;
    final int[] nulls;
    final int[] events;
    final int[] ofNull;
    final int[] ofEvent;

    /** Finds the distinct scores of two samples. */
    Counts(double[] nullScores, double[] eventScores) {
      int n = nullScores.length;
      double[] all = Arrays.copyOf(nullScores, n + eventScores.length);
      System.arraycopy(eventScores, 0, all, n, eventScores.length);
      int[] order = Ranks.order(all);
      int[] place = new int[all.length];
      double[] distinct = new double[all.length];
      int k = 0;
      for (int i = all.length - 1; i >= 0; i--) {
        double score = all[order[i]];
        if (k == 0 || score != distinct[k - 1]) {
          distinct[k++] = score;
        }
        place[order[i]] = k - 1;
      }
      scores = Arrays.copyOf(distinct, k);
      ofNull = Arrays.copyOf(place, n);
      ofEvent = Arrays.copyOfRange(place, n, all.length);
      nulls = new int[k];
      events = new int[k];
      for (int i : ofNull) {
        nulls[i]++;
      }
      for (int i : ofEvent) {
        events[i]++;
      }
    }
  }
}
