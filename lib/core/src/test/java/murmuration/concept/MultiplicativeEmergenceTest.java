package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MultiplicativeEmergenceTest {
  private static final double[] STEPS = IntStream.range(0, 401).asDoubleStream().toArray();
  private static final double[] CURVE =
      Arrays.stream(STEPS).map(t -> 1 / (1 + Math.exp(-(t - 200) / 20))).toArray();

  @Test
  void independentConceptsLeaveNoResidualAndTheJointRiseStartsLateAndIsSharper() {
    double[] joint = Arrays.stream(CURVE).map(p -> p * p * p * p).toArray();
    double[][] single = {CURVE, CURVE, CURVE, CURVE};
    var found = MultiplicativeEmergence.of(List.of("a", "b", "c", "d"), STEPS, joint, single);
    assertEquals(0, found.meanResidual(), 1e-15);
    // p^4 = q at the logit of q^(1/4): 10 to 90 % takes 20 (logit 0.9^.25 - logit 0.1^.25).
    double rise = 20 * (logit(Math.pow(0.9, 0.25)) - logit(Math.pow(0.1, 0.25)));
    assertEquals(rise, found.jointRise(), 0.05);
    assertEquals(20 * Math.log(81), found.singleRises()[0], 0.05);
    assertTrue(found.jointRise() < found.singleRises()[0]);
    assertTrue(found.jointStart() > 200);
    assertTrue(found.summary().lines().count() <= 12);
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  @Test
  void conceptsThatAreRightTogetherLeaveAPositiveResidual() {
    var found =
        MultiplicativeEmergence.of(List.of("a", "b"), STEPS, CURVE, new double[][] {CURVE, CURVE});
    assertTrue(found.residuals()[200] > 0.2);
  }

  @Test
  void phiIsOneForTheSameHitsMinusOneForOppositeAndNoneForAConstant() {
    boolean[] a = {true, false, true, true};
    boolean[] b = {false, true, false, false};
    assertEquals(1, MultiplicativeEmergence.phi(a, a), 1e-15);
    assertEquals(-1, MultiplicativeEmergence.phi(a, b), 1e-15);
    assertEquals(Double.NaN, MultiplicativeEmergence.phi(a, new boolean[4]));
    boolean[] c = {true, true, false, false};
    boolean[] d = {true, false, true, false};
    assertEquals(0, MultiplicativeEmergence.phi(c, d), 1e-15);
  }

  @Test
  void oneConceptIsNoComposition() {
    assertThrows(
        IllegalArgumentException.class,
        () -> MultiplicativeEmergence.of(List.of("a"), STEPS, CURVE, new double[][] {CURVE}));
  }
}
