package murmuration.warning.model;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * A random walk: {@code x_0 = 0}, {@code x_i = x_(i-1) + sigma z_i}.
 *
 * @param sigma standard deviation of a step
 */
public record RandomWalk(double sigma) implements NoiseProcess {
  /** Steps of standard deviation 1. */
  public RandomWalk() {
    this(1);
  }

  /** Checks the range. */
  public RandomWalk {
    Parameters.noise("sigma", sigma);
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    Arguments.present("random", random);
    Arguments.series("out", out, 1);
    out[0] = 0;
    for (int i = 1; i < out.length; i++) {
      out[i] = out[i - 1] + sigma * random.nextGaussian();
    }
  }

  @Override
  public String words() {
    return "random walk with steps of sd " + Digits.of(sigma, 4);
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("sigma", sigma);
  }
}
