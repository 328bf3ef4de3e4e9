package murmuration.icl;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * The task of Reddy (2024, The mechanistic basis of data dependence and abrupt learning in an
 * in-context classification task, ICLR): name the label of an item, which may be found in the
 * context or be known by heart.
 *
 * <pre>{@code
 * var task = InContextTask.standard().classes(512).burstiness(2);
 * var source = SequenceSource.of(task, 1);
 * }</pre>
 *
 * <p>Class k is a vector {@code mu_k ~ N(0, I/D)} and has the label k mod L, a vector of the same
 * law. An item of it is {@code (mu_k + eps eta) / sqrt(1 + eps^2)} with {@code eta ~ N(0, I/D)}. A
 * sequence is N pairs of an item and its label, then the query item: 2N + 1 tokens of P + D numbers
 * each, first a one-hot position, then the content. Positions start at a random offset from 0 to P
 * - 2N - 1. A bursty context has N/B different classes B times each, the query's class among them;
 * every other context is of N independent draws. The query's class is drawn by Zipf's law.
 *
 * @param classes K, 2 to 1,000,000; 256 by default
 * @param labels L, 2 or more; 16 by default
 * @param pairs N, 1 or more; 4 by default
 * @param dimension D, 1 or more; 32 by default
 * @param positions P, at least 2N + 1; 32 by default
 * @param burstiness B, a divisor of N; 0 for contexts of independent draws; 2 by default
 * @param alpha Zipf exponent of the classes, 0 to 20; 0 by default
 * @param bursty chance pC that a training sequence is bursty; 1 by default
 * @param noise eps, 0 or more; 0.1 by default
 */
public record InContextTask(
    int classes,
    int labels,
    int pairs,
    int dimension,
    int positions,
    int burstiness,
    double alpha,
    double bursty,
    double noise) {
  private static final int MOST_CLASSES = 1_000_000;
  private static final int WIDEST = 10_000;
  private static final double MOST_NUMBERS = 2e7;

  /** Checks that such sequences can be drawn. */
  public InContextTask {
    size("classes", classes, 2, MOST_CLASSES);
    size("labels", labels, 2, WIDEST);
    size("pairs", pairs, 1, WIDEST / 2 - 1);
    size("dimension", dimension, 1, WIDEST);
    size("positions", positions, 2 * pairs + 1, WIDEST);
    size("burstiness", burstiness, 0, pairs);
    Arguments.require(
        burstiness == 0 || pairs % burstiness == 0,
        "burstiness is %d: expected 0 or a divisor of the %d pairs",
        burstiness,
        pairs);
    int distinct = burstiness == 0 ? 1 : pairs / burstiness;
    Arguments.require(
        classes >= distinct,
        "classes is %d: expected at least %d, all different in one context",
        classes,
        distinct);
    Arguments.within("alpha", alpha, 0, 20);
    Arguments.within("bursty", bursty, 0, 1);
    Arguments.within("noise", noise, 0, 1e6);
    Arguments.require(
        (double) (classes + labels) * dimension <= MOST_NUMBERS,
        "classes and labels of %d numbers make %.0f: expected at most %.0f",
        dimension,
        (double) (classes + labels) * dimension,
        MOST_NUMBERS);
  }

  private static void size(String name, int value, int low, int high) {
    Arguments.require(
        value >= low && value <= high, "%s is %d: expected %d to %d", name, value, low, high);
  }

  /** The task at the small size that learns in seconds. */
  public static InContextTask standard() {
    return new InContextTask(256, 16, 4, 32, 32, 2, 0, 1, 0.1);
  }

  /** The task at the size of Reddy (2024), as recalled from the paper: D = 63, P = 65, N = 8. */
  public static InContextTask reddy() {
    return new InContextTask(2048, 32, 8, 63, 65, 2, 0, 1, 0.1);
  }

  /** The same with so many classes K. */
  public InContextTask classes(int value) {
    return new InContextTask(
        value, labels, pairs, dimension, positions, burstiness, alpha, bursty, noise);
  }

  /** The same with so many labels L. */
  public InContextTask labels(int value) {
    return new InContextTask(
        classes, value, pairs, dimension, positions, burstiness, alpha, bursty, noise);
  }

  /** The same with so many pairs N in the context. */
  public InContextTask pairs(int value) {
    return new InContextTask(
        classes, labels, value, dimension, positions, burstiness, alpha, bursty, noise);
  }

  /** The same with contents of D numbers. */
  public InContextTask dimension(int value) {
    return new InContextTask(
        classes, labels, pairs, value, positions, burstiness, alpha, bursty, noise);
  }

  /** The same with P positions. */
  public InContextTask positions(int value) {
    return new InContextTask(
        classes, labels, pairs, dimension, value, burstiness, alpha, bursty, noise);
  }

  /** The same with every class B times in a bursty context. */
  public InContextTask burstiness(int value) {
    return new InContextTask(
        classes, labels, pairs, dimension, positions, value, alpha, bursty, noise);
  }

  /** The same with another Zipf exponent. */
  public InContextTask alpha(double value) {
    return new InContextTask(
        classes, labels, pairs, dimension, positions, burstiness, value, bursty, noise);
  }

  /** The same with another chance pC of a bursty training sequence. */
  public InContextTask bursty(double value) {
    return new InContextTask(
        classes, labels, pairs, dimension, positions, burstiness, alpha, value, noise);
  }

  /** The same with other noise within classes. */
  public InContextTask noise(double value) {
    return new InContextTask(
        classes, labels, pairs, dimension, positions, burstiness, alpha, bursty, value);
  }

  /** Tokens of a sequence, 2N + 1. */
  public int tokens() {
    return 2 * pairs + 1;
  }

  /** Numbers of a token, P + D. */
  public int width() {
    return positions + dimension;
  }

  /** Different classes in a bursty context, N/B; N where B is 0, by chance fewer. */
  public int contextClasses() {
    return burstiness == 0 ? pairs : pairs / burstiness;
  }

  /** The accuracy of an answer by chance, 1/L. */
  public double chance() {
    return 1.0 / labels;
  }

  /**
   * The in-context accuracy of a model that sees only which labels stand in the context and names
   * one of them without looking at the items, B/N (1/N where B is 0). What lies below it is no sign
   * of in-context learning; at B = N it is 1.
   */
  public double contextChance() {
    return 1.0 / contextClasses();
  }

  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("K", Integer.toString(classes));
    options.put("L", Integer.toString(labels));
    options.put("N", Integer.toString(pairs));
    options.put("D", Integer.toString(dimension));
    options.put("P", Integer.toString(positions));
    options.put("B", Integer.toString(burstiness));
    options.put("alpha", Double.toString(alpha));
    options.put("pC", Double.toString(bursty));
    options.put("eps", Double.toString(noise));
    return options;
  }

  /** The settings in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "K = %d, B = %d, alpha = %s, pC = %s (L = %d, N = %d, D = %d, P = %d, eps = %s)",
        classes,
        burstiness,
        alpha,
        bursty,
        labels,
        pairs,
        dimension,
        positions,
        noise);
  }
}
