package murmuration.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records, and lists and maps of them, as rows and columns. */
final class Fields {
  private Fields() {}

  /** Whether these are records of one type, one or more. */
  static boolean areAlike(Collection<?> values) {
    return !values.isEmpty()
        && values.stream().allMatch(Record.class::isInstance)
        && values.stream().map(Object::getClass).distinct().count() == 1;
  }

  /** Whether a record's own text would show an array by its address. */
  static boolean hasArray(Record value) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .anyMatch(component -> component.getType().isArray());
  }

  /** One row a component of the record. */
  static Grid of(Record value) {
    var components = value.getClass().getRecordComponents();
    return Grid.of(
        value.getClass().getSimpleName(),
        List.of("component", "value"),
        components.length,
        (row, column) -> column == 0 ? components[row].getName() : of(value, components[row]));
  }

  /** One row a record, one column a component. */
  static Grid of(List<?> records) {
    var components = components(records);
    return Grid.of(
        records.getFirst().getClass().getSimpleName(),
        names(components),
        records.size(),
        (row, column) -> of(records.get(row), components[column]));
  }

  /** One row an entry: the key, then the value or, where all are records alike, its components. */
  static Grid of(Map<?, ?> map) {
    var keys = new ArrayList<@Nullable Object>(map.keySet());
    if (!areAlike(map.values())) {
      return Grid.of(
          "",
          List.of("key", "value"),
          keys.size(),
          (row, column) -> column == 0 ? keys.get(row) : map.get(keys.get(row)));
    }
    var values = List.copyOf(map.values());
    var components = components(values);
    var columns = new ArrayList<>(List.of("key"));
    columns.addAll(names(components));
    return Grid.of(
        values.getFirst().getClass().getSimpleName(),
        columns,
        keys.size(),
        (row, column) -> column == 0 ? keys.get(row) : of(values.get(row), components[column - 1]));
  }

  private static RecordComponent[] components(List<?> records) {
    return records.getFirst().getClass().getRecordComponents();
  }

  private static List<String> names(RecordComponent[] components) {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  private static @Nullable Object of(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "?";
    }
  }
}
