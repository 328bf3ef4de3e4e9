package murmuration.neural.engine;

import ai.djl.ndarray.NDArray;

/** What nets are made of, in the engine's words and only in those that are safe in a loss. */
public final class Layers {
  private Layers() {}

  /**
   * {@code x W' + b}.
   *
   * @param x anything x inputs
   * @param weight outputs x inputs
   * @param bias outputs
   */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).head();
  }

  /**
   * {@code x W'}.
   *
   * @param x anything x inputs
   * @param weight outputs x inputs
   */
  @SuppressWarnings("NullAway") // the engine's word for no bias
  public static NDArray linear(NDArray x, NDArray weight) {
    return x.getNDArrayInternal().linear(x, weight, null).head();
  }

  /** {@code x Phi(x)} with the normal distribution function, exact (Hendrycks and Gimpel 2016). */
  public static NDArray gelu(NDArray x) {
    return x.getNDArrayInternal().gelu();
  }

  /** {@code max(x, 0)}. */
  public static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  /** Mean of squared differences over all places. */
  public static NDArray meanSquare(NDArray x, NDArray y) {
    return x.sub(y).square().mean();
  }

  /**
   * Mean cross-entropy in nats.
   *
   * @param logits cases x kinds
   * @param shares cases x kinds: the wanted distributions, each over the number of cases, so that
   *     no number has to be multiplied in
   */
  public static NDArray crossEntropy(NDArray logits, NDArray shares) {
    return logits.logSoftmax(1).mul(shares).sum().neg();
  }
}
