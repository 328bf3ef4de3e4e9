package murmuration.scaling.metric;

import murmuration.math.Arguments;

/**
 * The model of Schaeffer, Miranda and Koyejo (2023, section 2), in which nothing jumps: the
 * cross-entropy of a token falls as a power of the scale, {@code CE(N) = (N/c)^alpha}, and tokens
 * are right independently with probability {@code p = exp(-CE)}. Exact match of L tokens, {@code
 * p^L}, then looks like a jump on a logarithmic axis; the expected edit distance, {@code L(1-p)},
 * does not.
 *
 * <pre>{@code
 * var model = new MirageModel(2e7, -0.25);
 * double exact = model.exactMatch(1e9, 5);
 * }</pre>
 *
 * @param c scale at which the cross-entropy is 1 nat, above 0
 * @param alpha exponent, below 0
 */
public record MirageModel(double c, double alpha) {
  /** Checks both. */
  public MirageModel {
    Arguments.positive("c", c);
    Arguments.require(
        alpha < 0 && Double.isFinite(alpha), "alpha is %s: expected a number below 0", alpha);
  }

  /** Cross-entropy of a token in nats, {@code (N/c)^alpha}. */
  public double crossEntropy(double scale) {
    return Math.pow(Arguments.positive("scale", scale) / c, alpha);
  }

  /** The probability of the correct token, {@code exp(-CE)}. */
  public double tokenProbability(double scale) {
    return Math.exp(-crossEntropy(scale));
  }

  /** The probability that all of L tokens are right, {@code exp(-L CE)}. */
  public double exactMatch(double scale, int length) {
    return Math.exp(logExactMatch(scale, length));
  }

  /** Its logarithm, {@code -L CE}, which stays a number where the probability is 0 in doubles. */
  public double logExactMatch(double scale, int length) {
    return -length(length) * crossEntropy(scale);
  }

  /** The expected number of wrong tokens of L, {@code L(1-p)}. */
  public double tokenEditDistance(double scale, int length) {
    return length(length) * -Math.expm1(-crossEntropy(scale));
  }

  private static int length(int length) {
    Arguments.require(length >= 1, "length is %d: expected 1 token or more", length);
    return length;
  }
}
