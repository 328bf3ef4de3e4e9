package murmuration.concept;

import java.util.Arrays;
import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.Present;
import murmuration.math.Rng;

/**
 * One quantity over runs that differ in their seed: its mean over the runs that have it, with a
 * percentile bootstrap interval over these runs. With few seeds such an interval is too short; and
 * where runs lack the quantity it describes the others only, so look at how many have it.
 *
 * @param name what it is, with its unit
 * @param values one a run; NaN where a run lacks it, such as the time of what was never learned
 * @param low lower end of the interval of the mean; NaN for fewer than two values
 * @param high upper end
 */
public record SeedQuantity(String name, double[] values, double low, double high) {
  private static final int MOST_DRAWS = 100_000;
  private static final int CHECKED = 1000;

  /** Keeps its own copy. */
  public SeedQuantity {
    Arguments.present("name", name);
    Arguments.series("values", values, 1);
    values = values.clone();
  }

  /**
   * A quantity and its interval.
   *
   * @param name what it is, with its unit
   * @param values one a run; NaN where a run lacks it
   * @param level of the interval, such as 0.95
   * @param draws resamples, 100 to 100,000
   * @param seed seed of the resamples
   */
  public static SeedQuantity of(String name, double[] values, double level, int draws, long seed) {
    Arguments.series("values", values, 1);
    Arguments.level(level);
    draws(draws);
    double[] kept = Present.at(Present.in(values), values);
    if (kept.length < 2) {
      return new SeedQuantity(name, values, Double.NaN, Double.NaN);
    }
    var random = Rng.of(seed);
    double[] means = new double[draws];
    for (int b = 0; b < draws; b++) {
      if (b % CHECKED == 0) {
        Interruption.check("bootstrap");
      }
      double sum = 0;
      for (int i = 0; i < kept.length; i++) {
        sum += kept[random.nextInt(kept.length)] / kept.length;
      }
      means[b] = sum;
    }
    var interval = BootstrapInterval.percentile(means, level);
    return new SeedQuantity(name, values, interval.low(), interval.high());
  }

  /** Refuses a number of draws that is too small to mean anything or too large to wait for. */
  static int draws(int draws) {
    Arguments.require(
        draws >= 100 && draws <= MOST_DRAWS, "draws is %d: expected 100 to %d", draws, MOST_DRAWS);
    return draws;
  }

  /** One a run; NaN where a run lacks it. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** The runs that have it. */
  public int count() {
    return Present.in(values).length;
  }

  /** Its mean over the runs that have it; NaN where none has. */
  public double mean() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /** One line: mean, interval, and how many runs have it. */
  @Override
  public String toString() {
    if (count() == 0) {
      return String.format(Locale.ROOT, "%-28s in none of %d runs", name, values.length);
    }
    String interval =
        Double.isNaN(low) ? "" : " (" + Digits.of(low, 4) + " to " + Digits.of(high, 4) + ")";
    String most = count() < values.length ? ", " + count() + " of " + values.length + " runs" : "";
    return String.format(Locale.ROOT, "%-28s %s%s%s", name, Digits.of(mean(), 4), interval, most);
  }
}
