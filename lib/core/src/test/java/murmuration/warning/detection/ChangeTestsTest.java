package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

/** The CUSUM test for a change of mean and the fit of a change of slope. */
class ChangeTestsTest {
  private static double[] red(long index, int n, double phi) {
    var random = Rng.of(21, index);
    double[] x = new double[n];
    double v = random.nextGaussian() / Math.sqrt(1 - phi * phi);
    for (int i = 0; i < n; i++) {
      x[i] = v;
      v = phi * v + random.nextGaussian();
    }
    return x;
  }

  /** Of 1000 records of white noise 5 % are rejected, less for short ones; 4 sd are 2.8 %. */
  @Test
  void theCusumTestIsRightOnWhiteNoise() {
    int rejected = 0;
    for (int i = 0; i < 1000; i++) {
      rejected += CusumTest.of(red(i, 400, 0)).p() < 0.05 ? 1 : 0;
    }
    assertEquals(0.045, rejected / 1000.0, 0.028);
  }

  @Test
  void memoryNeedsLags() {
    int without = 0;
    int with = 0;
    for (int i = 0; i < 300; i++) {
      double[] x = red(i, 400, 0.6);
      without += CusumTest.of(x).p() < 0.05 ? 1 : 0;
      with += CusumTest.of(x, 15).p() < 0.05 ? 1 : 0;
    }
    assertTrue(without > 100, without + " of 300");
    assertTrue(with < 30, with + " of 300");
  }

  /** Quantiles of the largest excursion of a Brownian bridge (Kolmogorov): 1.3581, 1.6276. */
  @Test
  void aStepIsFoundWhereItIs() {
    double[] x = red(1, 200, 0);
    for (int i = 120; i < 200; i++) {
      x[i] += 2;
    }
    var test = CusumTest.of(x);
    assertEquals(120, test.change(), 4);
    assertTrue(test.p() < 1e-6 && test.statistic() > 1.6276, test::summary);
    double[] scaled = Arrays.stream(x).map(v -> 1e9 + 1e3 * v).toArray();
    assertEquals(test.statistic(), CusumTest.of(scaled).statistic(), 1e-6);
    assertEquals(4, test.table().rowCount());
    assertTrue(test.chart().svg().startsWith("<"));
    assertThrows(IllegalArgumentException.class, () -> CusumTest.of(new double[10]));
    assertThrows(IllegalArgumentException.class, () -> CusumTest.of(x, 101));
  }

  private static double[] broken(double change, double before, double after, int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> 4 + (i < change ? before : after) * (i - change))
        .toArray();
  }

  /**
   * Nominal 95 % intervals of the change in 100 records: 4 sd of 0.95 are 0.09, blocks cost some.
   */
  @Test
  void intervalsHoldTheChange() {
    int held = 0;
    for (int i = 0; i < 100; i++) {
      double[] x = broken(60.5, 0, 0.3, 100);
      double[] noise = red(500 + i, 100, 0);
      Arrays.setAll(x, j -> x[j] + noise[j]);
      var fit = SlopeChange.of(TimeSeries.of(x), 3, 200, i);
      double[] interval = fit.timeInterval(0.95);
      held += interval[0] <= 60.5 && 60.5 <= interval[1] ? 1 : 0;
    }
    assertEquals(0.93, held / 100.0, 0.09);
  }

  @Test
  void aChangeOfSlopeShowsItself() {
    double[] x = broken(30, 0, 1, 60);
    double[] noise = red(2, 60, 0);
    Arrays.setAll(x, j -> x[j] + noise[j]);
    var fit = SlopeChange.of(x);
    assertEquals(1, fit.bend(), 0.2);
    assertTrue(fit.bendInterval(0.95)[0] > 0.5, fit::summary);
    assertTrue(fit.summary().lines().count() <= 12);
    assertEquals(4, fit.table().rowCount());
    assertTrue(fit.chart().svg().startsWith("<"));
    assertArrayEquals(fit.resamples(), SlopeChange.of(x).resamples());
    assertThrows(IllegalArgumentException.class, () -> SlopeChange.of(new double[5]));
  }

  @Test
  void aStraightOrConstantRecordBendsNowhere() {
    assertEquals(0, SlopeChange.of(new double[20]).bend());
    assertEquals(0, SlopeChange.of(broken(10, 1, 1, 20)).bend(), 1e-9);
  }

  @Test
  void anInterruptStopsTheSumOverManyLags() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> CusumTest.of(new double[] {1, 2, 1, 3, 2, 4}, 3));
  }

  /** The values and the shift are exact, so all that differs is rounding of the test itself. */
  @Test
  void cusumOfValuesFarFromZeroIsThatOfValuesNearIt() {
    double[] x = Rng.of(5).doubles(20_000).map(u -> Math.rint(u * 1024) / 1024).toArray();
    double[] far = Arrays.stream(x).map(v -> v + (1L << 40)).toArray();
    var near = CusumTest.of(x, 3);
    assertEquals(near.statistic(), CusumTest.of(far, 3).statistic(), 1e-9);
    assertEquals(0, CusumTest.of(far, 3).path()[x.length - 1], 1e-9);
  }
}
