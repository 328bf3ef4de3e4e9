package murmuration.icl;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * Classes 0 to K - 1 with chances {@code p_k ~ (k + 1)^-alpha}: class 0 is the most common one, and
 * alpha = 0 makes all alike.
 *
 * <pre>{@code
 * var classes = ZipfClasses.of(1603, 1);      // Chan et al. 2022
 * double common = classes.topMass(10);        // 0.368
 * int one = classes.draw(Rng.of(1));
 * }</pre>
 */
public final class ZipfClasses {
  private static final int MOST = 10_000_000;
  private static final double STEEPEST = 20;

  private final double alpha;
  private final double[] cumulative;

  private ZipfClasses(double alpha, double[] cumulative) {
    this.alpha = alpha;
    this.cumulative = cumulative;
  }

  /**
   * The classes.
   *
   * @param count K, 1 to 10,000,000
   * @param alpha the exponent, 0 to 20
   */
  public static ZipfClasses of(int count, double alpha) {
    Arguments.require(count >= 1 && count <= MOST, "count is %d: expected 1 to %d", count, MOST);
    Arguments.within("alpha", alpha, 0, STEEPEST);
    double[] cumulative = new double[count];
    double total = 0;
    for (int k = count - 1; k >= 0; k--) {
      total += weight(k, alpha); // the smallest first, to lose none of them
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += weight(k, alpha) / total;
      cumulative[k] = sum;
    }
    cumulative[count - 1] = 1;
    return new ZipfClasses(alpha, cumulative);
  }

  private static double weight(int k, double alpha) {
    return alpha == 0 ? 1 : Math.pow(k + 1.0, -alpha);
  }

  /** The number of classes, K. */
  public int count() {
    return cumulative.length;
  }

  /** The exponent. */
  public double alpha() {
    return alpha;
  }

  /** The chance of each class, length K, descending, with sum 1. */
  public double[] probabilities() {
    double[] weights = new double[count()];
    double total = 0;
    for (int k = count() - 1; k >= 0; k--) {
      weights[k] = weight(k, alpha);
      total += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= total;
    }
    return weights;
  }

  /** The entropy {@code -sum p ln p}, in nats; {@code ln K} where all are alike. */
  public double entropy() {
    return 0 - Arrays.stream(probabilities()).map(p -> p > 0 ? p * Math.log(p) : 0).sum();
  }

  /**
   * The chance of the most common classes together.
   *
   * @param classes how many of them, 0 or more; all where there are fewer
   */
  public double topMass(int classes) {
    Arguments.require(classes >= 0, "classes is %d: expected 0 or more", classes);
    return Arrays.stream(probabilities()).limit(classes).sum();
  }

  /** A class by its chance: one uniform number, by bisection. */
  public int draw(RandomGenerator random) {
    double u = Arguments.present("random", random).nextDouble();
    int at = Arrays.binarySearch(cumulative, u);
    return Math.min(at < 0 ? -at - 1 : at + 1, cumulative.length - 1);
  }

  /** Which classes, in words. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d classes, Zipf exponent %s", count(), alpha);
  }
}
