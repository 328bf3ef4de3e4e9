package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.scaling.pass.PassUntil;
import murmuration.scaling.pass.SuccessFit;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class ItemBankTest {
  /** One test at 1e-3. */
  @Test
  void waitsForPassesFollowTheNegativeBinomialLaw() {
    int cap = 12;
    var law = new PascalDistribution(2, 0.25);
    double[] expected = new double[cap];
    long[] observed = new long[cap];
    for (int k = 2; k <= cap; k++) {
      expected[k - 2] = 20_000 * law.probability(k - 2);
    }
    expected[cap - 1] = 20_000 * (1 - law.cumulativeProbability(cap - 2));
    for (PassUntil item : new PassUntilSampler(0.25, 2, cap, 5).items(20_000)) {
      observed[item.censored() ? cap - 1 : item.samples() - 2]++;
    }
    assertTrue(new ChiSquareTest().chiSquareTest(expected, observed) > 1e-3);
  }

  @Test
  void aRarePassIsDrawnAtOnceAndTheUnbiasedEstimateIsRightOnAverage() {
    double p = 1e-5;
    var items = new PassUntilSampler(p, 3, Integer.MAX_VALUE, 1).items(4000);
    double[] estimates = items.stream().mapToDouble(PassUntil::umvu).toArray();
    double error = Math.sqrt(StatUtils.variance(estimates) / estimates.length);
    assertEquals(p, StatUtils.mean(estimates), 4 * error);
    double[] biased = items.stream().mapToDouble(PassUntil::mle).toArray();
    assertTrue(StatUtils.mean(biased) > p * 1.3, "r/K is half as high again for r = 3");
  }

  @Test
  void whatNeverPassesIsCappedAndWhatAlwaysPassesNeedsRSamples() {
    assertEquals(PassUntil.capped(0, 2, 50), new PassUntilSampler(0, 2, 50, 1).item(0));
    assertEquals(PassUntil.of(2, 2), new PassUntilSampler(1, 2, 50, 1).item(0));
  }

  @Test
  void countsOfABetaBankGiveItsShapesBack() {
    var counts = ItemBank.beta(400, 0.4, 5, 3).sample(1e9, 1000, 4);
    var fit = SuccessFit.of(counts);
    double[] alpha = fit.interval("alpha", 0.999);
    double[] beta = fit.interval("beta", 0.999);
    assertTrue(alpha[0] < 0.4 && 0.4 < alpha[1], Arrays.toString(alpha));
    assertTrue(beta[0] < 5 && 5 < beta[1], Arrays.toString(beta));
  }

  @Test
  void aLogisticItemIsHalfLearnedAtItsMidpoint() {
    var bank = ItemBank.logistic(5, 2, Math.log(1e9), 0, 1);
    assertEquals(0.5, bank.chances(1e9)[0], 1e-15);
    assertEquals(1 / (1 + Math.exp(-2 * Math.log(10))), bank.chances(1e10)[4], 1e-15);
    assertEquals(1 / (1 + Math.exp(2 * Math.log(10))), bank.chances(1e8)[4], 1e-15);
  }

  @Test
  void modelsAreAskedTheSameItemsAndDrawsRepeat() {
    var bank = ItemBank.logistic(50, 1, Math.log(1e9), 2, 1);
    double[] sizes = {1e8, 1e9};
    var first = bank.sample(sizes, 100, 7);
    var again = ItemBank.logistic(50, 1, Math.log(1e9), 2, 1).sample(sizes, 100, 7);
    assertArrayEquals(first.get(1).passes(), again.get(1).passes());
    assertTrue(first.get(0).meanRate() < first.get(1).meanRate());
    assertThrows(IllegalArgumentException.class, () -> bank.sample(1e9, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> ItemBank.beta(0, 1, 1, 1));
  }
}
