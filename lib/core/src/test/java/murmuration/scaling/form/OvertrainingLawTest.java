package murmuration.scaling.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OvertrainingLawTest {
  private static final AdditiveLaw TIED = AdditiveLaw.of(1.8, 400, 600, 0.36, 0.36);

  @Property(tries = 100)
  void itIsTheAdditiveLawWithOneExponent(
      @ForAll @DoubleRange(min = 6, max = 12) double logN,
      @ForAll @DoubleRange(min = 8, max = 14) double logD,
      @ForAll @DoubleRange(min = 0.1, max = 10) double k) {
    double n = Math.pow(10, logN);
    double d = Math.pow(10, logD);
    double loss = OvertrainingLaw.of(TIED, k).loss(k * n * d, d / n);
    assertEquals(TIED.loss(n, d), loss, 1e-12 * loss);
  }

  @Test
  void theCoefficientsAreThoseOfTheIdentity() {
    OvertrainingLaw law = OvertrainingLaw.of(TIED);
    assertEquals(0.18, law.eta(), 1e-15);
    assertEquals(400 * Math.pow(6, 0.18), law.p(), 1e-9);
    assertEquals(600 * Math.pow(6, 0.18), law.q(), 1e-9);
    assertEquals(600, law.additive(6).b(), 1e-9);
    assertEquals(400, law.additive(6).a(), 1e-9);
  }

  @Test
  void theBestRatioIsThatOfTheFrontierAtAnyCompute() {
    double ratio = OvertrainingLaw.of(TIED).bestTokensPerParameter();
    assertEquals(Frontier.of(TIED).tokensPerParameter(1e18), ratio, 1e-9);
    assertEquals(Frontier.of(TIED).tokensPerParameter(1e25), ratio, 1e-9);
  }

  @Test
  void twoExponentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> OvertrainingLaw.of(AdditiveLaw.HOFFMANN));
  }
}
