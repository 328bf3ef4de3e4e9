package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Present;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import org.junit.jupiter.api.Test;

class IrregularWarningTest {
  private static IrregularWarning study(TimeSeries record, long seed) {
    return IrregularWarning.of(record)
        .against(IrregularSurrogates.ornsteinUhlenbeck(99).seed(seed));
  }

  @Test
  void redNoiseAtUnevenTimesRingsNoMoreOftenThanItSays() {
    int alarms = 0;
    int timeScale = 0;
    for (int r = 0; r < 100; r++) {
      var signal = study(UnevenTimes.red(100, 2, 500 + r), r).run();
      alarms += Arrays.stream(signal.correctedP()).anyMatch(p -> p <= 0.05) ? 1 : 0;
      timeScale += signal.test(IrregularIndicator.TIME_SCALE).pRight() <= 0.05 ? 1 : 0;
    }
    // At a rate of 0.05 more than 13 of 100 has probability 0.0005.
    assertTrue(alarms <= 13, "alarms of any indicator, corrected: " + alarms);
    assertTrue(timeScale <= 13, "alarms of the time scale: " + timeScale);
  }

  @Test
  void slowingDownIsSeenMoreOftenThanByChance() {
    int timeScale = 0;
    int variance = 0;
    for (int r = 0; r < 24; r++) {
      var record = UnevenTimes.slowingDown(200, 1.5, 0.05, r);
      var signal =
          study(record, r)
              .indicators(IrregularIndicator.TIME_SCALE, IrregularIndicator.VARIANCE)
              .run();
      timeScale += signal.test(IrregularIndicator.TIME_SCALE).pRight() <= 0.05 ? 1 : 0;
      variance += signal.test(IrregularIndicator.VARIANCE).pRight() <= 0.05 ? 1 : 0;
    }
    // Measured powers are 0.53 and 0.85; at 0.05 more than 5 of 24 has probability 0.001.
    assertTrue(timeScale > 5, "time scale: " + timeScale);
    assertTrue(variance > 12, "variance: " + variance);
  }

  /** White noise whose steps grow elevenfold: interpolation reaches further and further. */
  private static TimeSeries sparserAndSparser(int n, long seed) {
    RandomGenerator random = Rng.of(seed, 5);
    double[] t = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double step = -Math.log1p(-random.nextDouble()) * (0.3 + 3.0 * i / n);
      t[i] = (i == 0 ? 0 : t[i - 1]) + step;
      x[i] = random.nextGaussian();
    }
    return TimeSeries.of(t, x);
  }

  @Test
  void whereSamplingGrowsSparserInterpolationMakesATrendOutOfWhiteNoise() {
    int alone = 0;
    int interpolated = 0;
    for (int r = 0; r < 40; r++) {
      var signal =
          study(sparserAndSparser(150, r), r).indicators(IrregularIndicator.KERNEL_AC1).run();
      alone += signal.tests().getFirst().pRight() <= 0.05 ? 1 : 0;
      interpolated += signal.interpolated().tests().getFirst().pRight() <= 0.05 ? 1 : 0;
    }
    // At a rate of 0.05 more than 7 of 40 has probability 0.0007.
    assertTrue(alone <= 7, "alarms without interpolation: " + alone);
    assertTrue(interpolated > 7, "alarms with it: " + interpolated);
  }

  @Test
  void theResultIsTheSameOnAnyNumberOfThreads() throws Exception {
    var study = study(UnevenTimes.red(80, 2, 3), 3);
    double[] here = study.run().correctedP();
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(here, one.submit(() -> study.run().correctedP()).get());
    }
  }

  @Test
  void theUnitsOfTheRecordChangeNothing() {
    var record = UnevenTimes.red(90, 2, 4);
    double[] t = Arrays.stream(record.times()).map(v -> 1000 * v - 4e5).toArray();
    double[] x = Arrays.stream(record.values()).map(v -> 8 * v + 1024).toArray();
    var one = study(record, 4).indicators(IrregularIndicator.values()).run();
    var other = study(TimeSeries.of(t, x), 4).indicators(IrregularIndicator.values()).run();
    for (int k = 0; k < one.tests().size(); k++) {
      assertEquals(one.tests().get(k).observed(), other.tests().get(k).observed(), 1e-3);
      assertEquals(one.tests().get(k).pRight(), other.tests().get(k).pRight(), 0.021);
    }
    double[] a = one.values(IrregularIndicator.VARIANCE);
    double[] b = other.values(IrregularIndicator.VARIANCE);
    assertEquals(64 * a[a.length - 1], b[b.length - 1], 1e-6);
  }

  @Test
  void theReportSaysWhatInterpolationWouldHaveSaid() {
    var signal = study(UnevenTimes.white(200, 5), 5).run();
    assertTrue(signal.interpolatedAc1() > 0.25 + signal.kernelAc1(), signal.interpolation());
    assertTrue(signal.summary().contains("Interpolated to equal steps"), signal.summary());
    assertTrue(signal.summary().lines().count() <= 12);
    assertEquals(5, signal.table().rowCount());
    assertEquals(6, signal.chart().panels().size());
    assertFalse(signal.provenance().toString().isEmpty());
    signal.values()[0][150] = 7;
    signal.starts()[150] = 7;
    assertTrue(signal.values(IrregularIndicator.TIME_SCALE)[150] != 7);
  }

  @Test
  void missingValuesAreLeftOut() {
    var record = UnevenTimes.red(100, 2, 6);
    double[] x = record.values();
    x[10] = Double.NaN;
    x[50] = Double.NaN;
    double tau = study(record.values(x), 6).run().tau(IrregularIndicator.VARIANCE);
    double[] t = record.times();
    int[] kept = Present.in(x);
    var without = TimeSeries.of(Present.at(kept, t), Present.at(kept, x));
    assertEquals(study(without, 6).run().tau(IrregularIndicator.VARIANCE), tau);
  }

  @Test
  void everyDetrendingAcceptsUnevenTimes() {
    var record = UnevenTimes.red(100, 2, 7);
    for (var detrend :
        new Detrend[] {
          Detrend.gaussianR(25), Detrend.lowess(0.3), Detrend.linear(), Detrend.none()
        }) {
      var signal = study(record, 7).detrend(detrend).run();
      assertTrue(Double.isFinite(signal.tau(IrregularIndicator.TIME_SCALE)), detrend.toString());
    }
    var shorter = study(record, 7).detrend(Detrend.firstDifference());
    assertThrows(IllegalArgumentException.class, shorter::run);
    assertEquals(99, shorter.withoutRedetrending().run().starts().length);
  }

  @Test
  void badInputIsRefusedInWords() {
    var record = UnevenTimes.red(60, 2, 8);
    var study = study(record, 8);
    assertThrows(IllegalArgumentException.class, () -> study.window(2));
    assertThrows(IllegalArgumentException.class, () -> study.indicators(new IrregularIndicator[0]));
    var constant = IrregularWarning.of(record.values(new double[60]));
    assertThrows(IllegalArgumentException.class, constant::run);
    var brief = IrregularWarning.of(TimeSeries.of(new double[] {1, 2, 3}));
    assertThrows(IllegalArgumentException.class, brief::run);
  }
}
