package murmuration.scaling.pass;

import static murmuration.scaling.pass.PassUntil.Estimator.MLE;
import static murmuration.scaling.pass.PassUntil.Estimator.UMVU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.junit.jupiter.api.Test;

class PassUntilTest {
  /** Every outcome of sampling that is capped, with its chance. */
  private static void outcomes(double p, int r, int cap, BiConsumer<PassUntil, Double> each) {
    var waiting = new PascalDistribution(r, p);
    for (int k = r; k <= cap; k++) {
      each.accept(PassUntil.of(r, k), waiting.probability(k - r));
    }
    var passes = new BinomialDistribution(cap, p);
    for (int c = 0; c < Math.min(r, cap + 1); c++) {
      each.accept(PassUntil.capped(c, r, cap), passes.probability(c));
    }
  }

  private static double mean(double p, int r, int cap, ToDoubleFunction<PassUntil> of) {
    double[] sum = new double[2];
    outcomes(
        p,
        r,
        cap,
        (item, chance) -> {
          sum[0] += chance * of.applyAsDouble(item);
          sum[1] += chance;
        });
    assertEquals(1, sum[1], 1e-12);
    return sum[0];
  }

  @Property(tries = 60)
  void theUnbiasedEstimateIsUnbiasedOverAllOutcomesOfCappedSampling(
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double p,
      @ForAll @IntRange(min = 2, max = 6) int r,
      @ForAll @IntRange(min = 6, max = 300) int cap) {
    assertEquals(p, mean(p, r, cap, PassUntil::umvu), 1e-12);
  }

  @Test
  void theMleIsTooHighOnAverageByTheAmountsStated() {
    assertEquals(0.0465, mean(0.01, 1, 5000, PassUntil::mle), 5e-5);
    assertEquals(0.0193, mean(0.01, 2, 5000, PassUntil::mle), 5e-5);
  }

  @Property(tries = 60)
  void theExactIntervalCoversAtLeastItsLevelWithACapOrWithout(
      @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.995) double p,
      @ForAll @IntRange(min = 1, max = 5) int r) {
    double covered =
        mean(p, r, 400, item -> item.interval(0.9)[0] <= p && p <= item.interval(0.9)[1] ? 1 : 0);
    assertTrue(covered >= 0.9 - 1e-12, "covered " + covered);
  }

  @Test
  void noPassInAHundredThousandSamplesStillBoundsThePassRate() {
    var none = PassUntil.capped(0, 2, 100_000);
    assertTrue(none.censored());
    assertEquals(0, none.mle());
    assertEquals(0, none.umvu());
    assertEquals(1 - Math.pow(0.05, 1e-5), none.upperBound(0.95), 1e-15);
    assertEquals(1 - Math.pow(0.025, 1e-5), none.interval(0.95)[1], 1e-15);
    assertTrue(none.summary().contains("below"));
  }

  @Test
  void aCensoredItemIsABinomialRecord() {
    var some = PassUntil.capped(3, 10, 1000);
    assertEquals(0.003, some.mle());
    assertEquals(Math.sqrt(0.003 * 0.997 / 1000), some.standardError(), 1e-15);
    assertFalse(PassUntil.of(10, 1000).censored());
  }

  @Test
  void countsThatCannotBeAreRefused() {
    for (Runnable bad :
        List.<Runnable>of(
            () -> PassUntil.of(0, 5),
            () -> PassUntil.of(3, 2),
            () -> PassUntil.capped(2, 2, 10),
            () -> PassUntil.capped(-1, 2, 10),
            () -> PassUntil.of(1, 7).umvu(),
            () -> PassUntil.of(1, 7).upperBound(0.5),
            () -> PassUntilMean.of(List.of(), MLE, 10, 1),
            () -> PassUntilMean.of(List.of(PassUntil.of(1, 1)), MLE, 1, 1),
            () -> PassUntilMean.of(List.of(PassUntil.of(1, 1)), UMVU, 10, 1))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }

  @Test
  void theDataSetScoreIsTheMeanOfItsItems() {
    var items = List.of(PassUntil.of(2, 4), PassUntil.of(2, 101), PassUntil.capped(0, 2, 1000));
    var mle = PassUntilMean.of(items, MLE, 4000, 1);
    assertEquals((0.5 + 2.0 / 101) / 3, mle.value(), 1e-15);
    assertEquals((1.0 / 3 + 0.01) / 3, PassUntilMean.of(items, UMVU, 10, 1).value(), 1e-15);
    assertEquals(0, mle.low(), "all three draws may be the item without a pass");
    assertEquals(0.5, mle.high(), "or the first");
    double first = items.get(0).standardError();
    double second = items.get(1).standardError();
    assertEquals(Math.hypot(first, second) / 3, mle.samplingError(), 1e-15);
    assertEquals(1, mle.censored());
    assertEquals(1, mle.withoutPass());
  }
}
