package murmuration.warning.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * How well a score tells runs before an event from runs before none: the receiver operating
 * characteristic, at every threshold the share of events and of nulls that raise an alarm.
 *
 * <pre>{@code
 * var roc = Roc.of("variance", tausWithoutTransition, tausBeforeTransition);
 * roc.auc();                           // 0.5 is chance, 1 perfect
 * roc.atFalsePositiveRate(0.05);       // events found at 5 % false alarms
 * roc.decide(10, 1, 0.2);              // threshold of least cost
 * }</pre>
 *
 * <p>The area {@code AUC = P(event > null) + P(event = null)/2} is the Mann-Whitney statistic,
 * exact, with half credit for ties. Higher scores speak for an event; an area below 0.5 says that
 * the score falls instead. Its standard error is that of DeLong, DeLong and Clarke-Pearson (1988).
 *
 * @param name what the score is
 * @param nulls scores of the runs without an event, at least 1, finite
 * @param events scores of the runs with an event, at least 1, finite
 */
public record Roc(String name, double[] nulls, double[] events) implements Charted {
  private static final double COVERAGE = 0.95;
  private static final double FALSE_ALARMS = 0.05;

  /** Checks the scores and keeps its own copies. */
  public Roc {
    Arguments.present("name", name);
    Arguments.finite("nulls", nulls, 1);
    Arguments.finite("events", events, 1);
    nulls = nulls.clone();
    events = events.clone();
  }

  /**
   * From two samples of a score.
   *
   * @param nulls scores of the runs without an event, at least 1
   * @param events scores of the runs with an event, at least 1
   * @throws IllegalArgumentException for a sample that is empty, infinite or holds NaN
   */
  public static Roc of(double[] nulls, double[] events) {
    return new Roc("score", nulls, events);
  }

  /** The same for a score with a name. */
  public static Roc of(String name, double[] nulls, double[] events) {
    return new Roc(name, nulls, events);
  }

  /**
   * From labels beside scores.
   *
   * @param labels 1 for an event, 0 for none, length n; at least one of each
   * @param scores scores, length n, finite
   */
  public static Roc ofLabels(int[] labels, double[] scores) {
    Arguments.present("labels", labels);
    Arguments.finite("scores", scores, 2);
    Arguments.require(
        labels.length == scores.length,
        "labels has %d values, scores has %d: expected the same length",
        labels.length,
        scores.length);
    for (int i = 0; i < labels.length; i++) {
      Arguments.require(
          labels[i] == 0 || labels[i] == 1, "labels[%d] is %d: expected 0 or 1", i, labels[i]);
    }
    return of(labelled(0, labels, scores), labelled(1, labels, scores));
  }

  private static double[] labelled(int label, int[] labels, double[] scores) {
    double[] found =
        IntStream.range(0, labels.length)
            .filter(i -> labels[i] == label)
            .mapToDouble(i -> scores[i])
            .toArray();
    Arguments.require(found.length > 0, "labels has no %d: expected at least one", label);
    return found;
  }

  /** The same under another name. */
  public Roc name(String newName) {
    return new Roc(newName, nulls, events);
  }

  @Override
  public double[] nulls() {
    return nulls.clone();
  }

  @Override
  public double[] events() {
    return events.clone();
  }

  /** The area under the curve, 0 to 1. */
  public double auc() {
    return Placements.area(nulls, events);
  }

  /**
   * The standard error of the area (DeLong et al. 1988); NaN with a single event or a single null.
   * It is 0 where the samples do not overlap, which says nothing of how sure the area is.
   */
  public double standardError() {
    return Math.sqrt(placements().variance());
  }

  /** {@link #interval} of 95 %, its lower end. */
  public double low() {
    return interval(COVERAGE)[0];
  }

  /** {@link #interval} of 95 %, its upper end. */
  public double high() {
    return interval(COVERAGE)[1];
  }

