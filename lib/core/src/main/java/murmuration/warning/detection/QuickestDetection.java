package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Quickest detection: an alarm as soon as possible after a record has left its regime for another,
 * with false alarms no more often than once in a wanted number of samples. Each sample adds the
 * logarithm of its likelihood ratio, {@code l_i = ln p(x_i | x_(i-1); after) - ln p(x_i | x_(i-1);
 * before)}, both AR(1), to a statistic that rings at a threshold (Carpenter, Brock, Cole and Pace
 * 2014, A new approach for rapid detection of nearby thresholds in ecosystem time series):
 *
 * <ul>
 *   <li>{@link Rule#CUSUM}: {@code W_i = max(0, W_(i-1) + l_i)} (Page 1954, Continuous inspection
 *       schemes), of least worst-case delay;
 *   <li>{@link Rule#SHIRYAEV_ROBERTS}: {@code R_i = (1 + R_(i-1)) exp(l_i)}, shown as {@code ln R}
 *       (Shiryaev 1963; Roberts 1966), of least delay for a change that comes late.
 * </ul>
 *
 * <pre>{@code
 * QuickestThreshold watch =
 *     QuickestDetection.from(baseline).toward(0.95).averageRunLength(1000).calibrate();
 * QuickestAlarm alarm = watch.over(x);
 * }</pre>
 *
 * <p>The threshold is found by simulating the regime before the change: both rules have an average
 * run length of at least {@code e^b} at the threshold b, so none above {@code ln} of the wanted one
 * is ever needed. The delay is simulated from the regime after it, with the statistic at its start,
 * where it is longest. Both take the two regimes for exactly known; a baseline of few samples, or
 * one that was chosen for being calm, rings more often than promised.
 *
 * @param before the regime that is left, {@code |phi| < 1}
 * @param after the regime that is watched for
 * @param rule how evidence is added up
 * @param averageRunLength samples to a false alarm on average, 10 to 1,000,000
 * @param paths simulated records behind threshold and delay, 100 to 100,000
 * @param seed seed of the random numbers
 */
public record QuickestDetection(
    Ar1Regime before, Ar1Regime after, Rule rule, double averageRunLength, int paths, long seed) {
  /** How evidence is added up. */
  public enum Rule {
    /** Cumulative sums that start again at 0; in nats. */
    CUSUM,
    /** Sums over all times at which the change may have come; {@code ln R}. */
    SHIRYAEV_ROBERTS;

    /** The statistic before the first sample. */
    double start() {
      return this == CUSUM ? 0 : Double.NEGATIVE_INFINITY;
    }

    double next(double statistic, double evidence) {
      return this == CUSUM
          ? Math.max(0, statistic + evidence)
          : Math.max(0, statistic) + Math.log1p(Math.exp(-Math.abs(statistic))) + evidence;
    }
  }

  private static final double LONGEST = 20;
  private static final double MARGIN = 0.5;
  private static final double LOWEST = -50;
  private static final double MOST_SAMPLES = 1e9;
  private static final int CHECKED = 1 << 16;

  /** Checks the ranges. */
  public QuickestDetection {
    Arguments.present("before", before);
    Arguments.present("after", after);
    Arguments.present("rule", rule);
    Arguments.require(
        before.isStationary(), "before has phi %s: expected between -1 and 1", before.phi());
    Arguments.require(
        !before.equals(after), "after is %s, as before: expected another regime", after);
    Arguments.within("averageRunLength", averageRunLength, 10, 1e6);
    Arguments.require(
        paths >= 100 && paths <= 100_000, "paths is %d: expected 100 to 100000", paths);
    Arguments.require(
        paths * averageRunLength <= MOST_SAMPLES,
        "paths is %d for an average run length of %s: expected a product up to 1e9",
        paths,
        averageRunLength);
  }

  /** From one regime to another, by Shiryaev and Roberts, 1000 samples to a false alarm. */
  public static QuickestDetection of(Ar1Regime before, Ar1Regime after) {
    return new QuickestDetection(before, after, Rule.SHIRYAEV_ROBERTS, 1000, 2000, 1);
  }

  /**
   * From the regime of a baseline to one with phi half-way to 1 and the same mean and innovations;
   * see {@link #toward}.
   *
   * @param baseline observations at equal steps from before any change, at least 10, finite
   */
  public static QuickestDetection from(double[] baseline) {
    var before = Ar1Regime.fit(baseline);
    return of(before, new Ar1Regime(before.mean(), (1 + before.phi()) / 2, before.sd()));
  }

  /** The same on the watch for this phi, with the mean and innovations of the regime before. */
  public QuickestDetection toward(double phi) {
    return toward(new Ar1Regime(before.mean(), phi, before.sd()));
  }

  /** The same on the watch for another regime. */
  public QuickestDetection toward(Ar1Regime regime) {
    return new QuickestDetection(before, regime, rule, averageRunLength, paths, seed);
  }

  /** The same with another rule; by default {@link Rule#SHIRYAEV_ROBERTS}. */
  public QuickestDetection rule(Rule value) {
    return new QuickestDetection(before, after, value, averageRunLength, paths, seed);
  }

  /** The same by cumulative sums. */
  public QuickestDetection cusum() {
    return rule(Rule.CUSUM);
  }

  /** The same by the sums of Shiryaev and Roberts. */
  public QuickestDetection shiryaevRoberts() {
    return rule(Rule.SHIRYAEV_ROBERTS);
  }

  /** The same with a false alarm once in so many samples on average. */
  public QuickestDetection averageRunLength(double samples) {
    return new QuickestDetection(before, after, rule, samples, paths, seed);
  }

  /** The same with this many simulated records. */
  public QuickestDetection paths(int count) {
    return new QuickestDetection(before, after, rule, averageRunLength, count, seed);
  }

  /** The same with another seed. */
  public QuickestDetection seed(long value) {
    return new QuickestDetection(before, after, rule, averageRunLength, paths, value);
  }

  /**
   * Finds the threshold and what it costs in delay; on all cores, the same for a seed whatever the
   * number of threads.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public QuickestThreshold calibrate() {
    double highest = Math.log(averageRunLength) + MARGIN;
    int longest = (int) Math.ceil(LONGEST * averageRunLength);
    var ladders =
        Parallel.map(
            "average run length",
            paths,
            i -> {
              var random = Rng.of(seed, i);
              return climb(before, before.start(random), random, highest, longest);
            });
    double low = LOWEST;
    double high = highest;
    for (int round = 0; round < 60; round++) {
      double mid = (low + high) / 2;
      if (ladders.stream().mapToDouble(l -> l.reach(mid)).average().orElse(0) < averageRunLength) {
        low = mid;
      } else {
        high = mid;
      }
    }
    double threshold = high;
    double[] runLengths = ladders.stream().mapToDouble(l -> l.reach(threshold)).toArray();
    double[] delays =
        Parallel.doubles(
            "detection delay",
            paths,
            i -> {
              var random = Rng.of(seed, paths + (long) i);
              return climb(after, before.start(random), random, threshold, longest)
                  .reach(threshold);
            });
    return new QuickestThreshold(this, threshold, runLengths, delays);
  }

  /** The ever higher values of the statistic along a simulated record, up to {@code highest}. */
  private Ladder climb(
      Ar1Regime regime, double start, RandomGenerator random, double highest, int longest) {
    var ladder = new Ladder(longest);
    double x = start;
    double statistic = rule.start();
    for (int i = 1; i <= longest && !(ladder.top() >= highest); i++) {
      double next = regime.next(x, random);
      statistic = rule.next(statistic, evidence(x, next));
      if (statistic > ladder.top()) {
        ladder.add(i, statistic);
      }
      x = next;
      if (i % CHECKED == 0) {
        Interruption.check("the simulation of run lengths");
      }
    }
    return ladder;
  }

  private double evidence(double x, double next) {
    return after.logDensity(x, next) - before.logDensity(x, next);
  }

  /** The statistic along a record; NaN at the first sample and where one is missing. */
  double[] along(TimeSeries series) {
    double[] x = series.values();
    double[] statistic = new double[x.length];
    Arrays.fill(statistic, Double.NaN);
    double now = rule.start();
    for (int i = 1; i < x.length; i++) {
      double evidence = evidence(x[i - 1], x[i]);
      if (!Double.isNaN(evidence)) {
        now = rule.next(now, evidence);
        statistic[i] = now;
      }
    }
    return statistic;
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("before", before.toString());
    options.put("after", after.toString());
    options.put("rule", rule.toString());
    options.put("average run length", Digits.of(averageRunLength, 6));
    options.put("paths", Integer.toString(paths));
    return Provenance.of(options).seed(seed);
  }

  /** When a statistic first reached each of its records. */
  private static final class Ladder {
    private final int longest;
    private int[] times = new int[16];
    private double[] values = new double[16];
    private int size;

    Ladder(int longest) {
      this.longest = longest;
    }

    double top() {
      return size == 0 ? Double.NEGATIVE_INFINITY : values[size - 1];
    }

    void add(int time, double value) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      times[size] = time;
      values[size++] = value;
    }

    /** The first time at or above a threshold; the end of the record if it never was. */
    int reach(double threshold) {
      int found = Arrays.binarySearch(values, 0, size, threshold);
      int at = found >= 0 ? found : -found - 1;
      return at < size ? times[at] : longest;
    }
  }
}
