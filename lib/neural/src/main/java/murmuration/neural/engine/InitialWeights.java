package murmuration.neural.engine;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * What weights begin with, drawn by the generators of this library, so that a run is the same
 * wherever the same instructions are carried out.
 */
public final class InitialWeights {
  private InitialWeights() {}

  /**
   * Uniform in {@code +-bound}.
   *
   * @param random where chance comes from
   * @param bound above 0; {@code 1/sqrt(inputs)} for a linear layer with its bias
   * @param shape such as outputs by inputs
   */
  public static Tensor uniform(RandomGenerator random, double bound, long... shape) {
    Arguments.present("random", random);
    Arguments.positive("bound", bound);
    float[] values = Tensor.zeros(shape).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return new Tensor(values, shape);
  }

  /**
   * Normal around 0.
   *
   * @param random where chance comes from
   * @param deviation standard deviation, above 0
   * @param shape such as outputs by inputs
   */
  public static Tensor normal(RandomGenerator random, double deviation, long... shape) {
    Arguments.present("random", random);
    Arguments.positive("deviation", deviation);
    float[] values = Tensor.zeros(shape).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return new Tensor(values, shape);
  }
}
