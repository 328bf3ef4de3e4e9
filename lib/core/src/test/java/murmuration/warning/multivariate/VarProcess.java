package murmuration.warning.multivariate;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.Rng;

/**
 * A VAR(1) with unit noise whose covariance is known: {@code x_i = A_i x_(i-1) + e_i}, A symmetric
 * with the eigenvalue {@code a_i} along the slow direction u and {@code rest} across it. With a
 * fixed a the covariance has the eigenvalue {@code 1/(1-a^2)} along u and {@code 1/(1-rest^2)}
 * across it.
 */
record VarProcess(double[] slow, double rest) {
  static VarProcess along(double... direction) {
    double length =
        Math.sqrt(
            IntStream.range(0, direction.length)
                .mapToDouble(j -> direction[j] * direction[j])
                .sum());
    return new VarProcess(
        IntStream.range(0, direction.length).mapToDouble(j -> direction[j] / length).toArray(),
        0.3);
  }

  double[][] simulate(int n, IntToDoubleFunction a, long seed) {
    var random = Rng.of(seed);
    int k = slow.length;
    double[][] x = new double[n][k];
    double[] state = new double[k];
    for (int i = -200; i < n; i++) {
      double along = 0;
      for (int j = 0; j < k; j++) {
        along += slow[j] * state[j];
      }
      double extra = a.applyAsDouble(Math.max(0, i)) - rest;
      for (int j = 0; j < k; j++) {
        state[j] = rest * state[j] + extra * along * slow[j] + random.nextGaussian();
      }
      if (i >= 0) {
        x[i] = state.clone();
      }
    }
    return x;
  }

  MultivariateSeries stationary(int n, double a, long seed) {
    return MultivariateSeries.of(simulate(n, i -> a, seed));
  }

  /** The slow eigenvalue rises from 0.2 to {@code last}. */
  MultivariateSeries approaching(int n, double last, long seed) {
    return MultivariateSeries.of(simulate(n, i -> 0.2 + (last - 0.2) * i / (n - 1.0), seed));
  }
}
