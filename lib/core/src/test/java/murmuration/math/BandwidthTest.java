package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BandwidthTest {
  @Test
  void theRuleIsOfSdOrQuartilesWhicheverIsNarrower() {
    double[] x = {1, 2, 3, 4, 5};
    double fifth = Math.pow(5, -0.2);
    assertEquals(1.06 * 2 / 1.34 * fifth, Bandwidth.NRD.of(x), 1e-15, "quartiles 2 and 4");
    double[] edges = {0, 0, 1, 1};
    assertEquals(0.9 * Math.sqrt(1 / 3.0) * Math.pow(4, -0.2), Bandwidth.NRD0.of(edges), 1e-15);
  }

  @Test
  void withoutARangeBetweenQuartilesTheSdStands() {
    double[] x = {0, 5, 5, 5, 5, 5, 5, 10};
    double sd = Math.sqrt(50 / 7.0);
    assertEquals(1.06 * sd * Math.pow(8, -0.2), Bandwidth.NRD.of(x), 1e-14);
  }

  @Test
  void orderDoesNotMatterAndUnitsScale() {
    double[] x = Rng.of(1).doubles(50).toArray();
    double[] y = new double[50];
    Arrays.setAll(y, i -> 3 - 1000 * x[49 - i]);
    assertEquals(1000 * Bandwidth.NRD.of(x), Bandwidth.NRD.of(y), 1e-9);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    for (var rule : Bandwidth.values()) {
      assertThrows(IllegalArgumentException.class, () -> rule.of(null));
      assertThrows(IllegalArgumentException.class, () -> rule.of(new double[] {1}));
      assertThrows(IllegalArgumentException.class, () -> rule.of(new double[] {2, 2, 2}));
      assertThrows(IllegalArgumentException.class, () -> rule.of(new double[] {2, Double.NaN}));
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> rule.of(new double[] {1e300, -1e300, 0, 4}));
      assertTrue(String.valueOf(e.getMessage()).contains("standard deviation"));
    }
  }
}
