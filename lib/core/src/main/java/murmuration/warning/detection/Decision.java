package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * When to act on a warning: the threshold whose expected cost a case, {@code p M (1 - TPR) + (1 -
 * p) F FPR}, is least, for the cost M of a missed event, the cost F of a false alarm and the share
 * p of cases that are events. Which point of a ROC curve is best depends on what the two mistakes
 * cost (Boettiger, Ross and Hastings 2013, Early warning signals: the charted and uncharted
 * territories; Green and Swets 1966, Signal detection theory and psychophysics). Among thresholds
 * of equal cost it is the highest: the fewest alarms.
 *
 * <p>Never and always raising an alarm are among the choices, with the costs {@code p M} and {@code
 * (1 - p) F}; {@link #saving} tells what the score is worth beside the better of the two. The
 * threshold is chosen on the sample that also gives its cost, which flatters it; with few runs, ask
 * a second sample with {@link Roc#at}.
 *
 * @param roc the curve
 * @param costOfMiss cost M of an event without an alarm
 * @param costOfFalseAlarm cost F of an alarm without an event, in the same unit
 * @param prevalence share p of cases that are events
 * @param point the threshold of least cost and its counts
 */
public record Decision(
    Roc roc, double costOfMiss, double costOfFalseAlarm, double prevalence, OperatingPoint point)
    implements Charted {
  private static final double Z95 = Normal.quantile(0.975);

  /** Checks the costs. */
  public Decision {
    Arguments.present("roc", roc);
    Arguments.present("point", point);
    Arguments.positive("costOfMiss", costOfMiss);
    Arguments.positive("costOfFalseAlarm", costOfFalseAlarm);
    Arguments.within("prevalence", prevalence, 0, 1);
  }

  /**
   * The threshold of least cost.
   *
   * @param roc the curve
   * @param costOfMiss cost of an event without an alarm, above 0
   * @param costOfFalseAlarm cost of an alarm without an event, above 0, in the same unit
   * @param prevalence share of cases that are events, 0 to 1
   */
  public static Decision of(
      Roc roc, double costOfMiss, double costOfFalseAlarm, double prevalence) {
    Arguments.present("roc", roc);
    Arguments.positive("costOfMiss", costOfMiss);
    Arguments.positive("costOfFalseAlarm", costOfFalseAlarm);
    Arguments.within("prevalence", prevalence, 0, 1);
    RocCurve curve = roc.curve();
    double[] costs = costs(curve, prevalence * costOfMiss, (1 - prevalence) * costOfFalseAlarm);
    int best = 0;
    for (int i = 1; i < costs.length; i++) {
      best = costs[i] < costs[best] ? i : best;
    }
    OperatingPoint point = roc.at(curve.thresholds()[best]);
    return new Decision(roc, costOfMiss, costOfFalseAlarm, prevalence, point);
  }

  private static double[] costs(RocCurve curve, double never, double always) {
    double[] tpr = curve.truePositiveRate();
    double[] fpr = curve.falsePositiveRate();
    return IntStream.range(0, tpr.length)
        .mapToDouble(i -> never * (1 - tpr[i]) + always * fpr[i])
        .toArray();
  }

  /** The score from which to act; infinite where it is cheaper never to act. */
  public double threshold() {
    return point.threshold();
  }

  /** Expected cost a case at the threshold. */
  public double cost() {
    return costOfNever() * (1 - point.truePositiveRate())
        + costOfAlways() * point.falsePositiveRate();
  }

  /** Expected cost a case without any alarm, {@code p M}. */
  public double costOfNever() {
    return prevalence * costOfMiss;
  }

  /** Expected cost a case with an alarm always, {@code (1 - p) F}. */
  public double costOfAlways() {
    return (1 - prevalence) * costOfFalseAlarm;
  }

  /** What the score saves a case beside the better of never and always; 0 or more. */
  public double saving() {
    return Math.min(costOfNever(), costOfAlways()) - cost();
  }

  /** Standard error of {@link #cost} at this threshold, from the binomial law of both rates. */
  public double standardError() {
    double tpr = point.truePositiveRate();
    double fpr = point.falsePositiveRate();
    return Math.hypot(
        costOfNever() * Math.sqrt(tpr * (1 - tpr) / point.events()),
        costOfAlways() * Math.sqrt(fpr * (1 - fpr) / point.nulls()));
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Decision on %s: a miss costs %s, a false alarm %s, %s of cases are events
        %s
        expected cost a case %s (95 %% %s to %s), n = %d + %d
        never acting costs %s, always acting %s; the score saves %s
        an alarm is true with probability %s\
        """,
        roc.name(),
        Digits.of(costOfMiss, 4),
        Digits.of(costOfFalseAlarm, 4),
        Digits.of(prevalence, 4),
        point,
        Digits.of(cost(), 4),
        Digits.of(low(), 4),
        Digits.of(high(), 4),
        point.events(),
        point.nulls(),
        Digits.of(costOfNever(), 4),
        Digits.of(costOfAlways(), 4),
        Digits.of(saving(), 4),
        Digits.of(point.alarmIsTrue(prevalence), 4));
  }

  private double low() {
    return Math.max(0, cost() - Z95 * standardError());
  }

  private double high() {
    return cost() + Z95 * standardError();
  }

  @Override
  public Table table() {
    double[] tpr = point.truePositiveInterval(0.95);
    double[] fpr = point.falsePositiveInterval(0.95);
    return Quantities.of("decision on " + roc.name())
        .and("threshold", threshold())
        .and("expected cost", cost(), low(), high())
        .and("cost of never acting", costOfNever())
        .and("cost of always acting", costOfAlways())
        .and("true-positive rate", point.truePositiveRate(), tpr[0], tpr[1])
        .and("false-positive rate", point.falsePositiveRate(), fpr[0], fpr[1])
        .and("probability that an alarm is true", point.alarmIsTrue(prevalence))
        .table();
  }

  /** Expected cost against the threshold, beside never and always acting. */
  @Override
  public Figure chart() {
    RocCurve curve = roc.curve();
    double[] costs = costs(curve, costOfNever(), costOfAlways());
    double[] scores = curve.thresholds();
    int k = scores.length - 1;
    double[] ends = {scores[k], scores[1]};
    var panel =
        Panel.of("Threshold of " + roc.name(), "Expected cost a case")
            .line(
                "act at or above the threshold",
                Arrays.copyOfRange(scores, 1, k + 1),
                Arrays.copyOfRange(costs, 1, k + 1))
            .line("never act", ends, new double[] {costOfNever(), costOfNever()})
            .line("always act", ends, new double[] {costOfAlways(), costOfAlways()});
    return Figure.of(Double.isFinite(threshold()) ? panel.vertical(threshold()) : panel);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("score", roc.name());
    options.put("cost of a miss", Double.toString(costOfMiss));
    options.put("cost of a false alarm", Double.toString(costOfFalseAlarm));
    options.put("prevalence", Double.toString(prevalence));
    return Provenance.of(options);
  }
}
