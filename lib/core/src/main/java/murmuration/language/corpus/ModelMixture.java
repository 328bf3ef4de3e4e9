package murmuration.language.corpus;

import java.util.Locale;
import murmuration.math.Arguments;

/**
 * Two models as one: {@code weight * first + (1 - weight) * second}. This is how an n-gram model
 * adapts: what was learned elsewhere enters with the weight that makes held-out text most probable.
 */
public final class ModelMixture implements TokenModel {
  private static final int HALVINGS = 60;

  private final TokenModel first;
  private final TokenModel second;
  private final double weight;

  private ModelMixture(TokenModel first, TokenModel second, double weight) {
    this.first = first;
    this.second = second;
    this.weight = weight;
  }

  /**
   * A mixture.
   *
   * @param first a model
   * @param second another over the same vocabulary
   * @param weight of the first, 0 to 1
   */
  public static ModelMixture of(TokenModel first, TokenModel second, double weight) {
    Arguments.present("first", first);
    Arguments.present("second", second);
    Arguments.require(
        first.vocabulary() == second.vocabulary(),
        "vocabularies are %d and %d: expected the same",
        first.vocabulary(),
        second.vocabulary());
    return new ModelMixture(first, second, Arguments.within("weight", weight, 0, 1));
  }

  /** The mixture that makes held-out tokens most probable. */
  public static ModelMixture tuned(TokenModel first, TokenModel second, int[] heldOut) {
    of(first, second, 0);
    Arguments.present("heldOut", heldOut);
    Arguments.require(heldOut.length > 0, "heldOut is empty: expected at least one token");
    return of(first, second, weight(first.probabilities(heldOut), second.probabilities(heldOut)));
  }

  /**
   * The weight of the first that maximises the sum of logarithms of the mixed probabilities. The
   * sum is concave: its slope falls, and is halved down to where it is 0.
   *
   * @param first probabilities above 0
   * @param second as many
   */
  static double weight(double[] first, double[] second) {
    if (slope(first, second, 0) <= 0) {
      return 0;
    }
    if (slope(first, second, 1) >= 0) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(first, second, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double slope(double[] first, double[] second, double weight) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double gain = first[i] - second[i];
      sum += gain / (second[i] + weight * gain);
    }
    return sum;
  }

  /** {@code -mean ln} of the mixed probabilities. */
  static double crossEntropy(double[] first, double[] second, double weight) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum -= Math.log(weight * first[i] + (1 - weight) * second[i]);
    }
    return sum / first.length;
  }

  /** Weight of the first model. */
  public double weight() {
    return weight;
  }

  @Override
  public int vocabulary() {
    return first.vocabulary();
  }

  @Override
  public double[] probabilities(int[] tokens) {
    double[] p = first.probabilities(tokens);
    double[] q = second.probabilities(tokens);
    for (int i = 0; i < p.length; i++) {
      p[i] = weight * p[i] + (1 - weight) * q[i];
    }
    return p;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.4g of (%s) and %.4g of (%s)", weight, first, 1 - weight, second);
  }
}