  /**
   * An interval of the area: DeLong's standard error on the scale of {@code ln(AUC/(1-AUC))}, which
   * keeps it within 0 and 1 (Pepe 2003, section 5.2.5). Programs that print {@code AUC +- 1.96 se}
   * give the same to the first order.
   *
   * <p>Where the standard error is 0 or unknown (samples that do not overlap, all scores tied, a
   * single event) it is the exact binomial interval of {@code AUC k} of k pairs, {@code k =
   * min(events, nulls)}: so many disjoint pairs are independent. It is wide rather than wrong.
   *
   * @param level coverage, above 0 and below 1
   * @return low and high
   */
  public double[] interval(double level) {
    Arguments.level(level);
    double auc = auc();
    double se = standardError();
    if (!(se > 0) || auc <= 0 || auc >= 1) {
      double pairs = Math.min(nulls.length, events.length);
      return new Proportion(auc * pairs, pairs).clopperPearson(level);
    }
    double logit = Math.log(auc / (1 - auc));
    double width = Normal.quantile(0.5 + level / 2) * se / (auc * (1 - auc));
    return new double[] {expit(logit - width), expit(logit + width)};
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The curve at every distinct threshold. */
  public RocCurve curve() {
    return RocCurve.of(new RocCurve.Counts(nulls, events));
  }

  /** What a threshold does: alarm where the score is at least this high. */
  public OperatingPoint at(double threshold) {
    Arguments.require(!Double.isNaN(threshold), "threshold is NaN: expected a number");
    return new OperatingPoint(
        threshold,
        reached(events, threshold),
        events.length,
        reached(nulls, threshold),
        nulls.length);
  }

  private static int reached(double[] scores, double threshold) {
    return (int) Arrays.stream(scores).filter(s -> s >= threshold).count();
  }

  /**
   * The lowest threshold among the scores at which at most this share of the nulls raise an alarm:
   * the most events that can be found at this price. With few nulls it is coarse: among 10, a share
   * of 0.05 allows none.
   *
   * @param share false-positive rate, 0 to 1
   */
  public OperatingPoint atFalsePositiveRate(double share) {
    Arguments.within("share", share, 0, 1);
    RocCurve curve = curve();
    double[] rates = curve.falsePositiveRate();
    int last = 0;
    while (last + 1 < rates.length && rates[last + 1] <= share) {
      last++;
    }
    return at(curve.thresholds()[last]);
  }

  /**
   * Intervals of the area and of the true-positive rate at a given false-positive rate by
   * resampling nulls and events apart, so that the threshold, which depends on the nulls, varies
   * too.
   *
   * @param share false-positive rate, 0 to 1
   * @param resamples how often, 1 to 1,000,000
   * @param seed seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RocBootstrap bootstrap(double share, int resamples, long seed) {
    return RocBootstrap.of(this, share, resamples, seed);
  }

  /**
   * The threshold of least expected cost; see {@link Decision}.
   *
   * @param costOfMiss cost of an event without an alarm, above 0
   * @param costOfFalseAlarm cost of an alarm without an event, above 0, in the same unit
   * @param prevalence share of cases that are events, 0 to 1
   */
  public Decision decide(double costOfMiss, double costOfFalseAlarm, double prevalence) {
    return Decision.of(this, costOfMiss, costOfFalseAlarm, prevalence);
  }

  Placements placements() {
    return Placements.of(nulls, events);
  }

  @Override
  public String summary() {
    OperatingPoint point = atFalsePositiveRate(FALSE_ALARMS);
    double[] rate = point.truePositiveInterval(COVERAGE);
    return String.format(
        Locale.ROOT,
        """
        ROC of %s: %d events, %d nulls
        AUC %s (95 %% interval %s to %s, DeLong)%s
        at 5 %% false positives: %s of events found (%s to %s), alarm from %s\
        """,
        name,
        events.length,
        nulls.length,
        Digits.of(auc(), 4),
        Digits.of(low(), 4),
        Digits.of(high(), 4),
        high() < 0.5 ? "; below 0.5: the score falls before events" : "",
        Digits.of(point.truePositiveRate(), 4),
        Digits.of(rate[0], 4),
        Digits.of(rate[1], 4),
        Digits.of(point.threshold(), 4));
  }

  @Override
  public Table table() {
    OperatingPoint point = atFalsePositiveRate(FALSE_ALARMS);
    double[] rate = point.truePositiveInterval(COVERAGE);
    return Quantities.of("ROC of " + name)
        .and("AUC", auc(), low(), high())
        .and(
            "true-positive rate at 5 % false positives", point.truePositiveRate(), rate[0], rate[1])
        .and("threshold at 5 % false positives", point.threshold())
        .and("events", events.length)
        .and("nulls", nulls.length)
        .table();
  }

  /** The curve beside the diagonal of chance. */
  @Override
  public Figure chart() {
    return RocComparison.chart(List.of(this));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("score", name, "interval", "DeLong, logit scale"));
  }
}
