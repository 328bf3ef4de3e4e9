package murmuration.notebook;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;

/** The type and lengths of an array, such as {@code double[40][300]}. */
final class Shape {
  private Shape() {}

  /** The shape; a length that differs between rows is written as {@code …}. */
  static String of(Object array) {
    var lengths = new StringBuilder();
    Object[] arrays = {array};
    Class<?> type = array.getClass();
    while (true) {
      lengths.append('[').append(length(arrays)).append(']');
      type = type.getComponentType();
      if (!type.isArray()) {
        return type.getSimpleName() + lengths;
      }
      arrays = elements(arrays);
    }
  }

  private static String length(Object[] arrays) {
    int[] lengths = Arrays.stream(arrays).mapToInt(Array::getLength).distinct().toArray();
    return lengths.length > 1 ? "…" : Integer.toString(lengths.length == 0 ? 0 : lengths[0]);
  }

  private static Object[] elements(Object[] arrays) {
    return Arrays.stream(arrays)
        .flatMap(array -> Arrays.stream((Object[]) array))
        .filter(Objects::nonNull)
        .toArray();
  }
}
