package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class RandomFeatureFitTest {
  private static final int MODES = 12;
  private static final double SIGMA = 0.3;

  private final RandomGenerator random = Rng.of(5);
  private final double[] eigenvalues = RandomFeatureScaling.of(1, SIGMA, MODES).eigenvalues();
  private final double[] teacher = random.doubles(MODES, -1, 2).toArray();

  private double[][] normal(int rows) {
    double[][] matrix = new double[rows][MODES];
    for (double[] row : matrix) {
      Arrays.setAll(row, k -> random.nextGaussian());
    }
    return matrix;
  }

  private double[][] inputs(int rows) {
    double[][] x = normal(rows);
    for (double[] row : x) {
      for (int k = 0; k < MODES; k++) {
        row[k] *= Math.sqrt(eigenvalues[k]);
      }
    }
    return x;
  }

  private double[] noise(int rows) {
    double[] noise = new double[rows];
    Arrays.setAll(noise, d -> SIGMA * random.nextGaussian());
    return noise;
  }

  /** The mean over 200,000 new samples; 5 standard errors: 6 false alarms in 10^7. */
  @Test
  void theExactLossIsTheErrorOnNewSamples() {
    double[][] f = normal(4);
    var fit = RandomFeatureFit.of(eigenvalues, teacher, f, inputs(9), noise(9), SIGMA, 0.01);
    int tests = 200_000;
    double sum = 0;
    double squares = 0;
    double[] theta = fit.weights();
    for (int t = 0; t < tests; t++) {
      double[] x = inputs(1)[0];
      double error = SIGMA * random.nextGaussian();
      for (int k = 0; k < MODES; k++) {
        error += teacher[k] * x[k];
        for (int i = 0; i < 4; i++) {
          error -= theta[i] * f[i][k] * x[k] / 2;
        }
      }
      sum += error * error;
      squares += Math.pow(error, 4);
    }
    double mean = sum / tests;
    double se = Math.sqrt((squares / tests - mean * mean) / tests);
    assertEquals(mean, fit.loss(), 5 * se);
  }

  @Test
  void bothSystemsOfEquationsGiveOneStudent() {
    int n = 9;
    int samples = 6;
    double[][] x = inputs(samples);
    var map = new FeatureMap(transposed(normal(n)), eigenvalues, teacher);
    double[][] p = new double[samples][n];
    double[] y = random.doubles(samples).toArray();
    var gram = new Gram(n);
    double[] moment = new double[n];
    for (int d = 0; d < samples; d++) {
      map.apply(x[d], x[d], p[d], new double[n]);
      gram.add(p[d]);
      for (int i = 0; i < n; i++) {
        moment[i] += y[d] * p[d][i];
      }
    }
    assertArrayEquals(
        RidgeSolver.byFeatures(gram, moment, n, samples, 1e-4),
        RidgeSolver.bySamples(p, y, n, samples, 1e-4),
        1e-9);
  }

  @Test
  void theTrainingErrorRisesWithTheRidge() {
    double[][] f = normal(4);
    double[][] x = inputs(20);
    double[] noise = noise(20);
    double last = 0;
    for (double ridge : new double[] {1e-6, 1e-3, 1, 1e3}) {
      double error =
          RandomFeatureFit.of(eigenvalues, teacher, f, x, noise, SIGMA, ridge).trainingError();
      assertEquals(1, Math.signum(error - last));
      last = error;
    }
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[MODES][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < MODES; k++) {
        columns[k][i] = rows[i][k];
      }
    }
    return columns;
  }
}
