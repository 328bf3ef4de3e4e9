package murmuration.notebook;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An array of any type read as a list; nothing is copied. */
final class Elements extends AbstractList<@Nullable Object> implements RandomAccess {
  private final Object array;

  private Elements(Object array) {
    this.array = array;
  }

  /** The elements of an array or a collection. */
  static List<? extends @Nullable Object> of(Object many) {
    return switch (many) {
      case List<?> list -> list;
      case Collection<?> collection -> List.of(collection.toArray());
      default -> new Elements(many);
    };
  }

  @Override
  public @Nullable Object get(int index) {
    return Array.get(array, index);
  }

  @Override
  public int size() {
    return Array.getLength(array);
  }
}
