package murmuration.scaling;

import java.util.Arrays;
import murmuration.math.Arguments;

/** Covariances of (ln A, ln B, ln E, alpha, beta) as results keep them. */
final class Covariances {
  private static final int K = LawParameter.COUNT;

  private Covariances() {}

  /** A copy; refuses what is not 5 by 5. */
  static double[][] checked(String name, double[][] covariance) {
    Arguments.present(name, covariance);
    Arguments.require(
        covariance.length == K, "%s has %d rows: expected %d", name, covariance.length, K);
    for (double[] row : covariance) {
      Arguments.present("a row of " + name, row);
      Arguments.require(
          row.length == K, "a row of %s has %d values: expected %d", name, row.length, K);
    }
    return copy(covariance);
  }

  static double[][] copy(double[][] covariance) {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /** {@code g' C g}. */
  static double quadratic(double[] g, double[][] covariance) {
    double sum = 0;
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        // What is fixed has neither a derivative nor a covariance.
        sum += g[i] == 0 || g[j] == 0 ? 0 : g[i] * covariance[i][j] * g[j];
      }
    }
    return sum;
  }
}
