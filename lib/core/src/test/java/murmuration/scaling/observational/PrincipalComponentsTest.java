package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  @Test
  void pointsOnALineHaveOneAxis() {
    var pc = PrincipalComponents.of(new double[][] {{1, 5}, {2, 3}, {3, 1}});
    assertArrayEquals(new double[] {1, 0}, pc.shares(), 1e-14);
    double root = Math.sqrt(5);
    assertArrayEquals(new double[] {1 / root, -2 / root}, pc.components()[0], 1e-14);
    assertEquals(-root, pc.coordinates(new double[] {1, 5})[0], 1e-14);
    assertEquals(5, pc.rebuilt(pc.coordinates(new double[] {1, 5}), 1, 1), 1e-14);
  }

  /** The eigenvalues of [[2, 1], [1, 3]] are (5 -+ root 5)/2. */
  @Test
  void sharesAreTheEigenvaluesOfTheCovariance() {
    double[][] rows = {{1, 1}, {-1, 0}, {0, -1}, {0, -1}, {0, 1}};
    var pc = PrincipalComponents.of(rows);
    double[] covariance = new double[3];
    for (double[] row : rows) {
      covariance[0] += row[0] * row[0];
      covariance[1] += row[0] * row[1];
      covariance[2] += row[1] * row[1];
    }
    double trace = covariance[0] + covariance[2];
    double gap =
        Math.sqrt(Math.pow(covariance[0] - covariance[2], 2) + 4 * covariance[1] * covariance[1]);
    assertArrayEquals(
        new double[] {(trace + gap) / (2 * trace), (trace - gap) / (2 * trace)},
        pc.shares(),
        1e-14);
  }

  @Test
  void everyAxisRisesWithTheFirstColumn() {
    var pc =
        PrincipalComponents.of(
            new double[][] {{0.1, 0.9, 0.3}, {0.5, 0.2, 0.8}, {0.9, 0.1, 0.2}, {0.4, 0.4, 0.7}});
    for (double[] component : pc.components()) {
      assertTrue(component[0] >= 0);
    }
  }

  @Test
  void fewerRowsThanColumnsHaveFewerAxes() {
    var pc = PrincipalComponents.of(new double[][] {{1, 2, 3, 4}, {2, 4, 1, 0}, {0, 1, 1, 1}});
    assertEquals(3, pc.components().length);
    assertEquals(0, pc.shares()[2], 1e-14);
  }
}
