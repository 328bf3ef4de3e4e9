package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import murmuration.math.Rng;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class TwoSampleTestTest {
  private static final double[] A = Rng.of(1).doubles(12).toArray();
  private static final double[] B = Rng.of(2).doubles(31).map(v -> 3 * v - 1).toArray();

  @Test
  void welchIsThatOfCommonsMath() {
    var found = TwoSampleTest.welch(A, B);
    assertEquals(new TTest().t(A, B), found.statistic(), 1e-12);
    assertEquals(new TTest().tTest(A, B), found.p(), 1e-12);
  }

  @Test
  void theIntervalMeetsZeroWherePIsFivePercent() {
    for (var found :
        new TwoSampleTest[] {
          new TwoSampleTest(TwoSampleTest.Kind.WELCH, 9, 9, 2.262157162740992, 0, 1, 9),
          new TwoSampleTest(TwoSampleTest.Kind.Z, 9, 9, 1.959963984540054, 0, 1, 1 / 0.0)
        }) {
      assertEquals(0.05, found.p(), 1e-9);
      assertEquals(0, found.low(), 1e-9);
    }
  }

  @Test
  void constantSamplesAreUndecidedWhereEqualAndCertainWhereNot() {
    double[] zeros = {0, 0};
    double[] ones = {1, 1, 1};
    for (var found :
        new TwoSampleTest[] {TwoSampleTest.z(zeros, zeros), TwoSampleTest.welch(ones, ones)}) {
      assertEquals(Double.NaN, found.statistic());
      assertEquals(Double.NaN, found.p());
    }
    assertEquals(Double.NEGATIVE_INFINITY, TwoSampleTest.z(zeros, ones).statistic());
    assertEquals(0, TwoSampleTest.welch(zeros, ones).p());
  }

  @Test
  void oneRunIsNoSample() {
    assertThrows(
        IllegalArgumentException.class, () -> TwoSampleTest.z(new double[] {1}, new double[3]));
  }
}
