package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class BdsTestTest {
  /** By the definition, pair by pair. */
  private static double brute(double[] x, int dimension, int m, double radius) {
    int n = x.length - dimension + 1;
    double c = 0;
    double cm = 0;
    double all = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        boolean close = true;
        for (int l = 0; l < m; l++) {
          close &= Math.abs(x[i + l] - x[j + l]) < radius;
        }
        boolean near = Math.abs(x[i] - x[j]) < radius;
        row += near ? 1 : 0;
        c += near && i != j ? 1 : 0;
        cm += close && i != j ? 1 : 0;
      }
      all += row;
      squares += row * row;
    }
    double pairs = n * (n - 1.0);
    c /= pairs;
    cm /= pairs;
    double k = (squares - 3 * all + 2 * n) / (pairs * (n - 2));
    double sum = Math.pow(k, m) + (m - 1) * (m - 1) * Math.pow(c, 2 * m);
    sum -= m * m * k * Math.pow(c, 2 * m - 2);
    for (int j = 1; j < m; j++) {
      sum += 2 * Math.pow(k, m - j) * Math.pow(c, 2 * j);
    }
    return Math.sqrt(n) * (cm - Math.pow(c, m)) / Math.sqrt(4 * sum);
  }

  @Test
  void theBitsCountWhatTheDefinitionCounts() {
    for (int n : new int[] {30, 63, 64, 65, 66, 127, 130, 193}) {
      double[] x = Samples.ar1(n, 0.5, n);
      var found = BdsStatistic.of(x, 5, 0.4, 1.1);
      for (int m = 2; m <= 5; m++) {
        assertEquals(brute(x, 5, m, 0.4), found.statistic()[m - 2][0], 1e-9, n + " " + m);
        assertEquals(brute(x, 5, m, 1.1), found.statistic()[m - 2][1], 1e-9, n + " " + m);
      }
    }
  }

  @Test
  void tiedValuesAtTheRadiusAreNotClose() {
    double[] x = IntStream.range(0, 70).mapToDouble(i -> i * i % 7).toArray();
    assertEquals(brute(x, 3, 3, 1), BdsStatistic.of(x, 3, 1).statistic()[1][0], 1e-9);
    assertEquals(brute(x, 3, 2, 2), BdsStatistic.of(x, 3, 2).statistic()[0][0], 1e-9);
  }

  @Test
  void shiftAndScaleChangeNothing() {
    double[] x = Samples.ar1(100, 0.3, 2);
    double[] y = Arrays.stream(x).map(v -> 8 * v).toArray();
    assertArrayEquals(
        BdsStatistic.of(x, 3, 0.5, 1).statistic()[1], BdsStatistic.of(y, 3, 4, 8).statistic()[1]);
  }

  /**
   * 300 series of 500 white values: |z| above 2.576 in 1 %; false-alarm rate of 12 or more 2e-4.
   */
  @Test
  void theStatisticOfWhiteNoiseIsNearlyNormal() {
    int far = 0;
    for (int s = 0; s < 300; s++) {
      double[] x = Samples.ar1(500, 0, 500 + s);
      far += Math.abs(BdsStatistic.of(x, 2, 1).statistic()[0][0]) > 2.576 ? 1 : 0;
    }
    assertTrue(far < 12, far + " of 300");
  }

  @Test
  void whereAllPairsOrNoneAreCloseThereIsNoStatistic() {
    double[] x = Samples.ar1(40, 0, 2);
    var found = BdsStatistic.of(x, 2, 1e-300, 1e300);
    assertTrue(Double.isNaN(found.statistic()[0][0]) && Double.isNaN(found.statistic()[0][1]));
    assertTrue(Double.isNaN(found.normalP()[0][0]));
  }

  /** The logistic map is deterministic; an AR(1) leaves residuals without structure. */
  @Test
  void nonlinearStructureIsFoundAndLinearMemoryIsNot() {
    double[] map = new double[200];
    map[0] = 0.3;
    for (int i = 1; i < map.length; i++) {
      map[i] = 3.9 * map[i - 1] * (1 - map[i - 1]);
    }
    var chaos = BdsTest.of(map).radii(0.75).shuffles(39).run();
    for (var row : chaos.rows()) {
      assertEquals(1 / 40.0, row.shuffleP(), row.residuals());
    }
    var noise = BdsTest.of(Samples.ar1(200, 0.7, 21)).radii(1).shuffles(99).run();
    double arma = noise.rows().get(2).shuffleP();
    assertTrue(noise.rows().get(2).residuals().startsWith("ARMA"));
    assertTrue(arma > 0.05, noise.summary());
  }

  @Test
  void garchTakesAChangingVarianceOut() {
    double[] e = Samples.arch(3000, 0.5, 9);
    var fit = ArchFit.of(e);
    assertEquals(0.5, fit.a1(), 0.1);
    assertEquals(0.5, fit.a0(), 0.06);
    double before = BdsStatistic.of(e, 2, 0.7).statistic()[0][0];
    double after = BdsStatistic.of(fit.residuals(), 2, 0.7).statistic()[0][0];
    assertTrue(before > 8 && Math.abs(after) < 3, before + " " + after);
  }

  /** The ratio is a maximum: no other pair of a0 and a1 on a fine grid is likelier. */
  @Test
  void garchIsTheMaximumOfItsLikelihood() {
    double[] e = Samples.arch(200, 0.4, 2);
    double mean = Arrays.stream(e).average().orElseThrow();
    var fit = ArchFit.of(e);
    double best = logLikelihood(e, mean, fit.a0(), fit.a1());
    for (double a0 = 0.05; a0 < 2; a0 += 0.05) {
      for (double a1 = 0; a1 < 1.5; a1 += 0.05) {
        assertTrue(logLikelihood(e, mean, a0, a1) <= best + 1e-9, a0 + " " + a1);
      }
    }
  }

  private static double logLikelihood(double[] e, double mean, double a0, double a1) {
    double sum = 0;
    for (int t = 1; t < e.length; t++) {
      double v = a0 + a1 * Math.pow(e[t - 1] - mean, 2);
      sum -= 0.5 * (Math.log(v) + Math.pow(e[t] - mean, 2) / v);
    }
    return sum;
  }

  @Test
  void aVarianceThatFallsAfterShocksFitsNoArch() {
    double[] e = IntStream.range(0, 100).mapToDouble(i -> (i % 2) * (i % 4 - 2) * 1.0).toArray();
    assertEquals(0, ArchFit.of(e).a1());
  }

  @Test
  void resultsDoNotDependOnThreadsAndSeedsDiffer() throws Exception {
    var study = BdsTest.of(Samples.ar1(80, 0.5, 1)).shuffles(20).seed(3);
    try (var pool = new ForkJoinPool(1)) {
      var alone = pool.submit(study::run).get();
      assertArrayEquals(
          alone.rows().get(4).test().nulls(), study.run().rows().get(4).test().nulls());
      var other = study.seed(4).run();
      assertTrue(
          !Arrays.equals(alone.rows().get(4).test().nulls(), other.rows().get(4).test().nulls()));
    }
  }

  @Test
  void theReportsAreShort() {
    var report = BdsTest.of(Samples.ar1(80, 0.5, 1)).shuffles(20).seed(3).run();
    assertEquals(18, report.rows().size());
    assertTrue(report.summary().lines().count() <= 12, report.summary());
    assertTrue(report.summary().contains("GARCH(0,1) with a0"), report.summary());
    assertEquals(18, report.table().rowCount());
    assertEquals(3L, report.provenance().seed());
    assertTrue(report.chart().svg().contains("<svg"));
    var statistic = BdsStatistic.of(Rng.of(1).doubles(60).toArray(), 9, 0.1, 0.2);
    assertTrue(statistic.summary().lines().count() <= 12);
    assertEquals(32, statistic.table().rowCount());
    statistic.statistic()[0][0] = 99;
    statistic.radii()[0] = 99;
    assertTrue(statistic.statistic()[0][0] != 99 && statistic.radii()[0] == 0.1);
    assertEquals("9", statistic.provenance().options().get("dimension"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] x = Samples.ar1(60, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(null, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(x, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(x, 21, 1));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(x, 2));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(x, 2, -1));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(x, 2, (double[]) null));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(new double[60], 2, 1));
    assertThrows(IllegalArgumentException.class, () -> BdsStatistic.of(new double[11], 2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BdsStatistic(9, new double[] {1}, new double[0][]));
    assertThrows(IllegalArgumentException.class, () -> BdsTest.of((double[]) null));
    assertThrows(IllegalArgumentException.class, () -> BdsTest.of(x).shuffles(0));
    assertThrows(IllegalArgumentException.class, () -> BdsTest.of(x).radii(0));
    assertThrows(IllegalArgumentException.class, () -> BdsTest.of(x).dimension(0));
    assertThrows(IllegalArgumentException.class, () -> BdsTest.of(new double[20]).run());
    double[] line = IntStream.range(0, 80).asDoubleStream().toArray();
    for (double slope : new double[] {1, 0.1, 1e-9 / 3, 1e9 / 7}) {
      double[] scaled = Arrays.stream(line).map(v -> 5 * slope + slope * v).toArray();
      assertThrows(IllegalArgumentException.class, () -> BdsTest.of(scaled).run());
    }
  }
}
