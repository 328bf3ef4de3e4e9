package murmuration.scaling.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TaskScalingTest {
  private static final double[] SIZES = {3e7, 1e8, 2e8, 5e8, 8e8, 1.5e9, 2.4e9};
  private static final TaskLaw LAW = new TaskLaw(300, 0.3);

  private static double[] along(TaskCurve curve) {
    return Arrays.stream(SIZES).map(curve::passRate).toArray();
  }

  /** F on an even grid of ln N, and the sign of its second differences. */
  private static double bend(TaskCurve curve, boolean most) {
    double[] f =
        IntStream.rangeClosed(0, 60).mapToDouble(i -> curve.f(Math.exp(14 + i / 4.0))).toArray();
    var bends = IntStream.range(1, 60).mapToDouble(i -> f[i + 1] - 2 * f[i] + f[i - 1]);
    return (most ? bends.max() : bends.min()).orElseThrow();
  }

  private static TaskCurve[] laws(List<Double> exponents) {
    return exponents.stream()
        .map(a -> new TaskLaw(Math.exp(1 + 18 * a), a))
        .toArray(TaskCurve[]::new);
  }

  @Property(tries = 100)
  void aProductOfStepsIsConvexWhateverTheSteps(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0, max = 2) Double> exponents) {
    assertTrue(bend(TaskCurve.steps(laws(exponents)), false) > -1e-11);
  }

  @Property(tries = 100)
  void theBestOfCircuitsIsConcaveWhateverTheCircuits(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0, max = 2) Double> exponents) {
    assertTrue(bend(TaskCurve.bestOf(laws(exponents)), true) < 1e-11);
  }

  @Test
  void stepsMultiplyAndTheVoteLiesBetweenItsCircuits() {
    var other = new TaskLaw(4e6, 0.8);
    for (double n : SIZES) {
      double p = LAW.passRate(n);
      double q = other.passRate(n);
      assertEquals(p * q, TaskCurve.steps(LAW, other).passRate(n), 1e-14);
      assertEquals(Math.max(p, q), TaskCurve.bestOf(LAW, other).passRate(n));
      assertEquals((p * p + q * q) / (p + q), TaskCurve.softVote(LAW, other).passRate(n), 1e-14);
    }
    assertEquals(LAW.f(1e9), TaskCurve.softVote(LAW, LAW).f(1e9), 1e-13);
    TaskCurve sure = n -> -60;
    assertEquals(-60, TaskCurve.softVote(sure, sure).f(1), 1e-12);
    TaskCurve hopeless = n -> 8;
    assertEquals(8, TaskCurve.softVote(hopeless, hopeless).f(1), 1e-12);
  }

  @Test
  void aLawIsFoundAgainAndPredictsTheNextSize() {
    var fit = TaskScaling.of(SIZES, along(LAW));
    assertEquals(0.3, fit.alpha(), 1e-12);
    assertEquals(300, fit.law().c(), 1e-8);
    var next = fit.below(2e9).predict(2.4e9, 0.95);
    assertEquals(LAW.passRate(2.4e9), next.value(), 1e-12);
    assertEquals(0, next.relativeError(LAW.passRate(2.4e9)), 1e-11);
    assertEquals(TaskShape.SCALING_LAW, fit.shape(1e-6));
  }

  @Test
  void theShapeOfTheTheoremsIsSeen() {
    var chain = TaskCurve.steps(LAW, new TaskLaw(5e4, 0.55), new TaskLaw(20, 0.12));
    assertEquals(TaskShape.SUB_SCALING, TaskScaling.of(SIZES, along(chain)).shape(0.05));
    var either = TaskCurve.bestOf(LAW, new TaskLaw(4e6, 0.8));
    assertEquals(TaskShape.SUPER_SCALING, TaskScaling.of(SIZES, along(either)).shape(0.05));
  }

  @Test
  void passRatesOfZeroAndOneAreLeftOutAndListed() {
    double[] rates = along(LAW);
    rates[0] = 0;
    rates[6] = 1;
    var fit = TaskScaling.of(SIZES, rates);
    assertArrayEquals(new double[] {3e7, 2.4e9}, fit.excluded());
    assertEquals(5, fit.sizes().length);
    assertEquals(0.3, fit.alpha(), 1e-12);
    assertTrue(fit.summary().contains("left out"));
    double[] two = {0, 0, 0, 0.1, 0.2, 1, 1};
    assertThrows(IllegalArgumentException.class, () -> TaskScaling.of(SIZES, two));
  }

  @Test
  void aPointOfLargeVarianceHardlyCounts() {
    double[] rates = along(LAW);
    double[] variances = DoubleStream.of(rates).map(p -> p * (1 - p) / 1e6).toArray();
    rates[3] *= 0.5;
    variances[3] *= 1e8;
    assertEquals(0.3, TaskScaling.of(SIZES, rates, variances).alpha(), 1e-4);
    assertTrue(Math.abs(TaskScaling.of(SIZES, rates).alpha() - 0.3) > 1e-3);
    variances[2] = 0;
    assertThrows(IllegalArgumentException.class, () -> TaskScaling.of(SIZES, rates, variances));
  }

  /** 400 data sets; at a rate of 0.95 fewer than 362 have a chance of 1e-4. */
  @Test
  void theIntervalHoldsTheNextMeasurementAsOftenAsItSays() {
    int held = 0;
    double[] lnN = Arrays.stream(SIZES).map(Math::log).toArray();
    for (int seed = 0; seed < 400; seed++) {
      var random = Rng.of(7, seed);
      double[] rates =
          Arrays.stream(lnN)
              .map(x -> Math.exp(-Math.exp(LAW.f(Math.exp(x)) + 0.05 * random.nextGaussian())))
              .toArray();
      var prediction = TaskScaling.of(SIZES, rates).below(2e9).predict(2.4e9, 0.95);
      held += prediction.covers(rates[6]) ? 1 : 0;
    }
    assertTrue(held >= 362 && held < 400, "held " + held);
  }

  @Test
  void itemsOfDifferentDifficultyGiveAConcaveMeanThoughEachFollowsItsLaw() {
    var models =
        Arrays.stream(SIZES)
            .mapToObj(
                n -> {
                  int[] passes =
                      IntStream.rangeClosed(1, 40)
                          .map(i -> (int) Math.round(1e6 * Math.pow(LAW.passRate(n), 1 + i / 40.0)))
                          .toArray();
                  return PassCounts.of(1_000_000, passes);
                })
            .toList();
    var items = ItemScaling.of(SIZES, models);
    var test = items.concavity(300, 1);
    assertTrue(test.curvature() < 0, "bend " + test.curvature());
    assertEquals(1.0 / 301, test.bootstrapP(), 1e-15);
    assertArrayEquals(test.draws(), items.concavity(300, 1).draws());
    assertEquals(0.3, items.exponents()[20], 1e-3);
    var other = models.subList(0, 6);
    assertThrows(IllegalArgumentException.class, () -> ItemScaling.of(SIZES, other));
  }

  @Test
  void anItemLawIsFoundForEachItem() {
    double[][] rates = {along(LAW), along(new TaskLaw(2e5, 0.6)), new double[7]};
    var items = ItemScaling.of(SIZES, rates);
    assertEquals(0.3, items.exponents()[0], 1e-12);
    assertEquals(Math.log(2e5), items.intercepts()[1], 1e-9);
    assertEquals(1, items.withoutLaw());
    double expected = (LAW.passRate(1e10) + new TaskLaw(2e5, 0.6).passRate(1e10)) / 3;
    var prediction = items.predict(1e10, 500, 1);
    assertEquals(expected, prediction.value(), 1e-10);
    assertTrue(prediction.low() < expected && expected < prediction.high());
  }

  @Test
  void aZeroBorrowsFromTheLossOfTheRightAnswer() {
    var hard = new TaskLaw(2e5, 0.6);
    double[][] rates = {along(LAW), along(hard)};
    double[][] losses = new double[2][];
    for (int i = 0; i < 2; i++) {
      losses[i] = Arrays.stream(rates[i]).map(p -> 1 - Math.log(p)).toArray();
    }
    double whole = ItemScaling.of(SIZES, rates).predict(1e10, 10, 1).value();
    rates[1][0] = 0;
    rates[1][1] = 0;
    var without = ItemScaling.of(SIZES, rates);
    var with = ItemScaling.borrowing(SIZES, rates, losses);
    assertEquals(2, with.borrowed());
    assertEquals(0, with.withoutLaw());
    assertEquals(0.6, without.exponents()[1], 1e-9, "the rest still lies on the line");
    // Beyond the measured losses the curve is level: what is borrowed is too high a pass rate.
    assertTrue(with.exponents()[1] < 0.6);
    assertTrue(with.predict(1e10, 10, 1).value() < whole);
    rates[1] = new double[7];
    rates[1][6] = 0.01;
    assertEquals(1, ItemScaling.of(SIZES, rates).withoutLaw());
    assertEquals(0, ItemScaling.borrowing(SIZES, rates, losses).withoutLaw());
  }

  @Test
  void whatIsNoTaskIsRefused() {
    double[] wrong = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.7};
    assertThrows(IllegalArgumentException.class, () -> TaskScaling.of(SIZES, wrong));
    double[] same = {1e9, 1e9, 1e9};
    double[] three = {0.1, 0.2, 0.3};
    assertThrows(IllegalArgumentException.class, () -> TaskScaling.of(same, three));
    double[] sizes = {1e8, 1e9, 1e10};
    assertThrows(IllegalArgumentException.class, () -> TaskScaling.of(sizes, three).shape(0.05));
    assertThrows(IllegalArgumentException.class, TaskCurve::steps);
    assertThrows(IllegalArgumentException.class, () -> LAW.f(0));
    double[][] short1 = {{0.1, 0.2}};
    assertThrows(IllegalArgumentException.class, () -> ItemScaling.of(sizes, short1));
    assertFalse(TaskScaling.of(sizes, three).predict(1e11, 0.95).covers(0));
  }
}
