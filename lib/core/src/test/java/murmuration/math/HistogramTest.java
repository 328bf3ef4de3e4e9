package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final double[] VALUES = {0, 0.5, 1, 1.5, 2, 3.5, 4};

  @Test
  void anEdgeBelongsToTheBinAboveItAndTheLargestToTheLastBin() {
    var histogram = Histogram.of(VALUES, 0, 4, 4);
    assertArrayEquals(new int[] {2, 2, 1, 2}, histogram.counts());
    assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5}, histogram.centres(), 1e-15);
    assertArrayEquals(new double[] {2, 2, 1, 2}, histogram.heights(), 0);
  }

  @Test
  void noValueIsLost() {
    assertArrayEquals(new int[] {4, 3}, Histogram.of(VALUES, 1, 3, 2).counts());
  }

  @Test
  void equalSharesHaveTheLogarithmOfTheirNumberAsEntropy() {
    assertEquals(Math.log(4), Histogram.entropy(new int[] {3, 3, 3, 3}), 1e-15);
    assertEquals(0, Histogram.entropy(new int[] {0, 9}), 0);
    assertEquals(Double.NaN, Histogram.entropy(new int[2]), 0);
  }

  @Test
  void binsWithoutWidthAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(VALUES, 1, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(VALUES, 0, 4, 0));
  }
}
