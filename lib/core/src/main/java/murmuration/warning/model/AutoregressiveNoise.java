package murmuration.warning.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import murmuration.math.Arguments;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Digits;
import murmuration.warning.Ar1Null;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * Autoregressive noise of order p, {@code x_i - mean = sum_k phi_k (x_(i-k) - mean) + sigma z_i},
 * started from its stationary law, so that no burn-in is needed. Order 0 is white noise; order 1 is
 * the process of {@link Ar1Null}, draw for draw.
 *
 * @param phi coefficients of lags 1 to p, length p of at most 20; the process must be stationary
 * @param sigma standard deviation of the innovations
 * @param mean the level it returns to
 */
public record AutoregressiveNoise(double[] phi, double sigma, double mean) implements NoiseProcess {
  private static final int HIGHEST_ORDER = 20;
  private static final double ROUNDING = 1e-10;

  /** Checks that the process is stationary, and keeps its own copy. */
  public AutoregressiveNoise {
    Arguments.finite("phi", phi, 0);
    Arguments.require(
        phi.length <= HIGHEST_ORDER,
        "phi has %d values: expected at most %d",
        phi.length,
        HIGHEST_ORDER);
    Arguments.positive("sigma", sigma);
    Parameters.finite("mean", mean);
    phi = phi.clone();
    double largest = AutoregressiveFit.largestRoot(phi);
    Arguments.require(
        largest < 1 - ROUNDING,
        "phi is %s, with a root of modulus %s: expected a stationary process, below 1",
        Arrays.toString(phi),
        largest);
  }

  /** Innovations of standard deviation 1 around 0; no coefficient for white noise. */
  public static AutoregressiveNoise of(double... phi) {
    return new AutoregressiveNoise(phi, 1, 0);
  }

  @Override
  public double[] phi() {
    return phi.clone();
  }

  private static double[][] companion(double[] phi) {
    double[][] a = new double[phi.length][phi.length];
    a[0] = phi.clone();
    for (int i = 1; i < phi.length; i++) {
      a[i][i - 1] = 1;
    }
    return a;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    Arguments.present("random", random);
    Arguments.series("out", out, 1);
    if (phi.length == 1) {
      new Ar1Null(out.length, phi[0], sigma, mean).fill(random, out);
      return;
    }
    int p = Math.min(phi.length, out.length);
    double[][] root = p == 0 ? new double[0][] : start();
    double[] z = new double[p];
    for (int i = 0; i < p; i++) {
      z[i] = random.nextGaussian();
      out[i] = 0;
      for (int j = 0; j <= i; j++) {
        out[i] += root[i][j] * z[j];
      }
    }
    for (int i = p; i < out.length; i++) {
      double next = sigma * random.nextGaussian();
      for (int k = 0; k < phi.length; k++) {
        next += phi[k] * out[i - 1 - k];
      }
      out[i] = next;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] += mean;
    }
  }

  /** Cholesky root of the stationary covariance of p neighbours. */
  private double[][] start() {
    int p = phi.length;
    double[][] noise = new double[p][p];
    noise[0][0] = sigma * sigma;
    double[][] c = Matrices.square(Matrices.stationary(companion(phi), noise, true));
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        c[i][j] = c[j][i];
      }
    }
    return new CholeskyDecomposition(MatrixUtils.createRealMatrix(c), 1e-10, 0).getL().getData();
  }

  @Override
  public String words() {
    String coefficients =
        Arrays.stream(phi).mapToObj(v -> Digits.of(v, 4)).collect(Collectors.joining(", "));
    return phi.length == 0
        ? "white noise with sd " + Digits.of(sigma, 4)
        : "AR(%d) with phi = %s and innovation sd %s"
            .formatted(phi.length, coefficients, Digits.of(sigma, 4));
  }

  @Override
  public Map<String, Double> parameters() {
    var parameters = new LinkedHashMap<String, Double>();
    for (int k = 0; k < phi.length; k++) {
      parameters.put("phi" + (k + 1), phi[k]);
    }
    parameters.put("sigma", sigma);
    parameters.put("mean", mean);
    return parameters;
  }
}
