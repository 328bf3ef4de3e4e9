package murmuration.scaling.pass;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * The PassUntil score of a data set: the mean over its items, with the error that sampling leaves
 * and the error that the choice of items leaves.
 *
 * <pre>{@code
 * var items = List.of(PassUntil.of(2, 51), PassUntil.of(2, 804), PassUntil.capped(0, 2, 100_000));
 * var score = PassUntilMean.of(items, PassUntil.Estimator.UMVU, 2000, 1);
 * }</pre>
 *
 * @param items the items, at least 1
 * @param estimator how each is estimated
 * @param value the mean of the estimates
 * @param samplingError standard error for these very items: {@code sqrt(sum se_i^2)/m}
 * @param low lower end of the 95 % percentile interval when items are drawn again
 * @param high its upper end
 * @param resamples how often they were drawn
 * @param seed seed of the draws
 */
public record PassUntilMean(
    List<PassUntil> items,
    PassUntil.Estimator estimator,
    double value,
    double samplingError,
    double low,
    double high,
    int resamples,
    long seed)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Checks the parts and keeps its own copy of the items. */
  public PassUntilMean {
    items = Arguments.listed("items", items);
    Arguments.require(!items.isEmpty(), "items is empty: expected at least one");
    Arguments.present("estimator", estimator);
  }

  /**
   * The mean over items, with an interval for items drawn from a larger set.
   *
   * @param items the items, at least 1
   * @param estimator how each is estimated; {@link PassUntil.Estimator#UMVU} needs r of 2 or more
   * @param resamples draws of the items with replacement, 2 to 1,000,000
   * @param seed seed of the draws
   */
  public static PassUntilMean of(
      List<PassUntil> items, PassUntil.Estimator estimator, int resamples, long seed) {
    var list = Arguments.listed("items", items);
    Arguments.require(!list.isEmpty(), "items is empty: expected at least one");
    Arguments.present("estimator", estimator);
    double[] estimates = list.stream().mapToDouble(item -> item.estimate(estimator)).toArray();
    double[] means = ItemDraws.of(list.size(), resamples, seed).means("PassUntil", estimates);
    var interval = BootstrapInterval.percentile(means, LEVEL);
    double squares = list.stream().mapToDouble(i -> i.standardError() * i.standardError()).sum();
    return new PassUntilMean(
        list,
        estimator,
        Moments.mean(estimates),
        Math.sqrt(squares) / list.size(),
        interval.low(),
        interval.high(),
        resamples,
        seed);
  }

  /** Items whose sampling was stopped by the cap. */
  public int censored() {
    return (int) items.stream().filter(PassUntil::censored).count();
  }

  /** Items without a single pass. */
  public int withoutPass() {
    return (int) items.stream().filter(item -> item.passes() == 0).count();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        PassUntil of %d items by %s: %s (95 %% %s to %s, items drawn %d times)
        standard error for these items %s; %d censored, %d of them without a pass\
        """,
        items.size(),
        estimator,
        Digits.of(value, 4),
        Digits.of(low, 4),
        Digits.of(high, 4),
        resamples,
        Digits.of(samplingError, 4),
        censored(),
        withoutPass());
  }

  @Override
  public Table table() {
    return Quantities.of("PassUntil of a data set")
        .and("mean pass rate", value, low, high)
        .and("standard error, these items", samplingError)
        .and("items", items.size())
        .and("censored", censored())
        .and("without a pass", withoutPass())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("estimator", estimator.toString(), "resamples", Integer.toString(resamples)))
        .seed(seed);
  }
}
