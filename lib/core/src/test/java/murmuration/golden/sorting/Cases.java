package murmuration.golden.sorting;

import java.util.Arrays;
import java.util.Locale;
import murmuration.golden.Node;
import murmuration.sorting.FrozenMode;

/** How the files of this family write arrays of whole numbers. */
final class Cases {
  private Cases() {}

  static int[] integers(Node node) {
    return node.items().stream().mapToInt(item -> Math.toIntExact(item.integer())).toArray();
  }

  static String list(Node node) {
    return list(integers(node));
  }

  static String list(int[] values) {
    return Arrays.toString(values);
  }

  static String pairs(Node node) {
    return Arrays.deepToString(node.items().stream().map(Cases::integers).toArray(int[][]::new));
  }

  static boolean[] marks(int n, Node ids) {
    boolean[] marks = new boolean[n];
    for (int id : integers(ids)) {
      marks[id] = true;
    }
    return marks;
  }

  static FrozenMode mode(Node node) {
    return FrozenMode.valueOf(node.text().toUpperCase(Locale.ROOT));
  }
}
