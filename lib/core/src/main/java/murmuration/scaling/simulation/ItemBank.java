package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Binomial;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.scaling.pass.PassCounts;
import murmuration.scaling.pass.TaskCurve;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A benchmark whose items have known chances at each model size, and counts drawn from it.
 *
 * <pre>{@code
 * ItemBank bank = ItemBank.beta(128, 0.3, 12, 1);
 * PassCounts counts = bank.sample(1e9, 10_000, 2);
 * ItemBank growing = ItemBank.logistic(128, 1.5, Math.log(3e9), 2, 1);
 * List<PassCounts> models = growing.sample(new double[] {1e8, 1e9, 1e10}, 1000, 2);
 * }</pre>
 *
 * @param items how the chance of each item depends on size, at least one
 */
public record ItemBank(List<TaskCurve> items) {
  private static final int MOST = 1_000_000;

  /** Keeps its own copy. */
  public ItemBank {
    items = Arguments.listed("items", items);
    Arguments.require(
        !items.isEmpty() && items.size() <= MOST,
        "items has %d values: expected 1 to %d",
        items.size(),
        MOST);
  }

  /**
   * Items whose chances are drawn from a Beta law and do not depend on size.
   *
   * @param items how many, 1 to 1,000,000
   * @param alpha first shape, 0.001 to 1000000
   * @param beta second shape, 0.001 to 1000000
   * @param seed seed; item i uses stream i
   */
  public static ItemBank beta(int items, double alpha, double beta, long seed) {
    Arguments.within("alpha", alpha, 1e-3, 1e6);
    Arguments.within("beta", beta, 1e-3, 1e6);
    var law = new BetaDistribution(null, alpha, beta, Double.MIN_NORMAL);
    return drawn(
        items,
        seed,
        random -> {
          double f = Math.log(-Math.log(law.inverseCumulativeProbability(random.nextDouble())));
          return n -> f;
        });
  }

  /**
   * Items with {@code p = 1/(1 + exp(-slope (ln N - m)))}, whose midpoints m are normal: each item
   * is learned over a range of sizes, and different ones over different ranges.
   *
   * @param items how many, 1 to 1,000,000
   * @param slope how fast an item is learned, finite
   * @param mean mean of the midpoints, in ln N, finite
   * @param spread their standard deviation, 0 or more
   * @param seed seed; item i uses stream i
   */
  public static ItemBank logistic(int items, double slope, double mean, double spread, long seed) {
    Arguments.finite("slope and mean", new double[] {slope, mean}, 2);
    Arguments.within("spread", spread, 0, Double.MAX_VALUE);
    return drawn(
        items,
        seed,
        random -> {
          double midpoint = mean + spread * random.nextGaussian();
          return n -> logistic(slope * (Math.log(n) - midpoint));
        });
  }

  /** F of the chance {@code 1/(1 + exp(-x))}. */
  private static double logistic(double x) {
    return x > 0 ? Math.log(Math.log1p(Math.exp(-x))) : Math.log(-x + Math.log1p(Math.exp(x)));
  }

  private static ItemBank drawn(int items, long seed, Function<RandomGenerator, TaskCurve> draw) {
    Arguments.require(items >= 1 && items <= MOST, "items is %d: expected 1 to %d", items, MOST);
    return new ItemBank(
        IntStream.range(0, items).mapToObj(i -> draw.apply(Rng.of(seed, i))).toList());
  }

  /**
   * The chance of each item.
   *
   * @param size size of the model, above 0
   */
  public double[] chances(double size) {
    Arguments.positive("size", size);
    return items.stream().mapToDouble(item -> item.passRate(size)).toArray();
  }

  /**
   * Counts of one model.
   *
   * @param size size of the model, above 0
   * @param samples samples of each item, 1 to 100,000,000
   * @param seed seed; item i uses stream i
   */
  public PassCounts sample(double size, int samples, long seed) {
    Arguments.require(
        samples >= 1 && samples <= 100_000_000, "samples is %d: expected 1 to 100000000", samples);
    double[] chances = chances(size);
    int[] passes = new int[chances.length];
    Arrays.setAll(passes, i -> Binomial.of(samples, chances[i]).next(Rng.of(seed, i)));
    return PassCounts.of(samples, passes).named("N = " + Digits.of(size, 4));
  }

  /**
   * Counts of several models on the same items.
   *
   * @param sizes sizes of the models, above 0, at least one
   * @param samples samples of each item, 1 to 100,000,000
   * @param seed seed; model j uses the seed of stream j
   */
  public List<PassCounts> sample(double[] sizes, int samples, long seed) {
    Arguments.finite("sizes", sizes, 1);
    return IntStream.range(0, sizes.length)
        .mapToObj(j -> sample(sizes[j], samples, Rng.seed(seed, j)))
        .toList();
  }
}
