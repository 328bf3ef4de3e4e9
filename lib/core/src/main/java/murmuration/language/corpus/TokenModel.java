package murmuration.language.corpus;

import murmuration.math.Arguments;

/** A model that gives each token of a sequence a probability from those before it. */
public interface TokenModel {
  /** Kinds of tokens it knows: 0 to this less 1. */
  int vocabulary();

  /**
   * The probability of each token given those before it, all above 0; as long as the tokens.
   *
   * @param tokens each 0 to {@link #vocabulary} less 1
   */
  double[] probabilities(int[] tokens);

  /**
   * Cross-entropy in nats a token, {@code -mean ln p}; perplexity is its exponential.
   *
   * @param tokens at least one
   */
  default double crossEntropy(int[] tokens) {
    Arguments.present("tokens", tokens);
    Arguments.require(tokens.length > 0, "tokens is empty: expected at least one");
    return crossEntropy(probabilities(tokens));
  }

  /** {@code -mean ln p} of probabilities. */
  private static double crossEntropy(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      sum -= Math.log(p);
    }
    return sum / probabilities.length;
  }
}
