package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PresentTest {
  private static final double[] X = {1, Double.NaN, 3, 4};
  private static final double[] Y = {Double.NaN, 6, 7, 8};

  @Test
  void positionsAreThoseWithoutNaNInAnyColumn() {
    assertArrayEquals(new int[] {0, 2, 3}, Present.in(X));
    assertArrayEquals(new int[] {2, 3}, Present.in(X, Y));
  }

  @Test
  void valuesAreTakenInTheOrderOfThePositions() {
    assertArrayEquals(new double[] {8, 6}, Present.at(new int[] {3, 1}, Y), 0);
  }
}
