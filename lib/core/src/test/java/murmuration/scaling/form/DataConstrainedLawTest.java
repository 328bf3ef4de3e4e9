package murmuration.scaling.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import org.junit.jupiter.api.Test;

class DataConstrainedLawTest {
  private static final DataConstrainedLaw LAW = DataConstrainedLaw.MUENNIGHOFF;

  @Test
  void freshDataForABestModelAreTheBaseLaw() {
    double d = 2e10;
    double n = Frontier.of(LAW.base()).parametersFor(d);
    assertEquals(LAW.base().loss(n, d), LAW.loss(n, d, d), 1e-12);
    assertEquals(LAW.base().loss(n / 3, d), LAW.loss(n / 3, d, 5 * d), 1e-12);
  }

  @Test
  void fourEpochsAreNearlyAsGoodAsFreshDataAndSixtyFourAreNot() {
    assertEquals(0.93, LAW.valueOfEpochs(4), 0.005);
    assertTrue(LAW.valueOfEpochs(64) < 0.3);
    double n = 1e9;
    double fresh = LAW.loss(n, 4e10, 4e10);
    assertTrue(LAW.loss(n, 4e10, 1e10) / fresh - 1 < 0.01, "four epochs cost below 1 % of loss");
  }

  @Test
  void aTokenIsWorthLessByAFactorOfEAfterRStarRepetitions() {
    assertEquals(Math.exp(-1), LAW.valueOfNextEpoch(1 + LAW.repeatedTokens()), 1e-12);
    assertEquals(1, LAW.valueOfEpochs(1), 0);
    assertEquals(1, LAW.valueOfNextEpoch(1), 0);
  }

  @Test
  void theNextTokenIsTheDerivativeOfAllOfThem() {
    double h = 1e-5;
    double up = (5 + h) * LAW.valueOfEpochs(5 + h);
    double down = (5 - h) * LAW.valueOfEpochs(5 - h);
    assertEquals((up - down) / (2 * h), LAW.valueOfNextEpoch(5), 1e-8);
  }

  @Test
  void repetitionsAreWorthAtMostRStarTimesTheUniqueData() {
    double limit = (1 + LAW.repeatedTokens()) * 1e9;
    assertEquals(limit, LAW.effectiveTokens(1e15, 1e9), 1e-6 * limit);
  }

  @Test
  void withEnoughUniqueDataTheBestSplitIsThatOfTheFrontier() {
    var best = LAW.best(1e21, 1e15);
    double n = Frontier.of(LAW.base()).parameters(1e21);
    assertEquals(n, best.parameters(), 1e-3 * n);
    assertEquals(1, best.epochs(), 1e-12);
  }

  @Test
  void withFewUniqueDataTheBestModelIsSmallerAndRepeats() {
    var best = LAW.best(1e22, 1e10);
    assertTrue(best.parameters() < Frontier.of(LAW.base()).parameters(1e22));
    assertTrue(best.epochs() > 2, best.toString());
    for (double factor : new double[] {0.9, 1.1}) {
      double n = best.parameters() * factor;
      assertTrue(LAW.loss(n, 1e22 / (6 * n), 1e10) > best.loss());
    }
  }

  @Test
  void aBaseWithoutAFrontierIsRefused() {
    AdditiveLaw rising = AdditiveLaw.of(1, 1, 1, -1, 1);
    assertThrows(IllegalArgumentException.class, () -> new DataConstrainedLaw(rising, 15, 5));
  }
}
