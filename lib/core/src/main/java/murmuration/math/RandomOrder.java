package murmuration.math;

import java.util.random.RandomGenerator;

/** Random orders, each as likely as any other (Durstenfeld 1964). */
public final class RandomOrder {
  private RandomOrder() {}

  /**
   * The numbers 0 to n - 1 in random order.
   *
   * @param n 0 to 100,000,000
   * @param random where chance comes from
   */
  public static int[] of(int n, RandomGenerator random) {
    Arguments.within("n", n, 0, 100_000_000);
    Arguments.present("random", random);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Puts the values in random order, in place. */
  public static void shuffle(int[] values, RandomGenerator random) {
    Arguments.present("values", values);
    Arguments.present("random", random);
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }

  /** Puts the values in random order, in place. */
  public static void shuffle(double[] values, RandomGenerator random) {
    Arguments.present("values", values);
    Arguments.present("random", random);
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
