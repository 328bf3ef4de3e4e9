package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import murmuration.math.Rng;

/** Orders of 0..n-1. */
final class Orders {
  private Orders() {}

  static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A random order. */
  static int[] random(int n, long seed) {
    int[] order = IntStream.range(0, n).toArray();
    var random = Rng.of(seed);
    for (int i = n - 1; i > 0; i--) {
      swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }

  /** Each order in turn. */
  static void all(int n, Consumer<int[]> visitor) {
    permute(IntStream.range(0, n).toArray(), 0, visitor);
  }

  /** Each order of these elements, equal ones told apart. */
  static void all(int[] elements, Consumer<int[]> visitor) {
    all(
        elements.length,
        order -> visitor.accept(Arrays.stream(order).map(i -> elements[i]).toArray()));
  }

  private static void permute(int[] a, int from, Consumer<int[]> visitor) {
    if (from == a.length) {
      visitor.accept(a.clone());
    }
    for (int i = from; i < a.length; i++) {
      swap(a, from, i);
      permute(a, from + 1, visitor);
      swap(a, from, i);
    }
  }

  private static void swap(int[] a, int i, int j) {
    int v = a[i];
    a[i] = a[j];
    a[j] = v;
  }
}
