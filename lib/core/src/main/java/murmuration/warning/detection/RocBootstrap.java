package murmuration.warning.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Quantile;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * How sure a ROC curve is: the area and the true-positive rate at a given false-positive rate on
 * resamples of nulls and of events, percentile intervals.
 *
 * @param roc the curve
 * @param share the false-positive rate that a threshold may reach at most
 * @param areas area under the curve of each resample
 * @param rates true-positive rate of each resample at its own threshold
 * @param seed seed of the random numbers
 */
public record RocBootstrap(Roc roc, double share, double[] areas, double[] rates, long seed)
    implements Result {
  private static final int MOST = 1_000_000;

  /** Checks the lengths and keeps its own copies. */
  public RocBootstrap {
    Arguments.present("roc", roc);
    Arguments.within("share", share, 0, 1);
    Arguments.finite("areas", areas, 1);
    Arguments.finite("rates", rates, 1);
    Arguments.sameLength("areas", areas, "rates", rates);
    areas = areas.clone();
    rates = rates.clone();
  }

  static RocBootstrap of(Roc roc, double share, int resamples, long seed) {
    Arguments.within("share", share, 0, 1);
    Arguments.require(
        resamples >= 1 && resamples <= MOST, "resamples is %d: expected 1 to %d", resamples, MOST);
    var counts = new RocCurve.Counts(roc.nulls(), roc.events());
    double[] areas = new double[resamples];
    double[] rates = new double[resamples];
    Parallel.forEach(
        "ROC bootstrap",
        resamples,
        i -> {
          RandomGenerator random = Rng.of(seed, i);
          int[] nulls = draw(random, counts.ofNull, counts.scores.length);
          int[] events = draw(random, counts.ofEvent, counts.scores.length);
          areas[i] = area(nulls, events, counts.ofNull.length, counts.ofEvent.length);
          rates[i] = rate(nulls, events, share, counts.ofNull.length, counts.ofEvent.length);
        });
    return new RocBootstrap(roc, share, areas, rates, seed);
  }

  private static int[] draw(RandomGenerator random, int[] places, int k) {
    int[] counts = new int[k];
    for (int i = 0; i < places.length; i++) {
      counts[places[random.nextInt(places.length)]]++;
    }
    return counts;
  }

  private static double area(int[] nulls, int[] events, double n, double m) {
    double twice = 0;
    double above = 0;
    for (int i = 0; i < nulls.length; i++) {
      twice += nulls[i] * (2 * above + events[i]);
      above += events[i];
    }
    return twice / (2 * n * m);
  }

  private static double rate(int[] nulls, int[] events, double share, double n, double m) {
    int falseAlarms = 0;
    int found = 0;
    for (int i = 0; i < nulls.length && (falseAlarms + nulls[i]) / n <= share; i++) {
      falseAlarms += nulls[i];
      found += events[i];
    }
    return found / m;
  }

  @Override
  public double[] areas() {
    return areas.clone();
  }

  @Override
  public double[] rates() {
    return rates.clone();
  }

  /** The percentile interval of the area: low and high. */
  public double[] areaInterval(double level) {
    return interval(areas, level);
  }

  /** The percentile interval of the true-positive rate: low and high. */
  public double[] rateInterval(double level) {
    return interval(rates, level);
  }

  private static double[] interval(double[] values, double level) {
    double tail = (1 - Arguments.level(level)) / 2;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new double[] {
      Quantile.ofSorted(sorted, sorted.length, tail),
      Quantile.ofSorted(sorted, sorted.length, 1 - tail)
    };
  }

  @Override
  public String summary() {
    double[] area = areaInterval(0.95);
    double[] rate = rateInterval(0.95);
    return String.format(
        Locale.ROOT,
        """
        ROC of %s, %d resamples, seed %d
        AUC %s (95 %% %s to %s)
        true-positive rate at %s false positives %s (95 %% %s to %s)\
        """,
        roc.name(),
        areas.length,
        seed,
        Digits.of(roc.auc(), 4),
        Digits.of(area[0], 4),
        Digits.of(area[1], 4),
        Digits.of(share, 4),
        Digits.of(roc.atFalsePositiveRate(share).truePositiveRate(), 4),
        Digits.of(rate[0], 4),
        Digits.of(rate[1], 4));
  }

  @Override
  public Table table() {
    double[] area = areaInterval(0.95);
    double[] rate = rateInterval(0.95);
    double found = roc.atFalsePositiveRate(share).truePositiveRate();
    return Quantities.of("ROC bootstrap of " + roc.name())
        .and("AUC", roc.auc(), area[0], area[1])
        .and("true-positive rate at " + share + " false positives", found, rate[0], rate[1])
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("score", roc.name(), "resamples", Integer.toString(areas.length)))
        .seed(seed);
  }
}
