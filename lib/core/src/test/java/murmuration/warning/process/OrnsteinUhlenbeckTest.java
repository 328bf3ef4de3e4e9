package murmuration.warning.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrnsteinUhlenbeckTest {
  private static final OrnsteinUhlenbeck PROCESS = new OrnsteinUhlenbeck(0.4, 10, 2);

  @Test
  void twoStepsAreOneLongStep() {
    var first = PROCESS.transition(0, 0.7);
    var second = PROCESS.transition(0.7, 3);
    var both = PROCESS.transition(0, 3);
    assertEquals(both.decay(), first.decay() * second.decay(), 1e-15);
    assertEquals(both.mean(4), second.mean(first.mean(4)), 1e-13);
    double variance = second.decay() * second.decay() * first.variance() + second.variance();
    assertEquals(both.variance(), variance, 1e-13);
  }

  @Test
  void aLongStepForgetsAndAShortOneIsARandomWalk() {
    var forgetful = PROCESS.transition(0, 1e6);
    assertEquals(10, forgetful.mean(-1e3), 0);
    assertEquals(5, forgetful.variance(), 1e-15);
    assertEquals(4e-12, PROCESS.transition(0, 1e-12).variance(), 1e-20);
  }

  @Test
  void theLikelihoodIsTheSumOfNormalDensities() {
    var record = TimeSeries.of(new double[] {0, 1, 3}, new double[] {9, 10.5, 8});
    double e1 = Math.exp(-0.4);
    double e2 = Math.exp(-0.8);
    double expected =
        density(10.5, 10 + (9 - 10) * e1, 5 * (1 - e1 * e1))
            + density(8, 10 + 0.5 * e2, 5 * (1 - e2 * e2));
    assertEquals(expected, PROCESS.logLikelihood(record), 1e-13);
  }

  private static double density(double x, double mean, double variance) {
    return -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) * (x - mean) / variance);
  }

  /** 40,000 states two time scales apart: errors of 4 standard errors, a false alarm in 16,000. */
  @Test
  void simulatedStatesHaveTheStationaryLaw() {
    double[] t = new double[40_000];
    Arrays.setAll(t, i -> 5.0 * i);
    double[] x = PROCESS.simulate(t, 10, Rng.of(3));
    double effective = t.length * (1 - Math.exp(-2)) / (1 + Math.exp(-2));
    assertEquals(10, StatUtils.mean(x), 4 * Math.sqrt(5 / effective));
    assertEquals(5, StatUtils.variance(x), 4 * 5 * Math.sqrt(2 / effective));
  }

  @Test
  void theSeedDecidesTheRecord() {
    double[] t = {0, 1, 4};
    assertArrayEquals(PROCESS.simulate(t, 10, 5).values(), PROCESS.simulate(t, 10, Rng.of(5)), 0);
    assertEquals(10, PROCESS.simulate(t, 10, 6).values()[0]);
    assertTrue(PROCESS.simulate(t, 10, 5).values()[1] != PROCESS.simulate(t, 10, 6).values()[1]);
  }

  @Test
  void badInputIsRefusedInWords() {
    assertRefused("rate is 0.0", () -> new OrnsteinUhlenbeck(0, 1, 1));
    assertRefused("theta is NaN", () -> new OrnsteinUhlenbeck(1, Double.NaN, 1));
    assertRefused("sigma is -1.0", () -> new OrnsteinUhlenbeck(1, 1, -1));
    assertRefused("step is from 2.0 to 1.0", () -> PROCESS.transition(2, 1));
    assertRefused("x0 is NaN", () -> PROCESS.simulate(new double[] {0, 1}, Double.NaN, 1));
    assertRefused("record has 1 values", () -> PROCESS.logLikelihood(TimeSeries.of(new double[1])));
  }

  static void assertRefused(String words, Executable call) {
    var thrown = assertThrows(IllegalArgumentException.class, call);
    assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
  }
}
