package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class ConcavityTestTest {
  private static final double[] SIZES = LogSpaced.of(1e7, 1e10, 8);

  private static double[] bent(double curvature, double noise, long index) {
    var random = Rng.of(31, index);
    double middle = Math.log(SIZES[0] * SIZES[7]) / 2;
    return Arrays.stream(SIZES)
        .map(n -> Math.log(n) - middle)
        .map(z -> 1 - 0.3 * z + curvature * z * z + noise * random.nextGaussian())
        .toArray();
  }

  /** 1000 straight curves; 4 sd of 5 % are 2.8 %. */
  @Test
  void straightCurvesAreCalledBentAsOftenAsStated() {
    int two = 0;
    int one = 0;
    for (int i = 0; i < 1000; i++) {
      var test = ConcavityTest.of(SIZES, bent(0, 0.1, i));
      two += test.p() < 0.05 ? 1 : 0;
      one += test.pConcave() < 0.05 ? 1 : 0;
    }
    assertEquals(0.05, two / 1000.0, 0.028);
    assertEquals(0.05, one / 1000.0, 0.028);
  }

  @Test
  void theSignOfTheBendDecidesTheOneSidedP() {
    var concave = ConcavityTest.of(SIZES, bent(-0.1, 0.05, 1));
    var convex = ConcavityTest.of(SIZES, bent(0.1, 0.05, 1));
    assertEquals(-0.1, concave.curvature(), 0.05);
    assertEquals(-0.3, concave.slope(), 0.05);
    assertEquals(concave.p() / 2, concave.pConcave(), 1e-12);
    assertEquals(1 - convex.p() / 2, convex.pConcave(), 1e-12);
    assertTrue(concave.words().startsWith("concave") && convex.words().startsWith("convex"));
    assertTrue(concave.chart().svg().startsWith("<") && concave.table().rowCount() == 6);
  }

  @Test
  void resampledItemsGiveAShareOfCurvesThatAreNotConcave() {
    double[] f = bent(-0.1, 0, 2);
    var test =
        ConcavityTest.of(SIZES, bent(-0.1, 0.02, 2))
            .resampled(
                random -> Arrays.stream(f).map(v -> v + 0.5 * random.nextGaussian()).toArray(),
                400,
                1);
    double not = Arrays.stream(test.draws()).filter(q -> q >= 0).count();
    assertEquals((1 + not) / 401, test.bootstrapP(), 1e-12);
    assertTrue(test.bootstrapP() > 0.005 && test.bootstrapP() < 0.3, test::summary);
    assertTrue(Double.isNaN(ConcavityTest.of(SIZES, f).bootstrapP()));
  }

  @Test
  void threeSizesAreTooFew() {
    double[] three = {1, 2, 3};
    assertThrows(IllegalArgumentException.class, () -> ConcavityTest.of(three, three));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConcavityTest.of(new double[] {1, 2, 3, -4}, new double[4]));
  }
}
