package murmuration.warning.detection;

import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;

/**
 * What a threshold does on a sample: alarm where the score is at least the threshold.
 *
 * @param threshold the lowest score that raises an alarm; infinite for no alarm at all
 * @param truePositives events with an alarm
 * @param events all events, at least 1
 * @param falsePositives nulls with an alarm
 * @param nulls all nulls, at least 1
 */
public record OperatingPoint(
    double threshold, int truePositives, int events, int falsePositives, int nulls) {
  /** Checks the counts. */
  public OperatingPoint {
    Arguments.require(!Double.isNaN(threshold), "threshold is NaN: expected a number");
    Arguments.require(events >= 1, "events is %d: expected at least 1", events);
    Arguments.require(nulls >= 1, "nulls is %d: expected at least 1", nulls);
    Arguments.require(
        truePositives >= 0 && truePositives <= events,
        "truePositives is %d: expected 0 to %d events",
        truePositives,
        events);
    Arguments.require(
        falsePositives >= 0 && falsePositives <= nulls,
        "falsePositives is %d: expected 0 to %d nulls",
        falsePositives,
        nulls);
  }

  /** The share of events with an alarm. */
  public double truePositiveRate() {
    return (double) truePositives / events;
  }

  /** The share of nulls with an alarm. */
  public double falsePositiveRate() {
    return (double) falsePositives / nulls;
  }

  /**
   * The exact interval of the true-positive rate at this threshold (Clopper and Pearson 1934). It
   * takes the threshold as given; where it was chosen on the same nulls, {@link Roc#bootstrap}
   * counts that too.
   *
   * @param level coverage, above 0 and below 1, such as 0.95
   * @return low and high
   */
  public double[] truePositiveInterval(double level) {
    return new Proportion(truePositives, events).clopperPearson(level);
  }

  /** The same for the false-positive rate. */
  public double[] falsePositiveInterval(double level) {
    return new Proportion(falsePositives, nulls).clopperPearson(level);
  }

  /**
   * The probability that an alarm is a true one, {@code p TPR / (p TPR + (1-p) FPR)}; NaN where
   * there is no alarm. Rare transitions make most alarms false even for a sharp detector.
   *
   * @param prevalence share p of cases that are events, 0 to 1
   */
  public double alarmIsTrue(double prevalence) {
    Arguments.within("prevalence", prevalence, 0, 1);
    double hits = prevalence * truePositiveRate();
    return hits / (hits + (1 - prevalence) * falsePositiveRate());
  }

  /** One line: threshold and the two rates. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "alarm from %s: %d of %d events, %d of %d nulls",
        Digits.of(threshold, 4),
        truePositives,
        events,
        falsePositives,
        nulls);
  }
}
