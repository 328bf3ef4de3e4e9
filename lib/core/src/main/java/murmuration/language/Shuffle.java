package murmuration.language;

import java.util.random.RandomGenerator;

/** Random orders. */
final class Shuffle {
  private Shuffle() {}

  /** The numbers 0 to n - 1 in random order (Fisher and Yates). */
  static int[] of(int n, RandomGenerator random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
