package murmuration.warning.model;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Spectrum;

/**
 * Noise whose spectrum falls as {@code 1/f^beta}, by fractional integration of white noise: {@code
 * x_i = sigma sum_k h_k z_(i-k)}, {@code h_0 = 1}, {@code h_k = h_(k-1) (k - 1 + beta/2)/k} (Kasdin
 * 1995, Discrete simulation of colored noise and stochastic processes and 1/f^alpha power law noise
 * generation, eq. 104). beta 0 is white noise, 1 pink, 2 a random walk. It begins without a past,
 * so its variance grows along the series where beta is 1 or more.
 *
 * @param beta exponent of the spectrum, -2 to 4
 * @param sigma standard deviation of the white noise
 */
public record PinkNoise(double beta, double sigma) implements NoiseProcess {
  /** Checks the ranges. */
  public PinkNoise {
    Arguments.within("beta", beta, -2, 4);
    Parameters.noise("sigma", sigma);
  }

  /** From white noise of standard deviation 1. */
  public PinkNoise(double beta) {
    this(beta, 1);
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    Arguments.present("random", random);
    Arguments.series("out", out, 1);
    int n = out.length;
    int size = Math.max(2, Integer.highestOneBit(2 * n - 1) * 2);
    double[] filter = new double[size];
    double[] x = new double[size];
    filter[0] = 1;
    for (int k = 1; k < n; k++) {
      filter[k] = filter[k - 1] * (k - 1 + beta / 2) / k;
    }
    for (int i = 0; i < n; i++) {
      x[i] = sigma * random.nextGaussian();
    }
    var spectrum = new Spectrum(size);
    spectrum.forward(filter);
    spectrum.forward(x);
    x[0] *= filter[0];
    x[1] *= filter[1];
    for (int k = 1; k <= spectrum.inner(); k++) {
      int re = spectrum.real(k);
      int im = spectrum.imaginary(k);
      double real = x[re] * filter[re] - x[im] * filter[im];
      x[im] = x[re] * filter[im] + x[im] * filter[re];
      x[re] = real;
    }
    spectrum.inverse(x);
    System.arraycopy(x, 0, out, 0, n);
  }

  @Override
  public String words() {
    return "noise with a spectrum of 1/f^" + Digits.of(beta, 4) + ", sigma " + Digits.of(sigma, 4);
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("beta", beta, "sigma", sigma);
  }
}
