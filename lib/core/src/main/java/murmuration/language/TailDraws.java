package murmuration.language;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.HurwitzZeta;

/** Draws from the discrete power law {@code p(k) ~ k^-alpha}, k = kMin, kMin + 1, ... */
final class TailDraws {
  private static final int TABLE = 4096;
  private static final long LARGEST = 1L << 52;

  private final double alpha;
  private final long kMin;
  private final double logZeta;

  /** Minus the share of the law beyond kMin + i: ascending. */
  private final double[] beyond;

  TailDraws(double alpha, long kMin) {
    this.alpha = alpha;
    this.kMin = kMin;
    logZeta = HurwitzZeta.log(alpha, (double) kMin);
    beyond = new double[TABLE];
    for (int i = 0; i < TABLE; i++) {
      beyond[i] = -beyond(kMin + i);
    }
  }

  /** The share of the law above k. */
  private double beyond(long k) {
    return Math.exp(HurwitzZeta.log(alpha, k + 1.0) - logZeta);
  }

  /** The smallest k beyond which no more than u of the law lies, u uniform; at most 2^52. */
  long draw(RandomGenerator random) {
    double u = 1 - random.nextDouble();
    int at = Arrays.binarySearch(beyond, -u);
    at = at < 0 ? -at - 1 : at;
    if (at < TABLE) {
      return kMin + at;
    }
    long low = kMin + TABLE - 1;
    long high = 2 * low;
    while (high < LARGEST && beyond(high) > u) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long mid = low + (high - low) / 2;
      if (beyond(mid) > u) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return Math.min(high, LARGEST);
  }
}
