package murmuration.language.corpus;

import java.util.random.RandomGenerator;

/** Random orders. */
final class RandomOrder {
  private RandomOrder() {}

  /** The numbers 0 to n - 1 in random order (Fisher and Yates). */
  static int[] of(int n, RandomGenerator rng) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = rng.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
