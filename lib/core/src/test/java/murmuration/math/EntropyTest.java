package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EntropyTest {
  @Test
  void equalSharesHaveTheLogarithmOfTheirNumber() {
    assertEquals(2, Entropy.bits(new long[] {7, 7, 7, 7}), 1e-15);
    assertEquals(Math.log(3), Entropy.nats(new long[] {1, 0, 1, 1}), 1e-15);
  }

  @Test
  void oneClassHasExactlyNone() {
    assertEquals(0.0, Entropy.nats(new long[] {0, 123_456_789_123L, 0}));
  }

  @Test
  void nothingCountedIsUndefined() {
    assertEquals(Double.NaN, Entropy.bits(new long[0]));
    assertThrows(IllegalArgumentException.class, () -> Entropy.bits(new long[] {-1}));
  }

  @Test
  void twoByTwoLabelsInAllOrdersHaveThisMeanInformation() {
    // of the 6 orders of (0,0,1,1) against (0,0,1,1), two agree fully and four not at all
    long[] halves = {2, 2};
    assertEquals(Math.log(2) / 3, Entropy.expectedInformation(halves, halves), 1e-15);
  }

  @Test
  void aSingleClassShouldShareNothing() {
    assertEquals(0, Entropy.expectedInformation(new long[] {10}, new long[] {3, 7}), 1e-15);
  }

  @Test
  void theMeanInformationOfManyRecordsIsTheLeadingBias() {
    long[] rows = {50_000, 50_000, 100_000};
    double bias = 2.0 * 2 / (2 * 200_000);
    assertEquals(bias, Entropy.expectedInformation(rows, rows), 1e-3 * bias);
  }

  @Test
  void hugeCountsTakeNoTime() {
    long[] rows = {400_000_000_000_000L, 600_000_000_000_000L};
    assertEquals(0, Entropy.expectedInformation(rows, rows), 1e-13);
  }
}
