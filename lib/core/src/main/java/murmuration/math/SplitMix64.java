package murmuration.math;

import java.util.random.RandomGenerator;

/**
 * The SplitMix64 stream (Steele, Lea and Flood 2014, Fast splittable pseudorandom number
 * generators), for models whose published runs are fixed draw by draw. It passes few-nanosecond
 * draws at equal bits on every machine; elsewhere use {@link Rng}. Not for several threads at once.
 */
public final class SplitMix64 implements RandomGenerator {
  /** What the state grows by with every draw. */
  public static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** The stream at a seed. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** The next 64 random bits. */
  @Override
  public long nextLong() {
    state += GAMMA;
    return output(state);
  }

  /** The draw at a state, for loops that keep the {@link #state()} themselves. */
  public static long output(long state) {
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * A whole number from 0 to n - 1: the high half of the product of 64 random bits and n. One draw,
   * with a bias below n over 2 to the 64th.
   *
   * @param n above 0; not checked
   */
  public int bounded(int n) {
    return (int) Math.unsignedMultiplyHigh(nextLong(), n);
  }

  /** A fair coin: the highest bit of the next draw, 0 or 1. */
  public int coin() {
    return (int) (nextLong() >>> 63);
  }

  /** The state: the seed and {@link #GAMMA} for every draw so far. */
  public long state() {
    return state;
  }

  /** Goes on from a state. */
  public void state(long value) {
    state = value;
  }

  /** Passes over this many draws, in no time. */
  public void skip(long draws) {
    state += draws * GAMMA;
  }

  /** Puts an array into random order (Fisher and Yates), from its end. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = bounded(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
