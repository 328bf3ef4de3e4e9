package murmuration.neural.engine;

import murmuration.math.Arguments;

/**
 * Plain gradient descent, {@code w -= rate gradient}: the rule that theories of learning assume.
 *
 * @param rate learning rate, above 0
 * @param clip the largest Euclidean norm of the whole gradient, above 0; infinity for no limit
 */
public record Descent(double rate, double clip) implements StepRule {

  /** Checks the numbers. */
  public Descent {
    Arguments.positive("rate", rate);
    Arguments.require(clip > 0, "clip is %s: expected a number above 0, or infinity", clip);
  }

  /** Without limit. */
  public static Descent rate(double rate) {
    return new Descent(rate, Double.POSITIVE_INFINITY);
  }

  /** The same with this limit of the gradient's norm. */
  public Descent clip(double newClip) {
    return new Descent(rate, newClip);
  }

  @Override
  public String toString() {
    return "descent, rate " + rate + (Double.isFinite(clip) ? ", clip " + clip : "");
  }
}
