package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final Roc ROC = Roc.of(RocTest.scores(1, 400, 0), RocTest.scores(2, 400, 1));

  @Test
  void noThresholdIsCheaper() {
    var decision = ROC.decide(10, 1, 0.2);
    for (double threshold : ROC.curve().thresholds()) {
      var point = ROC.at(threshold);
      double cost = 0.2 * 10 * (1 - point.truePositiveRate()) + 0.8 * point.falsePositiveRate();
      assertTrue(cost >= decision.cost() - 1e-15, point::toString);
    }
    assertTrue(decision.saving() > 0, decision::summary);
  }

  /** Scores N(0, 1) and N(1, 1): the likelihood ratio is (1-p)F/(pM) at 1/2 + ln of it. */
  @Test
  void theThresholdIsWhereTheLikelihoodRatioBalancesTheCosts() {
    var random = Rng.of(5);
    double[] nulls = random.doubles(20_000).map(u -> random.nextGaussian()).toArray();
    double[] events = random.doubles(20_000).map(u -> 1 + random.nextGaussian()).toArray();
    var decision = Roc.of(nulls, events).decide(3, 1, 0.3);
    assertEquals(0.5 + Math.log(0.7 / 0.9), decision.threshold(), 0.15);
  }

  @Test
  void dearFalseAlarmsSilenceIt() {
    var never = ROC.decide(1, 1e6, 0.01);
    assertEquals(never.costOfNever(), never.cost(), 0.01);
    assertEquals(0, never.point().falsePositives());
    var always = ROC.decide(1e6, 1, 0.99);
    assertEquals(1, always.point().truePositiveRate());
    assertEquals(Double.POSITIVE_INFINITY, ROC.decide(1, 1, 0).threshold());
    assertTrue(ROC.decide(1, 1, 0).chart().svg().startsWith("<"));
  }

  @Test
  void aDecisionShowsItself() {
    var decision = ROC.decide(10, 1, 0.2);
    assertTrue(decision.summary().lines().count() <= 12, decision::summary);
    assertEquals(7, decision.table().rowCount());
    assertTrue(decision.chart().svg().startsWith("<"));
  }

  @Test
  void aPairedTestKnowsWhatTwoScoresShare() {
    double[] better = ROC.events();
    for (int i = 0; i < better.length; i++) {
      better[i] += 0.2;
    }
    var shifted = Roc.of("shifted", ROC.nulls(), better);
    var paired = DeLongTest.paired(shifted, ROC);
    var independent = DeLongTest.independent(shifted, ROC);
    assertEquals(paired.difference(), independent.difference());
    assertTrue(paired.standardError() < 0.5 * independent.standardError(), paired::summary);
    assertTrue(paired.p() < 1e-6 && independent.p() > 0.01, independent::summary);
    assertTrue(Double.isNaN(DeLongTest.paired(ROC, ROC).z()));
    var other = Roc.of("other", RocTest.scores(3, 10, 0), RocTest.scores(4, 10, 0));
    assertThrows(IllegalArgumentException.class, () -> DeLongTest.paired(ROC, other));
  }

  /** Two noisy readings of one signal: 5 % of 1000 tests fall below 0.05, +- 4 sd = 0.028. */
  @Test
  void aPairedTestIsRightAsOftenAsItSays() {
    int rejected = 0;
    for (int i = 0; i < 1000; i++) {
      double[][] scores = new double[4][40];
      var random = Rng.of(11, i);
      for (int j = 0; j < 40; j++) {
        double nullSignal = random.nextGaussian();
        double event = 1 + random.nextGaussian();
        scores[0][j] = nullSignal + random.nextGaussian();
        scores[1][j] = event + random.nextGaussian();
        scores[2][j] = nullSignal + random.nextGaussian();
        scores[3][j] = event + random.nextGaussian();
      }
      var test = DeLongTest.paired(Roc.of(scores[0], scores[1]), Roc.of(scores[2], scores[3]));
      rejected += test.p() < 0.05 ? 1 : 0;
    }
    assertEquals(0.05, rejected / 1000.0, 0.028);
  }

  @Test
  void severalCurvesStandInOneTable() {
    var comparison = RocComparison.of(ROC.name("a"), ROC.name("b"));
    assertEquals(2, comparison.table().rowCount());
    assertTrue(comparison.summary().lines().count() <= 12);
    assertEquals(0, comparison.test("a", "b").difference());
    assertTrue(comparison.and(ROC.name("c")).chart().svg().startsWith("<"));
    assertThrows(IllegalArgumentException.class, () -> comparison.roc("z"));
    assertThrows(IllegalArgumentException.class, () -> comparison.and(ROC.name("a")));
  }
}
