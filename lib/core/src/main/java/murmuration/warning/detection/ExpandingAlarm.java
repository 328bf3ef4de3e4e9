package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Where a score leaves its own past: an alarm at every value that lies more than so many running
 * standard deviations above (or also below) the running mean, both of them over all values so far,
 * this one included (Drake and Griffen 2010, Early warning signals of extinction in deteriorating
 * environments; EWSmethods). Because the value itself counts, nothing can be alarming before it has
 * a past: value number k cannot lie further out than {@code (k-1)/sqrt(k)} standard deviations.
 *
 * @param scores the score, length n; a NaN takes no part and raises no alarm
 * @param mean running mean, length n
 * @param sd running standard deviation (divided by one less than the count), length n; NaN at the
 *     first value
 * @param crossed where the alarm rings, length n
 * @param threshold how many standard deviations
 * @param twoTailed whether it also rings below the mean
 */
public record ExpandingAlarm(
    double[] scores,
    double[] mean,
    double[] sd,
    boolean[] crossed,
    double threshold,
    boolean twoTailed)
    implements Result {
  /** Checks the lengths and keeps its own copies. */
  public ExpandingAlarm {
    Arguments.series("scores", scores, 1);
    Arguments.sameLength("scores", scores, "mean", mean);
    Arguments.sameLength("scores", scores, "sd", sd);
    Arguments.require(
        Arguments.present("crossed", crossed).length == scores.length,
        "crossed has %d values: expected one for each of %d scores",
        crossed.length,
        scores.length);
    Arguments.positive("threshold", threshold);
    scores = scores.clone();
    mean = mean.clone();
    sd = sd.clone();
    crossed = crossed.clone();
  }

  /**
   * The alarm of a score.
   *
   * @param scores the score along time, at least 1 value; NaN where there is none
   * @param threshold how many standard deviations, above 0
   * @param twoTailed whether it also rings below the mean
   */
  public static ExpandingAlarm of(double[] scores, double threshold, boolean twoTailed) {
    Arguments.series("scores", scores, 1);
    Arguments.positive("threshold", threshold);
    int n = scores.length;
    double[] mean = new double[n];
    double[] sd = new double[n];
    boolean[] crossed = new boolean[n];
    var past = new RunningMoments();
    for (int i = 0; i < n; i++) {
      past.add(scores[i]);
      mean[i] = past.mean();
      sd[i] = past.sd();
      double above = scores[i] - mean[i];
      crossed[i] = (twoTailed ? Math.abs(above) : above) > threshold * sd[i];
    }
    return new ExpandingAlarm(scores, mean, sd, crossed, threshold, twoTailed);
  }

  @Override
  public double[] scores() {
    return scores.clone();
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public double[] sd() {
    return sd.clone();
  }

  @Override
  public boolean[] crossed() {
    return crossed.clone();
  }

  /** The first index with an alarm; -1 for none. */
  public int first() {
    return IntStream.range(0, crossed.length).filter(i -> crossed[i]).findFirst().orElse(-1);
  }

  /** How many values raise an alarm. */
  public int count() {
    return (int) IntStream.range(0, crossed.length).filter(i -> crossed[i]).count();
  }

  /**
   * How far out the score ever was, in running standard deviations; 0 if it never left its mean.
   * Only a value beyond {@link #threshold} raises an alarm.
   */
  public double largest() {
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> (scores[i] - mean[i]) / sd[i])
        .map(z -> twoTailed ? Math.abs(z) : z)
        .filter(z -> z > 0)
        .max()
        .orElse(0);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d alarms in %d values (%s %s sd), %s; furthest out %s sd",
        count(),
        scores.length,
        twoTailed ? "beyond" : "above",
        Digits.of(threshold, 4),
        first() < 0 ? "none" : "first at index " + first(),
        Digits.of(largest(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("alarm")
        .and("alarms", count())
        .and("first alarm at index", first() < 0 ? Double.NaN : first())
        .and("furthest out, in sd", largest())
        .and("n", scores.length)
        .table();
  }

  /** One row a value: score, running mean and sd, alarm. */
  public Table steps() {
    return Table.create(
        "running alarm",
        DoubleColumn.create("score", scores),
        DoubleColumn.create("mean", mean),
        DoubleColumn.create("sd", sd),
        BooleanColumn.create("alarm", crossed));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("threshold", Double.toString(threshold));
    options.put("tails", twoTailed ? "two" : "one");
    return Provenance.of(options);
  }

  /** The lines that the score crosses: mean plus, or minus, the threshold. */
  double[] edge(double sign) {
    double[] edge = mean.clone();
    Arrays.setAll(edge, i -> mean[i] + sign * threshold * sd[i]);
    return edge;
  }
}
