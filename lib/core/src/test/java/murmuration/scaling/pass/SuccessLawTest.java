package murmuration.scaling.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import murmuration.scaling.pass.SuccessLaw.BetaLaw;
import murmuration.scaling.pass.SuccessLaw.Kumaraswamy;
import murmuration.scaling.pass.SuccessLaw.ScaledBeta;
import murmuration.scaling.pass.SuccessLaw.ZeroInflatedBeta;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class SuccessLawTest {
  private static final List<SuccessLaw> LAWS =
      List.of(
          new BetaLaw(0.3, 4),
          new BetaLaw(3, 0.4),
          new ScaledBeta(0.3, 4, 0.2),
          new ScaledBeta(2, 0.02, 0.7),
          new ScaledBeta(1.5, 3, 0.999),
          new Kumaraswamy(0.05, 3),
          new Kumaraswamy(0.4, 90),
          new Kumaraswamy(5, 0.3),
          new ZeroInflatedBeta(0.5, 2, 0.4));

  @Test
  void chancesOfAllCountsSumToOne() {
    for (SuccessLaw law : LAWS) {
      for (int n : new int[] {1, 7, 300}) {
        double sum = 0;
        for (int c = 0; c <= n; c++) {
          sum += Math.exp(law.logPmf(n, c));
        }
        assertEquals(1, sum, 2e-12, law + " n " + n);
      }
    }
  }

  @Test
  void theMeanCountIsThatOfOneAttempt() {
    for (SuccessLaw law : LAWS) {
      double mean = 0;
      for (int c = 1; c <= 50; c++) {
        mean += c * Math.exp(law.logPmf(50, c));
      }
      assertEquals(50 * law.passAt(1), mean, 1e-11, law.toString());
    }
    assertEquals(0.3 / 4.3, new BetaLaw(0.3, 4).passAt(1), 1e-15);
    assertEquals(0.2 * 0.3 / 4.3, new ScaledBeta(0.3, 4, 0.2).passAt(1), 1e-15);
  }

  @Property(tries = 200)
  void aScaleOfOneAndNoImpossibleItemLeaveTheBetaLaw(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 50) double alpha,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 50) double beta,
      @ForAll @IntRange(min = 1, max = 20_000) int n,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    int c = (int) ((long) n * percent / 100);
    double plain = new BetaLaw(alpha, beta).logPmf(n, c);
    double tolerance = 1e-12 + 1e-14 * n; // logarithms of the size of n cancel
    assertEquals(plain, new ScaledBeta(alpha, beta, 1).logPmf(n, c), tolerance);
    assertEquals(plain, new ZeroInflatedBeta(alpha, beta, 0).logPmf(n, c), tolerance);
    // Continuous in the scale: the sum of positive terms beside the closed form.
    assertEquals(
        plain, new ScaledBeta(alpha, beta, 1 - 1e-14).logPmf(n, c), 1e-9 * Math.max(1, n / 1e3));
  }

  @Property(tries = 200)
  void kumaraswamyIsBetaWhereOneShapeIsOne(
      @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 50) double shape,
      @ForAll @IntRange(min = 1, max = 20_000) int n,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    int c = (int) ((long) n * percent / 100);
    assertEquals(new BetaLaw(shape, 1).logPmf(n, c), new Kumaraswamy(shape, 1).logPmf(n, c), 1e-9);
    assertEquals(new BetaLaw(1, shape).logPmf(n, c), new Kumaraswamy(1, shape).logPmf(n, c), 1e-9);
  }

  @Property(tries = 200)
  void kumaraswamyOfAWholeShapeIsASumOfBetaFunctions(
      @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 5) double a,
      @ForAll @IntRange(min = 2, max = 4) int b,
      @ForAll @IntRange(min = 1, max = 2000) int n,
      @ForAll @IntRange(min = 0, max = 10) int c) {
    int passes = Math.min(c, n);
    double sum = 0;
    for (int j = 0; j < b; j++) {
      double sign = j % 2 == 0 ? 1 : -1;
      sum +=
          sign
              * CombinatoricsUtils.binomialCoefficientDouble(b - 1, j)
              * Math.exp(Beta.logBeta(a * (j + 1) + passes, n - passes + 1.0));
    }
    double largest = Math.exp(Beta.logBeta(a + passes, n - passes + 1.0));
    double found = Math.exp(KumaraswamyIntegral.logarithm(a, b, passes, n - passes));
    assertEquals(a * b * sum, found, 2e-11 * a * b * largest);
  }

  @Test
  void manyAttemptsFollowThePowerThatTheLawNames() {
    int k = 1_000_000_000;
    for (SuccessLaw law : LAWS) {
      if (law.exponent() < 1) {
        double f = -Math.log(law.passAt(k));
        double expected = law.prefactor() * Math.pow(k, -law.exponent());
        // The next term of the series is of the relative size f, or of another power of k.
        assertEquals(1, f / expected, 0.6 * f + 1e-3, law.toString());
      }
    }
  }

  @Test
  void parametersOutsideTheirRangesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BetaLaw(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ScaledBeta(1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ScaledBeta(1, 1, 1.01));
    assertThrows(IllegalArgumentException.class, () -> new Kumaraswamy(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new ZeroInflatedBeta(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new BetaLaw(1, 1).logPmf(3, 4));
    assertThrows(IllegalArgumentException.class, () -> new BetaLaw(1, 1).passAt(0));
  }
}
