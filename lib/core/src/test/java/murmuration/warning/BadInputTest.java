package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.data.TimeSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public static method of the package with bad arguments: each is refused with an {@link
 * IllegalArgumentException} that says what was found, or gives a documented value, and nothing else
 * is ever thrown.
 */
class BadInputTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final List<Class<?>> TYPES =
      List.of(
          Detrend.class,
          EarlyWarning.class,
          Indicator.class,
          Indicators.class,
          KendallTrend.class,
          MannKendall.class,
          Rolling.class,
          SignalComparison.class,
          SpectralIndicators.class,
          SurrogateTest.class,
          Surrogates.class,
          TheilSen.class,
          Trend.class,
          Window.class);
  private static final Map<String, double[]> SERIES = series();

  @SuppressWarnings("NullAway") // null is one of the bad inputs
  private static Map<String, double[]> series() {
    var series = new LinkedHashMap<String, double[]>();
    series.put("null", null);
    series.put("empty", new double[0]);
    series.put("too short", new double[] {1, 2});
    series.put("all NaN", new double[] {NAN, NAN, NAN, NAN, NAN, NAN, NAN});
    series.put("infinite", new double[] {1, 4, INFINITE, 2, 3, 1, 5});
    series.put("constant", new double[] {2, 2, 2, 2, 2, 2, 2});
    series.put("unsorted", new double[] {3, 1, 4, 1, 5, 9, 2});
    series.put("one longer", new double[] {3, 1, 4, 1, 5, 9, 2, 6});
    return series;
  }

  static Stream<Method> routines() {
    return TYPES.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getParameterCount() > 0);
  }

  @ParameterizedTest
  @MethodSource("routines")
  void aRoutineRefusesBadArgumentsInWords(Method routine) throws IllegalAccessException {
    Class<?>[] types = routine.getParameterTypes();
    List<List<Object>> bad = Arrays.stream(types).map(BadInputTest::values).toList();
    int most = bad.stream().mapToInt(List::size).max().orElseThrow();
    for (int shift = 0; shift < types.length * most; shift++) {
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] = bad.get(i).get((shift / (i + 1) + i * shift) % bad.get(i).size());
      }
      try {
        routine.invoke(null, arguments);
      } catch (InvocationTargetException e) {
        String call = routine + " of " + Arrays.deepToString(arguments) + ": " + e.getCause();
        assertTrue(e.getCause() instanceof IllegalArgumentException, call);
        assertTrue(String.valueOf(e.getCause().getMessage()).length() > 12, call);
      }
    }
  }

  @SuppressWarnings("NullAway") // null is one of the bad inputs
  private static List<Object> values(Class<?> type) {
    if (type == double.class) {
      return List.of(NAN, INFINITE, -1.0, 0.0, 1e-300, 0.5, 1e300);
    }
    if (type == int.class) {
      return List.of(0, -1, Integer.MIN_VALUE, 2, Integer.MAX_VALUE);
    }
    if (type == double[].class) {
      return Arrays.asList(SERIES.values().toArray());
    }
    if (type == TimeSeries.class) {
      return Arrays.asList(null, TimeSeries.of(new double[] {NAN, 1}));
    }
    if (type == Indicator[].class) {
      return Arrays.asList(null, new Indicator[0], new Indicator[] {null});
    }
    return type.isEnum()
        ? Stream.concat(Stream.of((Object) null), Arrays.stream(type.getEnumConstants())).toList()
        : Arrays.asList((Object) null);
  }

  static Stream<Indicator> indicators() {
    return Stream.concat(
        Stream.of(Indicators.class, SpectralIndicators.class)
            .flatMap(type -> Arrays.stream(type.getFields()))
            .map(field -> (Indicator) assertGiven(field)),
        Stream.of(
            Indicators.acf(5),
            Indicators.largestRoot(6),
            Indicators.timeVaryingAr(2),
            Indicators.sampleEntropy(2),
            Indicators.approximateEntropy(2),
            Indicators.permutationEntropy(),
            Indicators.shannonEntropy(5)));
  }

  private static Object assertGiven(java.lang.reflect.Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("indicators")
  @SuppressWarnings("NullAway") // null is one of the bad inputs
  void anIndicatorRefusesWhatIsNoSeriesAndKeepsMissingWindowsMissing(Indicator indicator) {
    for (String name : List.of("null", "empty", "too short", "infinite")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> indicator.rolling(SERIES.get(name), Window.points(3)),
          name);
    }
    double[] x = IntStream.range(0, 40).mapToDouble(i -> Math.sin(i * i)).toArray();
    x[20] = NAN;
    double[] values = indicator.rolling(x, Window.points(10));
    assertTrue(IntStream.range(20, 30).allMatch(i -> Double.isNaN(values[i])));
    assertFalse(Arrays.stream(values).anyMatch(v -> v == Double.NEGATIVE_INFINITY));
  }
}
