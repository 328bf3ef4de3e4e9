package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.RandomOrder;

/** Languages whose figures are known, and random ones. */
final class Specimen {
  private Specimen() {}

  /** All meanings of some attributes of as many values. */
  static int[][] grid(int attributes, int values) {
    int n = (int) Math.pow(values, attributes);
    int[][] grid = new int[n][attributes];
    for (int i = 0; i < n; i++) {
      for (int a = attributes - 1, rest = i; a >= 0; a--, rest /= values) {
        grid[i][a] = rest % values;
      }
    }
    return grid;
  }

  /** A symbol of its own for every value of every attribute, in order. */
  static Language own(int attributes, int values) {
    int[][] grid = grid(attributes, values);
    return Language.of(
        grid,
        Arrays.stream(grid)
            .map(m -> IntStream.range(0, m.length).map(a -> 1 + a * values + m[a]).toArray())
            .toArray(int[][]::new));
  }

  /** The value itself at the place of its attribute. */
  static Language positional(int attributes, int values) {
    int[][] grid = grid(attributes, values);
    return Language.of(
        grid,
        Arrays.stream(grid)
            .map(m -> Arrays.stream(m).map(v -> v + 1).toArray())
            .toArray(int[][]::new));
  }

  /** ((i - j) mod 2n, (i + j) mod 2n) of values i, j below n. */
  static Language entangled(int n) {
    int[][] grid = grid(2, n);
    return Language.of(
        grid,
        Arrays.stream(grid)
            .map(m -> new int[] {Math.floorMod(m[0] - m[1], 2 * n), (m[0] + m[1]) % (2 * n)})
            .toArray(int[][]::new));
  }

  /** The miniature of Chaabouni et al. 2020: the first value twice, the second once. */
  static Language chaabouni() {
    int[][] grid = grid(2, 4);
    return Language.of(
        grid, Arrays.stream(grid).map(m -> miniature(1 + m[0], 5 + m[1])).toArray(int[][]::new));
  }

  private static int[] miniature(int first, int second) {
    boolean early = first == 1 || (first == 4 && second > 5);
    return early ? new int[] {first, first, second} : new int[] {first, second, first};
  }

  /** Values, lengths from 0 and symbols drawn evenly. */
  static Language random(
      RandomGenerator random, int n, int attributes, int values, int longest, int symbols) {
    return random(random, n, attributes, values, longest, symbols, 0);
  }

  static Language random(
      RandomGenerator random,
      int n,
      int attributes,
      int values,
      int longest,
      int symbols,
      int shortest) {
    int[][] meanings = new int[n][attributes];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      meanings[i] = random.ints(attributes, 0, values).toArray();
      messages[i] = random.ints(random.nextInt(shortest, longest + 1), 1, symbols + 1).toArray();
    }
    return Language.of(meanings, messages);
  }

  static Language weighted(
      RandomGenerator random, int n, int attributes, int values, int longest, int symbols) {
    return random(random, n, attributes, values, longest, symbols)
        .weights(random.longs(n, 1, 5).toArray());
  }

  static Language expanded(Language language) {
    var meanings = new ArrayList<int[]>();
    var messages = new ArrayList<int[]>();
    for (int i = 0; i < language.size(); i++) {
      for (long w = 0; w < language.weight(i); w++) {
        meanings.add(language.meaning(i));
        messages.add(language.message(i));
      }
    }
    return Language.of(meanings.toArray(int[][]::new), messages.toArray(int[][]::new));
  }

  /** Other numbers for symbols and values, attributes and records in another order. */
  static Language renamed(Language language, RandomGenerator random) {
    Map<Integer, Integer> names = new HashMap<>();
    List<int[]> meanings = new ArrayList<>();
    List<int[]> messages = new ArrayList<>();
    int[] attributes = RandomOrder.of(language.attributeCount(), random);
    int key = random.nextInt() | 1;
    for (int i : RandomOrder.of(language.size(), random)) {
      int[] meaning = language.meaning(i);
      meanings.add(Arrays.stream(attributes).map(a -> meaning[a] * key + a).toArray());
      messages.add(
          Arrays.stream(language.message(i))
              .map(s -> names.computeIfAbsent(s, k -> random.nextInt()))
              .toArray());
    }
    return Language.of(meanings.toArray(int[][]::new), messages.toArray(int[][]::new));
  }
}
