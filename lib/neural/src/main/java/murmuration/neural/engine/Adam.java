package murmuration.neural.engine;

import murmuration.math.Arguments;

/**
 * How weights follow their gradients: Adam (Kingma and Ba 2015, Adam: a method for stochastic
 * optimization, algorithm 1), with weight decay apart from the gradient (Loshchilov and Hutter
 * 2019, Decoupled weight decay regularization) and a limit of the gradient's norm.
 *
 * @param rate learning rate, above 0
 * @param decay weight decay a step, times the rate, at least 0; on every weight, biases too
 * @param clip the largest Euclidean norm of the whole gradient, above 0; infinity for no limit
 */
public record Adam(double rate, double decay, double clip) implements StepRule {
  static final float BETA1 = 0.9f;
  static final float BETA2 = 0.999f;
  static final float EPSILON = 1e-8f;

  /** Checks the numbers. */
  public Adam {
    Arguments.positive("rate", rate);
    Arguments.within("decay", decay, 0, Double.MAX_VALUE);
    Arguments.require(clip > 0, "clip is %s: expected a number above 0, or infinity", clip);
  }

  /** Without decay and without limit. */
  public static Adam rate(double rate) {
    return new Adam(rate, 0, Double.POSITIVE_INFINITY);
  }

  /** The same with this decay. */
  public Adam decay(double newDecay) {
    return new Adam(rate, newDecay, clip);
  }

  /** The same with this limit of the gradient's norm. */
  public Adam clip(double newClip) {
    return new Adam(rate, decay, newClip);
  }

  @Override
  public String toString() {
    return "Adam, rate "
        + rate
        + (decay > 0 ? ", decay " + decay : "")
        + (Double.isFinite(clip) ? ", clip " + clip : "");
  }
}
