package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import murmuration.math.AutoregressiveFit;
import murmuration.math.PowerSpectrum;
import murmuration.math.Rng;
import murmuration.warning.Indicators;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {
  /**
   * 6 x 20 series at 10 %: a true rate of 10 % gives more than 23 alarms of 120 once in 1000 seeds.
   */
  @Test
  void aTenthOfNoiseIsAlarmedAtTenPerCent() {
    var alarms = FalseAlarms.of(LearnedDetector.forest(), 20, 100, 19, 3);
    double all = Arrays.stream(NoiseKind.values()).mapToDouble(k -> 20 * alarms.rate(k, 0.1)).sum();
    assertTrue(all <= 23, alarms::summary);
    assertEquals(6, alarms.table().rowCount());
    assertTrue(alarms.summary().lines().count() <= 12, alarms::summary);
    assertEquals(1, alarms.chart().panels().size());
  }

  @Test
  void theCountDoesNotDependOnThreads() throws Exception {
    var forest = LearnedDetector.forest();
    var all = FalseAlarms.of(forest, 2, 100, 19, 4);
    try (var pool = new ForkJoinPool(1)) {
      var one = pool.submit(() -> FalseAlarms.of(forest, 2, 100, 19, 4)).get();
      for (int k = 0; k < 6; k++) {
        assertArrayEquals(all.p()[k], one.p()[k]);
        assertArrayEquals(all.scores()[k], one.scores()[k]);
      }
    }
  }

  @Test
  void ratesAndIntervalsAreThoseOfTheCounts() {
    double[][] p = new double[6][100];
    double[][] scores = new double[6][100];
    for (double[] row : p) {
      Arrays.setAll(row, i -> (i + 1) / 100.0);
    }
    Arrays.fill(p[0], 0.01);
    scores[1][7] = 0.9;
    var alarms = new FalseAlarms("d", 100, 99, scores, p, 1);
    assertEquals(0.05, alarms.rate(NoiseKind.AR1_HALF, 0.05), 1e-12);
    // Clopper-Pearson for 5 of 100: 0.0164 to 0.1128.
    assertArrayEquals(
        new double[] {0.01643, 0.11284}, alarms.interval(NoiseKind.AR1_HALF, 0.05), 1e-5);
    assertArrayEquals(new double[] {0.9638, 1}, alarms.interval(NoiseKind.WHITE, 0.05), 1e-4);
    assertEquals(List.of(NoiseKind.WHITE), alarms.off(0.05));
    assertEquals(0.01, alarms.uncalibrated(NoiseKind.AR1_HALF), 1e-12);
  }

  @Test
  void eachNoiseHasItsMemory() {
    int n = 10_000;
    double[] expected = {0, 0.5, 0.9, 0.9 * Math.sqrt(2) / 1.81, Double.NaN, 0.5};
    for (var kind : NoiseKind.values()) {
      double[] x = kind.draw(n, Rng.of(11));
      double ac1 = Indicators.AC1.rolling(x, Window.fraction(1))[n - 1];
      if (kind != NoiseKind.PINK) {
        assertEquals(expected[kind.ordinal()], ac1, 0.03, kind.label());
      }
    }
  }

  @Test
  void pinkNoiseHasEqualPowerInEveryOctave() {
    double low = 0;
    double high = 0;
    for (int i = 0; i < 60; i++) {
      double[] x = NoiseKind.PINK.draw(1024, Rng.of(12, i));
      double[] power = new PowerSpectrum(1024).of(x);
      low += Arrays.stream(power, 16, 32).sum();
      high += Arrays.stream(power, 128, 256).sum();
    }
    assertEquals(1, low / high, 0.15);
  }

  @Test
  void theSieveKeepsMemoryAndTails() {
    double[] x = NoiseKind.HEAVY_TAILED.draw(1500, Rng.of(13));
    var sieve = SieveNull.fit(x);
    var source = new Surrogates.Source(sieve, 40, 1);
    double ac1 = 0;
    double kurtosis = 0;
    for (int i = 0; i < 40; i++) {
      ac1 += AutoregressiveFit.yuleWalker(source.next(i), 1).coefficients()[0] / 40;
      kurtosis += Indicators.KURTOSIS.rolling(source.next(i), Window.fraction(1))[1499] / 40;
    }
    assertEquals(AutoregressiveFit.yuleWalker(x, 1).coefficients()[0], ac1, 0.03);
    assertTrue(kurtosis > 2, "excess kurtosis " + kurtosis);
    assertEquals(sieve.order(), sieve.parameters().size());
    assertTrue(sieve.words().startsWith("AR("), sieve.words());
  }
}
