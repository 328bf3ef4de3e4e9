package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GradientTest {
  @Property(tries = 100)
  void aParabolaHasItsExactSlopeInsideHoweverUnevenTheGrid(@ForAll @Size(12) double[] gaps) {
    double[] t = new double[gaps.length];
    for (int i = 1; i < t.length; i++) {
      t[i] = t[i - 1] + 0.01 + Math.abs(Math.sin(gaps[i]));
    }
    double[] f = Arrays.stream(t).map(v -> 3 * v * v - v + 2).toArray();
    double[] slope = Gradient.of(t, f);
    for (int i = 1; i < t.length - 1; i++) {
      assertEquals(6 * t[i] - 1, slope[i], 1e-9);
    }
  }

  @Test
  void theEndsHaveThePlainQuotient() {
    double[] slope = Gradient.of(new double[] {0, 1, 3}, new double[] {1, 2, 10});
    assertArrayEquals(new double[] {1, 2, 4}, slope, 1e-15);
  }

  @Test
  void whatCannotBeDifferentiatedIsRefused() {
    double[] f = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> Gradient.of(new double[] {1, 1}, f));
    assertThrows(IllegalArgumentException.class, () -> Gradient.of(new double[] {1}, f));
  }
}
