package murmuration.concept;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Interruption;
import murmuration.math.IsotonicRegression;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Where the order of learning turns over along a sweep: the signal at which two concepts are
 * learned at the same time.
 *
 * <p>The difference of mean learning times is taken to rise or fall with the signal throughout
 * ({@link IsotonicRegression}, in the direction that fits better); the crossing is where that
 * curve, joined by lines, is 0. Runs of each condition are resampled for the interval. A concept
 * that was never learned has the time {@code never}: the sign of a difference does not depend on
 * it, the place between two conditions does.
 *
 * @param crossing the signal at which times are equal; NaN where the order does not change
 * @param low lower end of its interval; NaN where no condition has two runs, or no resample crosses
 * @param high upper end
 * @param level of the interval
 * @param crossed share of resamples in which the order changes; NaN where no condition has two runs
 * @param signals the conditions, in increasing order
 * @param differences mean time of the first concept less that of the second, steps
 * @param from the last condition before the order changes; NaN where it does not
 * @param to the first condition after
 * @param provenance where it comes from
 */
public record OrderCrossing(
    double crossing,
    double low,
    double high,
    double level,
    double crossed,
    double[] signals,
    double[] differences,
    double from,
    double to,
    Provenance provenance)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int DRAWS = 2000;
  private static final int CHECKED = 100;

  /** Checks the lengths and keeps its own copy. */
  public OrderCrossing {
    Arguments.level(level);
    Arguments.increasing("signals", signals);
    Arguments.finite("differences", differences, 2);
    Arguments.sameLength("signals", signals, "differences", differences);
    Arguments.present("provenance", provenance);
    signals = signals.clone();
    differences = differences.clone();
  }

  /** {@link #of(double[], double[][], double[][], double, int, long)}, 2000 resamples, seed 1. */
  public static OrderCrossing of(
      double[] signals, double[][] first, double[][] second, double never) {
    return of(signals, first, second, never, DRAWS, 1);
  }

  /**
   * The crossing of two concepts, with an interval of 95 %.
   *
   * @param signals the conditions, at least 2, in increasing order
   * @param first learning times of the first concept, one row a condition, one number a run; NaN
   *     where it was never learned
   * @param second the same of the second concept, of the same runs
   * @param never the time that stands for never, at least as long as any other
   * @param draws resamples, 100 to 100,000
   * @param seed seed of the resamples
   */
  public static OrderCrossing of(
      double[] signals, double[][] first, double[][] second, double never, int draws, long seed) {
    Arguments.increasing("signals", signals);
    Arguments.require(
        signals.length >= 2, "signals has %d values: expected at least 2", signals.length);
    Arguments.positive("never", never);
    SeedQuantity.draws(draws);
    double[][] gaps = gaps(signals.length, first, second, never);
    double[] means = Arrays.stream(gaps).mapToDouble(OrderCrossing::mean).toArray();
    boolean rises = rises(signals, means);
    double crossing = zero(curve(signals, means, rises));
    var provenance = Provenance.of(Map.of("never", never + "", "resamples", draws + "")).seed(seed);
    double[] between = bracket(signals, curve(signals, means, rises).values());
    boolean repeated = Arrays.stream(gaps).anyMatch(row -> row.length > 1);
    double[] found = repeated ? resampled(signals, gaps, rises, draws, seed) : new double[0];
    double crossed = repeated ? (double) found.length / draws : Double.NaN;
    double low = Double.NaN;
    double high = Double.NaN;
    if (found.length >= 2) {
      var interval = BootstrapInterval.percentile(found, LEVEL);
      low = interval.low();
      high = interval.high();
    }
    return new OrderCrossing(
        crossing, low, high, LEVEL, crossed, signals, means, between[0], between[1], provenance);
  }

  /** First less second time of every run, with {@code never} for what was never learned. */
  private static double[][] gaps(
      int conditions, double[][] first, double[][] second, double never) {
    Arguments.present("first", first);
    Arguments.present("second", second);
    Arguments.require(
        first.length == conditions && second.length == conditions,
        "first has %d rows, second %d: expected %d, one a signal",
        first.length,
        second.length,
        conditions);
    double[][] gaps = new double[conditions][];
    for (int c = 0; c < conditions; c++) {
      Arguments.series("first[" + c + "]", first[c], 1);
      Arguments.series("second[" + c + "]", second[c], 1);
      Arguments.sameLength("first[" + c + "]", first[c], "second[" + c + "]", second[c]);
      gaps[c] = new double[first[c].length];
      for (int r = 0; r < gaps[c].length; r++) {
        gaps[c][r] = time(first[c][r], never) - time(second[c][r], never);
      }
    }
    return gaps;
  }

  /** The time, or {@code never} where there is none. */
  static double time(double time, double never) {
    Arguments.require(
        !(time > never), "never is %s: expected at least %s, the longest time", never, time);
    return Double.isNaN(time) ? never : time;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }

  private static boolean rises(double[] x, double[] y) {
    return squares(IsotonicRegression.increasing(x, y).values(), y)
        < squares(IsotonicRegression.decreasing(x, y).values(), y);
  }

  private static double squares(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum();
  }

  private static IsotonicRegression curve(double[] x, double[] y, boolean rises) {
    return rises ? IsotonicRegression.increasing(x, y) : IsotonicRegression.decreasing(x, y);
  }

  /** Where a monotone curve is 0: the middle of where it is; NaN where it has one sign. */
  private static double zero(IsotonicRegression curve) {
    double[] x = curve.x();
    double[] y = curve.values();
    int before = lastLike(y);
    int after = firstUnlike(y);
    if (before < 0 || after < 0) {
      return Double.NaN;
    }
    if (after == before + 1) {
      return x[before] + (x[after] - x[before]) * y[before] / (y[before] - y[after]);
    }
    return 0.5 * (x[before + 1] + x[after - 1]);
  }

  private static double[] bracket(double[] x, double[] y) {
    int before = lastLike(y);
    int after = firstUnlike(y);
    return before < 0 || after < 0
        ? new double[] {Double.NaN, Double.NaN}
        : new double[] {x[before], x[after]};
  }

  /** The last value of a monotone curve with the sign of its first; -1 where that is 0. */
  private static int lastLike(double[] y) {
    double sign = Math.signum(y[0]);
    int i = -1;
    while (sign != 0 && i + 1 < y.length && Math.signum(y[i + 1]) == sign) {
      i++;
    }
    return i;
  }

  /** The first value with the opposite sign; -1 where there is none. */
  private static int firstUnlike(double[] y) {
    double sign = Math.signum(y[0]);
    return IntStream.range(0, y.length).filter(i -> y[i] * sign < 0).findFirst().orElse(-1);
  }

  private static double[] resampled(
      double[] signals, double[][] gaps, boolean rises, int draws, long seed) {
    var random = Rng.of(seed);
    double[] found = new double[draws];
    double[] means = new double[gaps.length];
    int n = 0;
    for (int b = 0; b < draws; b++) {
      if (b % CHECKED == 0) {
        Interruption.check("bootstrap of the crossing");
      }
      for (int c = 0; c < gaps.length; c++) {
        double sum = 0;
        for (int r = 0; r < gaps[c].length; r++) {
          sum += gaps[c][random.nextInt(gaps[c].length)] / gaps[c].length;
        }
        means[c] = sum;
      }
      found[n] = zero(curve(signals, means, rises));
      n += Double.isNaN(found[n]) ? 0 : 1;
    }
    return Arrays.copyOf(found, n);
  }

  /** The conditions, in increasing order. */
  @Override
  public double[] signals() {
    return signals.clone();
  }

  /** Mean time of the first concept less that of the second, steps. */
  @Override
  public double[] differences() {
    return differences.clone();
  }

  @Override
  public String summary() {
    if (Double.isNaN(crossing)) {
      return "the order of learning is the same at all " + signals.length + " conditions";
    }
    String where =
        String.format(
            Locale.ROOT,
            "the order of learning changes at %.4g, between the conditions %.4g and %.4g",
            crossing,
            from,
            to);
    return Double.isNaN(low)
        ? where + "\nno interval: one run a condition"
        : String.format(
            Locale.ROOT,
            "%s\n%.3g %% CI %.4g to %.4g; the order changes in %.3g %% of resamples",
            where,
            100 * level,
            low,
            high,
            100 * crossed);
  }

  @Override
  public Table table() {
    return Quantities.of("order crossing")
        .and("signal at which the order changes", crossing, low, high)
        .and("condition before", from)
        .and("condition after", to)
        .and("share of resamples with a change", crossed)
        .table();
  }

  /** The difference of mean learning times along the sweep. */
  @Override
  public Figure chart() {
    Panel panel =
        Panel.of("Signal", "Difference of learning times (steps)")
            .points("conditions", signals, differences)
            .horizontal(0);
    return Figure.of(Double.isNaN(crossing) ? panel : panel.vertical(crossing));
  }
}
