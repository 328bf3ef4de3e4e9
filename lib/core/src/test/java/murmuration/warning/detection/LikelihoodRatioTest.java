package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeck;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import org.junit.jupiter.api.Test;

class LikelihoodRatioTest {
  private static final OrnsteinUhlenbeck STABLE = new OrnsteinUhlenbeck(1, 100.5, 3);
  private static final LinearSaddleNode APPROACHING =
      new LinearSaddleNode(0.25, -0.00249, 100, 0.3);

  private static double[] times(int n) {
    double[] t = new double[n];
    Arrays.setAll(t, i -> i);
    return t;
  }

  @Test
  void theRatioIsTwiceTheDifferenceOfTheMaxima() {
    var record = APPROACHING.simulate(times(60), 100.5, 4);
    var ratio = LikelihoodRatio.of(record);
    double expected =
        2
            * (LinearSaddleNodeFit.of(record).logLikelihood()
                - OrnsteinUhlenbeckFit.of(record).logLikelihood());
    assertEquals(expected, ratio.ratio());
    double m = ratio.approaching().process().m();
    assertEquals(m < 0 ? expected : -expected, ratio.signed());
  }

  /**
   * Wilks: twice the gain of one parameter is chi-squared with one degree of freedom. Of 400 stable
   * records 20 exceed its 95 % point, sd 4.4; 7 to 38 in 99.9 of 100 runs, with room for n = 100.
   */
  @Test
  void theRatioOfStableRecordsIsChiSquared() {
    int above = 0;
    for (int seed = 0; seed < 400; seed++) {
      double ratio = LikelihoodRatio.of(STABLE.simulate(times(100), 100.5, seed)).ratio();
      assertTrue(ratio >= -1e-9, "ratio " + ratio);
      above += ratio > 3.841 ? 1 : 0;
    }
    assertTrue(above >= 7 && above <= 38, "above the 95 % point: " + above);
  }

  @Test
  void theBootstrapDependsOnTheSeedAndNotOnThreads() throws Exception {
    var ratio = LikelihoodRatio.of(APPROACHING.simulate(times(40), 100.5, 1));
    var one = ratio.bootstrap(8, 5);
    try (var pool = new ForkJoinPool(1)) {
      var alone = pool.submit(() -> ratio.bootstrap(8, 5)).get();
      assertArrayEquals(one.nulls(), alone.nulls());
      assertArrayEquals(one.signedEvents(), alone.signedEvents());
    }
    var longer = ratio.bootstrap(12, 5);
    assertArrayEquals(one.events(), Arrays.copyOf(longer.events(), 8));
    assertTrue(!Arrays.equals(one.nulls(), ratio.bootstrap(8, 6).nulls()));
  }

  @Test
  void aRecordThatDeterioratesIsFoundAndAStableOneIsNot() {
    var falling = new LinearSaddleNode(0.25, -0.2499 / 149, 100, 0.3);
    var found = LikelihoodRatio.of(falling.simulate(times(150), 100.5, 2)).bootstrap(60, 1);
    assertTrue(found.signedP() < 0.05, found.summary());
    assertTrue(found.words().contains("deteriorates"), found.words());
    assertTrue(found.signedRoc().auc() > 0.8, found.summary());
    var stable = LikelihoodRatio.of(STABLE.simulate(times(150), 100.5, 3)).bootstrap(60, 1);
    assertTrue(stable.pValue() > 0.05, stable.summary());
  }

  @Test
  void gapsAreSimulatedAsGaps() {
    double[] t = times(50);
    double[] x = STABLE.simulate(t, 100.5, Rng.of(9));
    for (int i : new int[] {0, 7, 8, 30}) {
      x[i] = Double.NaN;
    }
    var ratio = LikelihoodRatio.of(TimeSeries.of(t, x));
    assertEquals(45, ratio.stable().n());
    assertEquals(5, ratio.bootstrap(5, 1).nulls().length);
  }

  @Test
  void thePIsCountedWithTheRecordItself() {
    var ratio = LikelihoodRatio.of(STABLE.simulate(times(40), 100.5, 1));
    double value = ratio.ratio();
    double[] nulls = {value - 1, value, value + 1, value + 2};
    var test = new LikelihoodRatioBootstrap(ratio, nulls, nulls, nulls, nulls, 0);
    assertEquals(0.8, test.pValue());
    assertEquals(0.5, test.roc().auc());
  }

  @Test
  void theyShowThemselves() {
    var ratio = LikelihoodRatio.of(STABLE.simulate(times(40), 100.5, 1));
    assertTrue(ratio.summary().lines().count() <= 12);
    assertEquals(6, ratio.table().rowCount());
    var test = ratio.bootstrap(20, 3);
    assertTrue(test.summary().lines().count() <= 12);
    assertEquals(8, test.table().rowCount());
    assertEquals(2, test.chart().panels().size());
    assertEquals(3L, test.provenance().seed());
  }

  @Test
  void badInputIsRefusedInWords() {
    var record = STABLE.simulate(times(40), 100.5, 1);
    var other = STABLE.simulate(times(40), 100.5, 2);
    var ratio = LikelihoodRatio.of(record);
    refused("pairs is 0", () -> ratio.bootstrap(0, 1));
    refused(
        "record has 5 values",
        () -> LikelihoodRatio.of(TimeSeries.of(new double[] {1, 2, 1, 3, 1})));
    refused(
        "expected 95",
        () -> {
          var elsewhere = LinearSaddleNodeFit.of(other);
          assertTrue(elsewhere.logLikelihood() != ratio.approaching().logLikelihood());
          new LikelihoodRatio(ratio.stable(), elsewhere);
        },
        false);
  }

  private static void refused(String words, org.junit.jupiter.api.function.Executable call) {
    refused(words, call, true);
  }

  private static void refused(
      String words, org.junit.jupiter.api.function.Executable call, boolean exactly) {
    var thrown = assertThrows(IllegalArgumentException.class, call);
    assertTrue(
        !exactly || String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
  }
}
