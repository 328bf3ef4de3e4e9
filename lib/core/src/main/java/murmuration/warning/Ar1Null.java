package murmuration.warning;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LagProducts;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Red noise: {@code x_i - mean = phi (x_(i-1) - mean) + e_i}, {@code e_i ~ N(0, sigma^2)}, started
 * from its stationary law.
 *
 * @param size length of the series it draws
 * @param phi autocorrelation at lag 1, in (-1, 1)
 * @param sigma standard deviation of the innovations e
 * @param mean the level it returns to
 */
public record Ar1Null(int size, double phi, double sigma, double mean) implements NullModel {
  /** Checks the ranges. */
  public Ar1Null {
    Arguments.require(size >= 1, "size is %d: expected at least 1", size);
    Arguments.require(Math.abs(phi) < 1, "phi is %s: expected above -1 and below 1", phi);
    Arguments.positive("sigma", sigma);
    Arguments.require(Double.isFinite(mean), "mean is %s: expected a finite number", mean);
  }

  /**
   * Fits by moments: phi is the ACF at lag 1, {@code sum (x_i-m)(x_(i+1)-m) / sum (x_i-m)^2}, and
   * {@code sigma^2 = var (1 - phi^2)} with the sample variance {@code var} (n - 1).
   *
   * @param x the record or the part of it that is taken for undisturbed, at least 3 values
   * @param size length of the series to draw
   */
  static Ar1Null fit(double[] x, int size) {
    double[] products = LagProducts.of(LagProducts.centred(x), 1);
    double phi = products[1] / products[0];
    double variance = products[0] / (x.length - 1);
    double sigma = Math.sqrt(variance * (1 - phi * phi));
    return new Ar1Null(size, phi, sigma, StatUtils.mean(x));
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    Arguments.present("random", random);
    Arguments.require(
        Arguments.present("out", out).length >= 1, "out is empty: expected at least 1 value");
    double d = sigma / Math.sqrt(1 - phi * phi) * random.nextGaussian();
    out[0] = mean + d;
    for (int i = 1; i < out.length; i++) {
      d = phi * d + sigma * random.nextGaussian();
      out[i] = mean + d;
    }
  }

  @Override
  public String words() {
    return "red noise (AR(1)) with phi = "
        + Digits.of(phi, 4)
        + " and innovation sd "
        + Digits.of(sigma, 4);
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("phi", phi, "sigma", sigma, "mean", mean);
  }
}
