package murmuration.scaling.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.scaling.pass.PassUntil;

/**
 * Items that are sampled until they have passed r times, drawn without a loop over samples: the
 * waits between passes are geometric, by inversion.
 *
 * <pre>{@code
 * var sampler = new PassUntilSampler(1e-4, 2, 100_000, 1);
 * List<PassUntil> items = sampler.items(1000);
 * }</pre>
 *
 * @param p chance that a sample passes, 0 to 1
 * @param r passes to wait for, 1 to 1,000,000
 * @param kMax samples after which one gives up, 1 or more
 * @param seed seed; item i uses stream i
 */
public record PassUntilSampler(double p, int r, int kMax, long seed) {
  private static final int MOST = 1_000_000;

  /** Checks the design. */
  public PassUntilSampler {
    Arguments.within("p", p, 0, 1);
    Arguments.require(r >= 1 && r <= MOST, "r is %d: expected 1 to %d passes", r, MOST);
    Arguments.require(kMax >= 1, "kMax is %d: expected at least 1 sample", kMax);
  }

  /**
   * One item.
   *
   * @param index which, 0 or more
   */
  public PassUntil item(long index) {
    Arguments.require(index >= 0, "index is %d: expected 0 or more", index);
    RandomGenerator random = Rng.of(seed, index);
    double scale = Math.log1p(-p);
    long samples = 0;
    for (int passes = 0; passes < r; passes++) {
      double wait = 1 + Math.floor(Math.log(1 - random.nextDouble()) / scale);
      if (!(samples + wait <= kMax)) {
        return PassUntil.capped(passes, r, kMax);
      }
      samples += (long) wait;
    }
    return PassUntil.of(r, (int) samples);
  }

  /**
   * The items from the first on.
   *
   * @param n how many, 1 to 1,000,000
   */
  public List<PassUntil> items(int n) {
    Arguments.require(n >= 1 && n <= MOST, "n is %d: expected 1 to %d items", n, MOST);
    return IntStream.range(0, n).mapToObj(this::item).toList();
  }
}
