package murmuration.math;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded random numbers: the same seed gives the same numbers on every machine and thread. */
public final class Rng {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Rng() {}

  /** The generator of this library (L64X128MixRandom of the JDK) at {@code seed}. */
  public static RandomGenerator of(long seed) {
    return FACTORY.create(seed);
  }

  /** The generator of cell {@code index} of a study with {@code seed}. */
  public static RandomGenerator of(long seed, long index) {
    return of(seed(seed, index));
  }

  /**
   * The seed of cell {@code index}: the SplitMix64 finaliser of (seed, index) (Steele, Lea and
   * Flood 2014), so that results do not depend on threads or on the order of work.
   */
  public static long seed(long seed, long index) {
    long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
