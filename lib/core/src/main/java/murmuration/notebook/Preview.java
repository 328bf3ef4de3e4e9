package murmuration.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of many things to show: all of a few, else the first and the last. */
final class Preview {
  /** Stands in the places to show where others were left out. */
  static final int GAP = -1;

  static final String DOTS = "…";

  private static final int FIRST = 10;
  private static final int LAST = 5;

  private Preview() {}

  /** The places to show of {@code n}: the first ten, a gap, the last five. */
  static int[] rows(int n) {
    return places(n, FIRST, LAST);
  }

  /** The places to show of {@code n}: the first {@code first}, a gap, the last {@code last}. */
  static int[] places(int n, int first, int last) {
    var all = IntStream.range(0, n);
    return n <= first + last
        ? all.toArray()
        : all.filter(i -> i <= first || i >= n - last).map(i -> i == first ? GAP : i).toArray();
  }

  /** The elements in one line, separated by commas. */
  static String line(List<? extends @Nullable Object> elements) {
    return IntStream.of(rows(elements.size()))
        .mapToObj(i -> i == GAP ? DOTS : Cell.of(elements.get(i)))
        .collect(Collectors.joining(", "));
  }

  /** A list's elements, and how many there are where some were left out. */
  static String list(List<? extends @Nullable Object> elements) {
    boolean all = elements.size() <= FIRST + LAST;
    return "[" + line(elements) + "]" + (all ? "" : " (" + elements.size() + " elements)");
  }

  /** An array's shape and range, and below them its elements. */
  static String array(Object array) {
    var elements = Elements.of(array);
    String range = Range.of(elements);
    return Shape.of(array)
        + (range.isEmpty() ? "" : ", " + range)
        + (elements.isEmpty() ? "" : "\n" + line(elements));
  }
}
