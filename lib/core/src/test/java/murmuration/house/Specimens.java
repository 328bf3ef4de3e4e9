package murmuration.house;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Good and bad values of every type that our routines take, for {@link BadInputTest}. */
final class Specimens {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double[] SIGNAL =
      IntStream.range(0, 40).mapToDouble(i -> Math.sin(i * i) + 2).toArray();
  private static final double[] TIMES = IntStream.range(0, 40).asDoubleStream().toArray();

  private final Map<Class<?>, Optional<Object>> made = new HashMap<>();

  /** How a public type can be had: its constructors and the static methods that return it. */
  static Stream<Executable> makers(Class<?> type) {
    Stream<Executable> constructors = Arrays.stream(type.getConstructors());
    return Stream.concat(constructors, routines(type));
  }

  /** The public static methods of a type that are its own. */
  static Stream<Method> routines(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .filter(m -> !type.isEnum() && !m.isSynthetic());
  }

  /** The public methods of an object of the type that take something. */
  static Stream<Method> words(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> !m.isSynthetic() && m.getParameterCount() > 0)
        .filter(m -> !m.getName().equals("equals"));
  }

  static Object call(Executable what, Object self, Object... arguments)
      throws InvocationTargetException, ReflectiveOperationException {
    return what instanceof Constructor<?> c
        ? c.newInstance(arguments)
        : ((Method) what).invoke(self, arguments);
  }

  /** A value that any routine should be content with; empty where none could be made. */
  Optional<Object> good(Class<?> type) {
    var known = made.get(type);
    if (known == null) {
      made.put(type, Optional.empty()); // a type that needs itself
      known = make(type);
      made.put(type, known);
    }
    return known;
  }

  private Optional<Object> make(Class<?> type) {
    Object plain =
        switch (type.getName()) {
          case "double" -> 0.5;
          case "int" -> 3;
          case "long" -> 1L;
          case "boolean" -> true;
          case "[D" -> SIGNAL.clone();
          case "[I" -> IntStream.range(0, 40).map(i -> i % 2).toArray();
          case "[Z" -> new boolean[40];
          case "[[D" -> grid(20, 20);
          case "[[I" -> wholeGrid();
          case "java.lang.String" -> "value";
          case "java.util.List" -> List.of();
          case "java.util.Map" -> Map.of();
          case "java.util.function.DoubleUnaryOperator" -> DoubleUnaryOperator.identity();
          case "java.util.function.ToDoubleFunction" -> (ToDoubleFunction<Object>) x -> 1;
          case "java.nio.file.Path" -> Path.of("no-such-folder", "no-such-file");
          default -> null;
        };
    if (plain != null) {
      return Optional.of(plain);
    }
    if (type == TimeSeries.class) {
      return Optional.of(TimeSeries.of(TIMES, SIGNAL));
    }
    if (type == Table.class) {
      return Optional.of(
          Table.create(
              "t", DoubleColumn.create("time", TIMES), DoubleColumn.create("value", SIGNAL)));
    }
    if (type == Provenance.class) {
      return Optional.of(Provenance.of(Map.of()));
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    if (type.isArray()) {
      return good(type.getComponentType())
          .map(
              value -> {
                Object array = Array.newInstance(type.getComponentType(), 1);
                Array.set(array, 0, value);
                return array;
              });
    }
    return type.getName().startsWith("murmuration.") ? ours(type) : Optional.empty();
  }

  private Optional<Object> ours(Class<?> type) {
    Stream<Class<?>> from =
        Stream.concat(
            Stream.of(type),
            type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.empty());
    return from.flatMap(Specimens::makers)
        .filter(m -> !(m instanceof Method method) || type.isAssignableFrom(method.getReturnType()))
        .sorted(Comparator.comparingInt(Executable::getParameterCount))
        .map(this::attempt)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Object> attempt(Executable maker) {
    try {
      return Optional.ofNullable(call(maker, maker, goodArguments(maker)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** A good value for every parameter, null where none could be made. */
  @SuppressWarnings("NullAway") // null is one of the bad inputs
  Object[] goodArguments(Executable what) {
    return Arrays.stream(what.getParameterTypes()).map(t -> good(t).orElse(null)).toArray();
  }

  /** What no routine should take without a word, or that has a documented answer. */
  @SuppressWarnings("NullAway") // null is one of the bad inputs
  static List<Object> bad(Class<?> type) {
    return switch (type.getName()) {
      case "double" -> List.of(NAN, INFINITE, -INFINITE, -1.0, 0.0, 1e-300, 1e300);
      case "int" -> List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1, 2);
      case "long" -> List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
      case "boolean" -> List.of(true, false);
      case "[D" -> series();
      case "[I" -> Arrays.asList(null, new int[0], new int[] {-1}, new int[] {Integer.MAX_VALUE});
      case "[Z" -> Arrays.asList(null, new boolean[0], new boolean[] {true});
      case "[[D" -> grids();
      case "[[I" ->
          Arrays.asList(
              null,
              new int[0][],
              new int[16][0],
              new int[][] {null, null},
              new int[][] {{1, 2}, {3}},
              new int[][] {{Integer.MIN_VALUE, Integer.MAX_VALUE}},
              new int[16][3]);
      case "java.lang.String" -> Arrays.asList(null, "", "no such thing");
      case "java.util.List" -> Arrays.asList(null, List.of(), Arrays.asList((Object) null));
      case "java.util.Map" -> Arrays.asList((Object) null);
      default -> other(type);
    };
  }

  @SuppressWarnings("NullAway") // null is one of the bad inputs
  private static List<Object> other(Class<?> type) {
    var values = new ArrayList<Object>();
    values.add(null);
    if (type == TimeSeries.class) {
      series().stream()
          .filter(x -> x != null && ((double[]) x).length > 0)
          .flatMap(x -> timeSeries((double[]) x).stream())
          .forEach(values::add);
    } else if (type == Table.class) {
      values.add(Table.create("empty"));
    } else if (type.isEnum()) {
      values.addAll(Arrays.asList(type.getEnumConstants()));
    } else if (type.isArray()) {
      values.add(Array.newInstance(type.getComponentType(), 0));
      values.add(Array.newInstance(type.getComponentType(), 1));
    }
    return values;
  }

  private static Optional<TimeSeries> timeSeries(double[] x) {
    try {
      return Optional.of(TimeSeries.of(x));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Object> series() {
    double[] constant = new double[40];
    Arrays.fill(constant, 2);
    double[] unsorted = SIGNAL.clone();
    double[] holed = SIGNAL.clone();
    holed[20] = NAN;
    double[] infinite = SIGNAL.clone();
    infinite[3] = INFINITE;
    double[] missing = new double[40];
    Arrays.fill(missing, NAN);
    double[] huge = Arrays.stream(SIGNAL).map(v -> v * 1e300).toArray();
    return Arrays.asList(
        null,
        new double[0],
        new double[] {1},
        new double[] {1, 2},
        new double[] {3, 1, 4, 1, 5, 9, 2},
        Arrays.copyOf(SIGNAL, 41),
        constant,
        unsorted,
        holed,
        infinite,
        missing,
        huge);
  }

  private static List<Object> grids() {
    double[][] holed = grid(20, 20);
    holed[3][3] = NAN;
    double[][] infinite = grid(20, 20);
    infinite[3][3] = INFINITE;
    return Arrays.asList(
        null,
        new double[0][],
        new double[3][0],
        new double[][] {null, null},
        new double[][] {{1, 2}, {3}},
        new double[][] {{1}},
        new double[20][20],
        grid(2, 2),
        holed,
        infinite);
  }

  /** Sixteen different rows of small whole numbers. */
  private static int[][] wholeGrid() {
    return IntStream.range(0, 16).mapToObj(i -> new int[] {i / 4, i % 4}).toArray(int[][]::new);
  }

  private static double[][] grid(int rows, int columns) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                IntStream.range(0, columns)
                    .mapToDouble(j -> Math.floorMod(i * i + 3 * j * j + i * j, 7) > 3 ? 1 : 0)
                    .toArray())
        .toArray(double[][]::new);
  }
}
