package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The way from a file to an interpolated series, against the one that the peer went. */
class ClimateRecordsTest {
  private static final Map<String, String> BY_FILE =
      Map.of(
          "edc3deuttemp2007.csv", "epica-dome-c-deuterium",
          "EPICA_Dome_C_CO2.csv", "epica-dome-c-co2",
          "GISP2_d18O.csv", "gisp2-d18o",
          "LR04.csv", "lr04");

  @Test
  void tenRecordsAreCutAndInterpolatedAsThePeerDoes() throws IOException {
    int values = 0;
    for (Object each : golden()) {
      var record = (Map<?, ?>) each;
      String name = Objects.toString(record.get("name"));
      var cut =
          Datasets.series(Objects.requireNonNull(BY_FILE.get(record.get("file")), name))
              .between(number(record, "age_from_yr_bp"), number(record, "age_to_yr_bp"));
      assertEquals(number(record, "rows_used"), cut.size(), name);
      assertEquals(-number(record, "oldest_age_used"), cut.times()[0], 1e-6, name);
      assertEquals(-number(record, "youngest_age_used"), cut.times()[cut.size() - 1], 1e-6, name);
      double[] x = cut.interpolate(number(record, "step_yr")).values();
      assertEquals(number(record, "n"), x.length, name);
      int every = (int) number(record, "every");
      var expected = (List<?>) Objects.requireNonNull(record.get("x"));
      for (int i = 0; i < expected.size(); i++) {
        close(((Number) expected.get(i)).doubleValue(), x[i * every], name);
        values++;
      }
      close(number(record, "last_x"), x[x.length - 1], name);
    }
    assertEquals(436, values);
  }

  @Test
  void theRecordsOfDakosHaveTheAgesThatOccurTwiceWhichThePeerCounts() {
    String mirror = System.getenv("MURMURATION_MIRROR");
    assumeTrue(mirror != null && !mirror.isBlank(), "not bundled, and no mirror is set");
    var all = Datasets.load("dakos2008-transitions");
    int[] rows = {556, 137, 1938, 28, 501, 147, 120, 98};
    int[] duplicates = {87, 8, 0, 0, 0, 0, 0, 0};
    for (int i = 0; i < rows.length; i++) {
      var one = all.where(all.intColumn("id").isEqualTo(i + 1));
      double transition = one.doubleColumn("transition_yr_bp").get(0);
      var before = one.where(one.doubleColumn("age_yr_bp").isGreaterThanOrEqualTo(transition));
      assertEquals(rows[i], before.rowCount());
      int distinct = new HashSet<>(before.doubleColumn("age_yr_bp").asList()).size();
      var series = TimeSeries.averageDuplicates(before, "age_yr_bp", "value");
      assertEquals(distinct, series.size());
      assertEquals(duplicates[i], rows[i] - distinct);
      assertEquals(rows[i], series.interpolatePoints(rows[i]).size());
    }
  }

  private static void close(double expected, double actual, String name) {
    assertEquals(expected, actual, 1e-12 * Math.abs(expected), name);
  }

  private static double number(Map<?, ?> record, String key) {
    return ((Number) Objects.requireNonNull(record.get(key), key)).doubleValue();
  }

  private static List<?> golden() throws IOException {
    String file = "/golden/warning/paleoclimate_bundled.json";
    try (var in = ClimateRecordsTest.class.getResourceAsStream(file)) {
      var root = JSON.std.mapFrom(Objects.requireNonNull(in, file));
      return (List<?>) Objects.requireNonNull(root.get("records"));
    }
  }
}
