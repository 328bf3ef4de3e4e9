package murmuration.sorting.measure;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * The mean of an ensemble's runs with its 95 % percentile interval over 2,000 resamples of the runs
 * (Efron 1979).
 *
 * @param n runs
 * @param mean their mean
 * @param sd their standard deviation; NaN for one run
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param seed seed of the resamples
 */
public record BootstrapMean(int n, double mean, double sd, double low, double high, long seed)
    implements Result {
  private static final int RESAMPLES = 2000;
  private static final double LEVEL = 0.95;

  /** Checks that there are runs. */
  public BootstrapMean {
    Arguments.require(n >= 1, "n is %d: expected 1 or more runs", n);
  }

  /**
   * The mean and its interval.
   *
   * @param runs one value a run, at least 1, finite
   */
  public static BootstrapMean of(double[] runs, long seed) {
    Arguments.finite("runs", runs, 1);
    double[] draws = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      Interruption.check("a bootstrap");
      var random = Rng.of(seed, i);
      double sum = 0;
      for (int k = 0; k < runs.length; k++) {
        sum += runs[random.nextInt(runs.length)];
      }
      draws[i] = sum / runs.length;
    }
    var interval = BootstrapInterval.percentile(draws, LEVEL);
    double sd = runs.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(runs));
    return new BootstrapMean(
        runs.length, StatUtils.mean(runs), sd, interval.low(), interval.high(), seed);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "mean %s (95 %% %s to %s), sd %s, n = %d",
        Digits.of(mean, 4),
        Digits.of(low, 4),
        Digits.of(high, 4),
        Digits.of(sd, 4),
        n);
  }

  @Override
  public Table table() {
    return Quantities.of("mean of runs").and("mean", mean, low, high).and("sd", sd).table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("resamples", Integer.toString(RESAMPLES))).seed(seed);
  }
}
