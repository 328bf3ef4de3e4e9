package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import murmuration.warning.model.StochasticFlow.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScenarioTest {
  private static final Scenario SHORT = new MayHarvest().forced().duration(20).burnIn(5);

  @Test
  void aSeedGivesOneRunWhateverTheThreads() throws Exception {
    double[] alone = SHORT.simulate(7).values();
    assertArrayEquals(alone, SHORT.simulate(3, 7).run(0).values());
    try (var one = new ForkJoinPool(1);
        var four = new ForkJoinPool(4)) {
      double[][] onOne = one.submit(() -> SHORT.simulate(8, 7)).get().states();
      double[][] onFour = four.submit(() -> SHORT.simulate(8, 7)).get().states();
      for (int i = 0; i < 8; i++) {
        assertArrayEquals(onOne[i], onFour[i]);
      }
    }
    assertFalse(alone[3] == SHORT.simulate(8).values()[3]);
  }

  @Test
  void sparseSamplesAreThoseOfTheSameRun() {
    double[] all = SHORT.everyStep().simulate(1).values();
    double[] some = SHORT.every(0.5).simulate(1).values();
    assertEquals(2000, all.length);
    assertEquals(40, some.length);
    for (int k = 0; k < some.length; k++) {
      assertEquals(all[50 * k], some[k]);
    }
  }

  @Test
  void theDriverRunsFromItsFirstValueAtTheFirstPointToItsLastAtTheLast() {
    var scenario = new MayHarvest().forced(Forcing.linear(0.1, 0.3)).duration(10).everyStep();
    double[] drive = scenario.drive();
    assertEquals(0.1, drive[0]);
    assertEquals(0.3, drive[drive.length - 1]);
    assertEquals(0.1 + 0.2 * 400 / 999, drive[400], 1e-15);
    assertArrayEquals(
        new double[] {1, 1, 1, 2, 2},
        new RickerHarvest().forced(Forcing.step(1, 2, 3)).duration(5).drive());
  }

  @Test
  void theStepUsesTheDriverOfItsBeginning() {
    // without noise and from x = k, the first step sees F(0) = 0 and does not move
    var model = new RickerHarvest().with("sigma", 0);
    double[] x =
        model.forced(Forcing.linear(0, 2)).duration(3).burnIn(0).from(10).simulate(1).values();
    assertEquals(10, x[0]);
    assertEquals(10, x[1], 1e-12);
    assertEquals(10 - 100 / (100 + 0.75 * 0.75), x[2], 1e-12);
  }

  @Test
  void aShockIsPartOfTheStateOfItsPoint() {
    var scenario = new MayHarvest().with("sigma", 0).unforced().duration(10).every(1).burnIn(200);
    double[] calm = scenario.simulate(1).state();
    double[] shocked = scenario.shock(4, -0.3).shock(0, 0.1).simulate(1).state();
    assertEquals(calm[0] + 0.1, shocked[0], 1e-12);
    assertTrue(shocked[3] > calm[3]);
    assertTrue(shocked[4] < calm[4] - 0.25);
  }

  @Test
  void rungeKuttaConvergesWithTheFourthPower() {
    var model = new RosenzweigMacArthur().with("sigma", 0).unforced();
    var rk4 = model.method(Method.RUNGE_KUTTA_4).burnIn(0).duration(3.2).every(1.6);
    double exact = rk4.step(0.0005).simulate(1).state()[1];
    double coarse = rk4.step(0.02).simulate(1).state()[1] - exact;
    double fine = rk4.step(0.01).simulate(1).state()[1] - exact;
    assertEquals(16, coarse / fine, 3);
  }

  @Test
  void eulerMaruyamaHasTheStationaryLawOfItsRecursion() {
    // linear near x = -1: x' = x + a dx + g z; 3 sd of the variance of 4000 nearly independent
    // samples is 7 %; false-alarm rate 0.3 %
    var scenario = new DoubleWell(0, 0.02).unforced().duration(8000).every(2);
    double[] x = scenario.simulate(3).state();
    double a = 1 - 2 * 0.01;
    double expected = 0.02 * 0.02 * 0.01 / (1 - a * a);
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    assertEquals(-1, mean, 0.001);
    assertEquals(1, variance / expected, 0.07);
  }

  @Test
  void populationsStayAtOrAboveZero() {
    var noisy = new MayHarvest().with("sigma", 0.5).unforced().duration(200);
    double lowest = Arrays.stream(noisy.simulate(1).values()).min().orElseThrow();
    assertEquals(0, lowest);
  }

  @Test
  void noiseCanBeForcedToo() {
    var grows = new DoubleWell().forced("sigma", Forcing.linear(0.001, 0.2)).duration(400);
    double[] x = grows.simulate(2).state();
    double early = Math.abs(x[10] + 1);
    double late = 0;
    for (int k = 350; k < 400; k++) {
      late = Math.max(late, Math.abs(x[k] + 1));
    }
    assertTrue(late > 20 * early, late + " after " + early);
  }

  @Test
  void refusesWhatDoesNotFit() {
    var ramp = new MayHarvest().forced();
    refused("every is 0.015", () -> ramp.every(0.015));
    refused("duration 1.0", () -> ramp.step(1).duration(1));
    refused("step is 0.5", () -> new RickerHarvest().forced().step(0.5));
    refused("start has 2", () -> ramp.from(1, 2));
    refused("'q' is unknown to MayHarvest", () -> new MayHarvest().with("q", 1));
    refused("'q' is unknown to MayHarvest", () -> ramp.model().forced("q", Forcing.constant(1)));
    refused("sigma is -1.0", () -> new MayHarvest().with("sigma", -1));
    refused("time 600.0", () -> ramp.shock(600, 1));
    refused("steps", () -> ramp.duration(1e300));
    refused("numbers", () -> ramp.simulate(2_000_000_000, 1));
    refused("normals has 0 rows", () -> ramp.simulate(new double[10_000][1], new double[0][]));
    refused("finite number", () -> ramp.model().forced(Forcing.function(t -> 1 / t)).simulate(1));
    refused(
        "left the finite numbers",
        () -> new DoubleWell().unforced().step(1).duration(50).from(9).simulate(1));
  }

  private static void refused(String message, Executable wrong) {
    var e = assertThrows(IllegalArgumentException.class, wrong);
    assertTrue(String.valueOf(e.getMessage()).contains(message), e::getMessage);
  }

  /** Counts beyond 2^31 once wrapped to negative sizes and to samples at other times. */
  @Test
  void sizesBeyondIntegersAreRefused() {
    var map = new RickerHarvest().unforced().burnIn(0).duration(3e9);
    assertThrows(IllegalArgumentException.class, map::samples);
    assertThrows(IllegalArgumentException.class, map::times);
    assertThrows(IllegalArgumentException.class, () -> map.simulate(1));
    var flow = new MayHarvest().unforced().duration(1.9e8).step(0.01);
    assertThrows(IllegalArgumentException.class, () -> flow.every(5e7));
  }
}
