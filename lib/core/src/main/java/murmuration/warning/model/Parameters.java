package murmuration.warning.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Arguments;

/** The parameters of a model that is a record of numbers, read and replaced by name. */
public final class Parameters {
  private Parameters() {}

  /**
   * Parameters by name, in the order of the record.
   *
   * @throws IllegalArgumentException for a model that is not a record of {@code double}s
   */
  public static Map<String, Double> of(DynamicalModel model) {
    var values = new LinkedHashMap<String, Double>();
    for (RecordComponent component : components(Arguments.present("model", model).getClass())) {
      values.put(component.getName(), read(model, component));
    }
    return values;
  }

  /**
   * The same model with another value of one parameter.
   *
   * @param name name of a component of the record
   * @throws IllegalArgumentException for a name that the record does not have, or a value that it
   *     refuses
   */
  public static <M extends Record & DynamicalModel> M with(M model, String name, double value) {
    Arguments.present("model", model);
    double[] values = values(model);
    values[index(model, name)] = value;
    @SuppressWarnings("unchecked")
    M copy = (M) make(model.getClass(), values);
    return copy;
  }

  /** The values in the order of the record. */
  static double[] values(DynamicalModel model) {
    return of(model).values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Where in that order a parameter stands. */
  static int index(DynamicalModel model, String name) {
    List<String> names = List.copyOf(of(model).keySet());
    int index = names.indexOf(Arguments.present("parameter", name));
    Arguments.require(
        index >= 0,
        "parameter '%s' is unknown to %s: expected one of %s",
        name,
        model.getClass().getSimpleName(),
        names);
    return index;
  }

  /** Refuses what is not a finite number. */
  static void finite(String name, double value) {
    Arguments.require(Double.isFinite(value), "%s is %s: expected a finite number", name, value);
  }

  /** Refuses what is not a strength of noise: a finite number of 0 or more. */
  static void noise(String name, double value) {
    Arguments.within(name, value, 0, Double.MAX_VALUE);
  }

  private static RecordComponent[] components(Class<?> type) {
    Arguments.require(
        type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .allMatch(component -> component.getType() == double.class),
        "model %s is not a record of numbers: expected a record with components of type double",
        type.getSimpleName());
    return type.getRecordComponents();
  }

  private static double read(Object model, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return (double) accessor.invoke(model);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(Class<?> type, double[] values) {
    var types = new Class<?>[values.length];
    Arrays.fill(types, double.class);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(values).boxed().toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
