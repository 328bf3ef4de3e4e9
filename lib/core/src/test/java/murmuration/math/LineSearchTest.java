package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LineSearchTest {
  @Test
  void theHighestOfSeveralPeaksIsFound() {
    var found = LineSearch.maximum(x -> Math.sin(x) + 0.1 * x, 0, 15, 60, 1e-10);
    assertEquals(4 * Math.PI + Math.acos(-0.1), found.at(), 1e-7);
    assertEquals(Math.sin(found.at()) + 0.1 * found.at(), found.value());
  }

  @Test
  void aMonotoneFunctionIsHighestAtItsEndAndNanIsLow() {
    assertEquals(2, LineSearch.maximum(x -> x, 0, 2, 8, 1e-9).at(), 1e-6);
    assertEquals(1, LineSearch.maximum(x -> x > 1 ? Double.NaN : x, 0, 2, 8, 1e-9).at(), 1e-6);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LineSearch.maximum(x -> x, 1, 1, 8, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> LineSearch.maximum(x -> x, 0, 1, 0, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> LineSearch.maximum(x -> x, 0, 1, 8, 0));
  }
}
