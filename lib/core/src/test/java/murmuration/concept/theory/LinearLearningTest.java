package murmuration.concept.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class LinearLearningTest {
  private static final ItemTree TREE = ItemTree.of(2);

  private static double[][] gaussian(int rows, int columns, long seed) {
    var random = Rng.of(seed);
    return IntStream.range(0, rows)
        .mapToObj(
            i -> IntStream.range(0, columns).mapToDouble(j -> random.nextGaussian()).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void aTreeHasABroadModeForEachLevelAndAFineOneForEachPair() {
    var modes = TREE.modes();
    assertArrayEquals(new double[] {Math.sqrt(7), Math.sqrt(3), 1, 1}, modes.strengths(), 1e-12);
    double[] broad = modes.inputModes()[1];
    assertEquals(broad[0], broad[1], 1e-12);
    assertEquals(broad[0], -broad[2], 1e-12);
  }

  @Test
  void modesAndStrengthsMakeTheBestLinearMap() {
    double[][] x = LinearModes.whiten(gaussian(3, 50, 1));
    double[][] map = gaussian(4, 3, 2);
    double[][] y = new double[4][50];
    for (int i = 0; i < 4; i++) {
      for (int p = 0; p < 50; p++) {
        for (int j = 0; j < 3; j++) {
          y[i][p] += map[i][j] * x[j][p];
        }
      }
    }
    var modes = LinearModes.of(x, y);
    assertEquals(1, modes.inputVariance(), 1e-12);
    assertArrayEquals(modes.strengths(), modes.strengthsOf(map), 1e-12);
  }

  @Test
  void anAlignedNetworkFollowsSaxesCurveUpToItsStepSize() {
    int[] steps = IntStream.rangeClosed(0, 60).map(i -> 200 * i).toArray();
    var network = TwoLayerNetwork.aligned(TREE.inputs(), TREE.outputs(), 4, 1e-3);
    var coarse = network.descend(4e-3, Arrays.stream(steps).map(i -> i / 4).toArray());
    var fine = network.descend(1e-3, steps);
    assertTrue(fine.largestDifference() < 1e-2, "difference " + fine.largestDifference());
    assertEquals(4, coarse.largestDifference() / fine.largestDifference(), 0.2);
    double[] at = Arrays.stream(steps).asDoubleStream().toArray();
    assertTrue(network.flow(1e-3, at).largestDifference() < 1e-8);
  }

  @Test
  void smallRandomWeightsAlignByThemselvesAndBroadDistinctionsComeFirst() {
    double[] steps = IntStream.rangeClosed(0, 80).mapToDouble(i -> 100 * i).toArray();
    var network = TwoLayerNetwork.random(TREE.inputs(), TREE.outputs(), 16, 1e-3, 4);
    var course = network.flow(5e-3, steps);
    int root = first(course.mode(0), Math.sqrt(7));
    int broad = first(course.mode(1), Math.sqrt(3));
    int fine = first(course.mode(2), 1);
    assertTrue(root < broad && broad < fine, root + ", " + broad + ", " + fine);
    double late = course.largestDifference();
    assertTrue(late > 0.01 && late < 0.35, "theory is near, not exact: " + late);
    assertArrayEquals(
        course.modes().strengths(), course.strengths()[80], 1e-3, "everything is learned");
    assertEquals(0, course.loss()[80], 1e-3);
  }

  private static int first(double[] curve, double strength) {
    return IntStream.range(0, curve.length)
        .filter(i -> curve[i] >= strength / 2)
        .findFirst()
        .orElseThrow();
  }

  /** The loss of the zero map is half the power of the outputs: three features an item. */
  @Test
  void theLossIsHalfTheMeanSquaredDistance() {
    double[][] none = new double[2][4];
    var network = TwoLayerNetwork.of(TREE.inputs(), TREE.outputs(), none, new double[7][2]);
    assertEquals(1.5, network.descend(0.1, 0, 1).loss()[0], 1e-12);
    assertTrue(Double.isNaN(network.descend(0.1, 0, 1).theory()[1][0]));
  }

  @Test
  void inputsThatAreNotWhitenedAreRefusedWithAdvice() {
    double[][] x = gaussian(3, 50, 1);
    var refusal = assertThrows(IllegalArgumentException.class, () -> LinearModes.of(x, x));
    assertTrue(String.valueOf(refusal.getMessage()).contains("LinearModes.whiten(x)"));
    double[][] twice = {x[0], x[1], x[0]};
    assertThrows(IllegalArgumentException.class, () -> LinearModes.whiten(twice));
    assertEquals(3, LinearModes.of(LinearModes.whiten(x), x).size());
  }
}
