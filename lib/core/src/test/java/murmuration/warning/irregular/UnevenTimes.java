package murmuration.warning.irregular;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.process.OrnsteinUhlenbeck;

/** Records at Poisson times of unit rate. */
final class UnevenTimes {
  private UnevenTimes() {}

  static double[] poisson(int n, long seed) {
    RandomGenerator random = Rng.of(seed, 7);
    double[] t = new double[n];
    for (int i = 1; i < n; i++) {
      t[i] = t[i - 1] - Math.log1p(-random.nextDouble());
    }
    return t;
  }

  static TimeSeries white(int n, long seed) {
    RandomGenerator random = Rng.of(seed, 9);
    return TimeSeries.of(
        poisson(n, seed), DoubleStream.generate(random::nextGaussian).limit(n).toArray());
  }

  /** An Ornstein-Uhlenbeck process of unit variance. */
  static TimeSeries red(int n, double tau, long seed) {
    double[] t = poisson(n, seed);
    var process = new OrnsteinUhlenbeck(1 / tau, 0, Math.sqrt(2 / tau));
    return TimeSeries.of(t, process.simulate(t, Rng.of(seed, 3).nextGaussian(), Rng.of(seed, 4)));
  }

  /** A process whose rate of return falls linearly, its noise staying as it is. */
  static TimeSeries slowingDown(int n, double from, double to, long seed) {
    double[] t = poisson(n, seed);
    RandomGenerator random = Rng.of(seed, 5);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      double rate = from + (to - from) * t[i] / t[n - 1];
      double d = t[i] - t[i - 1];
      double spread = Math.sqrt(-Math.expm1(-2 * rate * d) / (2 * rate));
      x[i] = x[i - 1] * Math.exp(-rate * d) + spread * random.nextGaussian();
    }
    return TimeSeries.of(t, x);
  }

  static double mean(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x;
    }
    return sum / v.length;
  }
}
