package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class PolygammaTest {
  @Test
  void valuesAtOneAndAHalfAreKnown() {
    double euler = 0.57721566490153286;
    assertEquals(-euler, Polygamma.digamma(1), 1e-15);
    assertEquals(-euler - 2 * Math.log(2), Polygamma.digamma(0.5), 2e-15);
    assertEquals(Math.PI * Math.PI / 6, Polygamma.trigamma(1), 1e-15);
    assertEquals(Math.PI * Math.PI / 2, Polygamma.trigamma(0.5), 2e-15);
  }

  @Property(tries = 300)
  void bothFollowTheirRecurrence(@ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 100) double x) {
    double one = 1 / x;
    assertEquals(
        Polygamma.digamma(x) + one, Polygamma.digamma(x + 1), 4e-15 * Math.max(1, Math.abs(one)));
    assertEquals(
        Polygamma.trigamma(x) - one * one,
        Polygamma.trigamma(x + 1),
        4e-15 * Math.max(1, one * one));
  }

  @Property(tries = 300)
  void theyAreThoseOfCommonsMathWithinItsAccuracy(
      @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 1e7) double x) {
    assertEquals(Gamma.digamma(x), Polygamma.digamma(x), 1e-8 * Math.max(1, 1 / x));
    assertEquals(Gamma.trigamma(x), Polygamma.trigamma(x), 1e-8 * Math.max(1, 1 / (x * x)));
  }

  @Test
  void zeroAndBelowAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Polygamma.digamma(0));
    assertThrows(IllegalArgumentException.class, () -> Polygamma.trigamma(-1));
  }
}
