package murmuration.warning.nonlinear;

import java.util.random.RandomGenerator;
import murmuration.math.Rng;

/** Series whose law is known. */
final class Samples {
  private Samples() {}

  /** AR(1) with innovations of variance 1, burnt in. */
  static double[] ar1(int n, double phi, long seed) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    double value = random.nextGaussian() / Math.sqrt(1 - phi * phi);
    for (int i = 0; i < n; i++) {
      value = phi * value + random.nextGaussian();
      x[i] = value;
    }
    return x;
  }

  /** ARCH(1): variance {@code 1 - a1 + a1 x^2}. */
  static double[] arch(int n, double a1, long seed) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    double value = 0;
    for (int i = -50; i < n; i++) {
      value = Math.sqrt(1 - a1 + a1 * value * value) * random.nextGaussian();
      if (i >= 0) {
        x[i] = value;
      }
    }
    return x;
  }

  /** The double well {@code dx = (x - x^3) dt + noise dW}, steps of 0.1, every tenth kept. */
  static double[] doubleWell(int n, double noise, long seed) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    double value = 1;
    for (int i = 0; i < 10 * n; i++) {
      value += (value - value * value * value) * 0.1;
      value += noise * Math.sqrt(0.1) * random.nextGaussian();
      x[i / 10] = value;
    }
    return x;
  }

  /**
   * Two regimes: {@code 0.4 + 0.7 x} where the last value x is at most 0, {@code 0.2 x - 1} above.
   */
  static double[] threshold(int n, long seed) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      double mean = x[i - 1] <= 0 ? 0.4 + 0.7 * x[i - 1] : 0.2 * x[i - 1] - 1;
      x[i] = mean + random.nextGaussian();
    }
    return x;
  }
}
