package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JensenShannonTest {
  @Test
  void distributionsWithoutACommonValueAreABitApart() {
    assertEquals(1, JensenShannon.bits(new double[] {3, 1, 0}, new double[] {0, 0, 2}), 1e-15);
  }

  @Test
  void aCertainAndAFairCoinHaveAClosedForm() {
    double mixture = -0.75 * Math.log(0.75) / Math.log(2) + 0.25 * 2;
    assertEquals(mixture - 0.5, JensenShannon.bits(new int[] {1, 1}, new int[] {4, 0}), 1e-15);
  }

  @Test
  void weightsOfAnySizeGiveNumbers() {
    double[] tiny = {Double.MIN_VALUE, 0};
    double[] wide = {Double.MIN_VALUE, 1};
    assertEquals(1, JensenShannon.bits(tiny, wide), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> JensenShannon.bits(new double[] {0, 0}, new double[] {1, 0}));
  }

  @Property(tries = 200)
  void itIsSymmetricBoundedAndZeroOnlyForEqualShares(
      @ForAll @Size(5) double[] a, @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
    double[] p = positive(a, 3);
    double[] q = positive(a, 7);
    double d = JensenShannon.bits(p, q);
    assertEquals(d, JensenShannon.bits(q, p), 1e-15);
    assertTrue(d > 0 && d <= 1, () -> "divergence " + d);
    double[] scaled = p.clone();
    for (int i = 0; i < p.length; i++) {
      scaled[i] *= scale;
    }
    assertEquals(0, JensenShannon.bits(p, scaled), 1e-15);
  }

  private static double[] positive(double[] a, int salt) {
    double[] p = new double[a.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = 1 + Math.floorMod(Double.hashCode(a[i]) * salt + 31 * i * salt, 97);
    }
    p[salt % p.length] += 200;
    return p;
  }
}
