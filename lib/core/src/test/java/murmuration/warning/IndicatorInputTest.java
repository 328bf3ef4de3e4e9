package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every indicator refuses what is no series, and keeps missing windows missing. */
class IndicatorInputTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
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
