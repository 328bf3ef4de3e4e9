package murmuration.scaling.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KaplanTest {
  @Test
  void withEndlessDataTheCoupledLawIsAPowerOfParameters() {
    double alone = new PowerOfScale(6.4e13, 0.076).loss(1e9);
    assertEquals(alone, Kaplan.PARAMETERS_AND_TOKENS.loss(1e9, 1e40), 1e-9);
    double data = new PowerOfScale(1.8e13, 0.103).loss(1e10);
    assertEquals(data, Kaplan.PARAMETERS_AND_TOKENS.loss(1e60, 1e10), 1e-9);
  }

  @Test
  void theCoupledLawGivesBackItsScales() {
    assertEquals(6.4e13, Kaplan.PARAMETERS_AND_TOKENS.parameterScale(), 1);
    assertEquals(1.8e13, Kaplan.PARAMETERS_AND_TOKENS.tokenScale(), 1);
  }

  @Test
  void aCoupledLawLiesBelowTheSumOfItsLimitsAndAboveEach() {
    CoupledLaw law = new CoupledLaw(Math.log(2), Math.log(3), 0.5, 0.5, 0.4);
    double n = 2 * Math.pow(100, -0.5);
    double d = 3 * Math.pow(1000, -0.4);
    double excess = law.loss(100, 1000) - 0.5;
    assertTrue(excess > Math.max(n, d) && excess < n + d, "excess " + excess);
    double spelled = Math.pow(Math.pow(n, 1 / 0.4) + Math.pow(d, 1 / 0.4), 0.4);
    assertEquals(spelled, excess, 1e-14);
  }

  @Test
  void anErrorOfTasksGivesBackItsLoss() {
    DownstreamError law = new DownstreamError(0.85, 2.1, 0.7);
    assertEquals(2.4, law.lossFor(law.error(2.4)), 1e-12);
  }
}
