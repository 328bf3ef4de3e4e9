package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SurrogateTestTest {
  private static final Surrogates.Source SOURCE =
      new Surrogates.Source(new Ar1Null(10, 0.5, 1, 0), 4, 1);

  private static double tauOfVariance(double[] x) {
    int w = x.length / 2;
    double[] variance = new double[x.length - w + 1];
    double s = 0;
    double s2 = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] - (i >= w ? x[i - w] : 0);
      s2 += x[i] * x[i] - (i >= w ? x[i - w] * x[i - w] : 0);
      if (i >= w - 1) {
        variance[i - w + 1] = s2 - s * s / w;
      }
    }
    return Kendall.tau(variance);
  }

  private static SurrogateTest given(double observed, double... nulls) {
    return new SurrogateTest("tau", observed, nulls, SOURCE);
  }

  @Test
  void pCountsTheRecordAmongItsSurrogates() {
    var test = given(0.5, 0.1, 0.5, 0.9, -0.2);
    assertEquals(3.0 / 5, test.pRight());
    assertEquals(4.0 / 5, test.pLeft());
    assertEquals(1, test.pTwo());
  }

  @Test
  void pIsNeverZeroBelowOrAboveAllSurrogates() {
    assertEquals(1.0 / 5, given(2, 0, 0, 0, 0).pRight());
    assertEquals(1, given(-2, 0, 0, 0, 0).pRight(), "the peer gives infinity here");
    assertEquals(1.0 / 5, given(-2, 0, 0, 0, 0).pLeft());
    assertEquals(2.0 / 5, given(-2, 0, 0, 0, 0).pTwo());
  }

  @Test
  void tiesWithEverySurrogateGivePOne() {
    var test = given(1, 1, 1, 1, 1);
    assertEquals(1, test.pRight());
    assertEquals(1, test.pLeft());
    assertEquals(1, test.pTwo());
  }

  @Test
  void undefinedSurrogatesCanOnlyRaiseP() {
    var test = given(2, 0, Double.NaN, 0, Double.NaN);
    assertEquals(3.0 / 5, test.pRight());
    assertEquals(1, test.pLeft());
    assertEquals(2, test.undefined());
    assertTrue(test.words().contains("2 of them undefined"), test.words());
    assertEquals(0, test.quantile(0.5));
  }

  @Test
  void anUndefinedStatisticHasNoPAndSaysSo() {
    var test = given(Double.NaN, 0, 1, 2, 3);
    assertTrue(Double.isNaN(test.pRight()) && Double.isNaN(test.pLeft()));
    assertTrue(Double.isNaN(test.pTwo()));
    assertTrue(test.words().contains("undefined"), test.words());
  }

  @Test
  void aConstantIndicatorLosesNothingButItself() {
    double[] x = SurrogatesTest.record(40);
    UnaryOperator<double[]> statistics =
        series -> new double[] {Kendall.tau(new double[20]), Kendall.tau(series)};
    var tests =
        SurrogateTest.of(List.of("constant", "own"), statistics, x, Surrogates.ar1(19).seed(1));
    assertTrue(Double.isNaN(tests.get(0).pRight()));
    assertEquals(19, tests.get(0).undefined());
    assertFalse(Double.isNaN(tests.get(1).pRight()));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    double[] x = SurrogatesTest.record(120);
    var nulls = Surrogates.iaaft(40).seed(9);
    double[] expected = {};
    for (int threads : new int[] {1, 2, 4}) {
      try (var pool = new ForkJoinPool(threads)) {
        var test =
            pool.submit(() -> SurrogateTest.of("v", SurrogateTestTest::tauOfVariance, x, nulls))
                .get();
        expected = threads == 1 ? test.nulls() : expected;
        assertArrayEquals(expected, test.nulls());
      }
    }
  }

  @Test
  void anInterruptStopsTheSurrogates() {
    double[] x = SurrogatesTest.record(50);
    var nulls = Surrogates.ar1(100_000);
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> SurrogateTest.of("v", SurrogateTestTest::tauOfVariance, x, nulls));
    assertFalse(Thread.interrupted());
  }

  /**
   * 400 red-noise series against red-noise surrogates: chi-square of p over ten bins; false-alarm
   * rate 0.001.
   */
  @Test
  void pIsUniformUnderItsOwnNull() {
    var truth = new Surrogates.Source(new Ar1Null(200, 0.5, 1, 0), 400, 20);
    int[] counts = new int[10];
    for (int i = 0; i < 400; i++) {
      var test =
          SurrogateTest.of(
              "variance",
              SurrogateTestTest::tauOfVariance,
              truth.next(i),
              Surrogates.ar1(99).seed(1000 + i));
      counts[(int) Math.ceil(10 * test.pRight() - 1e-9) - 1]++;
    }
    double chi2 = Arrays.stream(counts).mapToDouble(c -> (c - 40) * (c - 40) / 40.0).sum();
    assertTrue(chi2 < 27.88, "chi-square " + chi2 + " of " + Arrays.toString(counts));
  }

  /** The figures of the class comment of Surrogates; 2,000 draws, 4 standard errors. */
  @Test
  void overlappingWindowsLetTauWander() {
    var source = new Surrogates.Source(new Ar1Null(200, 0.5, 1, 0), 2000, 3);
    var test =
        SurrogateTest.of(
                List.of("variance"), new double[] {0}, x -> new double[] {tauOfVariance(x)}, source)
            .getFirst();
    assertEquals(-0.76, test.quantile(0.05), 0.05);
    assertEquals(0.75, test.quantile(0.95), 0.05);
  }

  @Test
  void aStatisticOfTheWrongSizeIsRefused() {
    double[] x = Rng.of(1).doubles(20).toArray();
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> SurrogateTest.of(List.of("a", "b"), v -> v, x, Surrogates.ar1(5)));
    assertEquals("statistics gives 20 values: expected 2, one for each name", e.getMessage());
  }

  @Test
  void theReportIsShortAndTheCallerCannotChangeIt() {
    var test = given(0.25, 0.1, 0.2, 0.9, -0.2);
    test.nulls()[0] = 99;
    assertEquals(0.1, test.nulls()[0]);
    assertEquals("tau is 0.25; 1 of 4 surrogates are as high or higher.", test.words());
    assertTrue(test.summary().lines().count() <= 12);
    assertEquals(4, test.table().rowCount());
    assertEquals(1L, test.provenance().seed());
  }

  @Test
  void everyTestHasAChartEvenWhereNothingIsDefined() {
    double nan = Double.NaN;
    for (var test :
        List.of(
            given(0.5, 0.1, 0.2, 0.9, -0.2),
            given(nan, 0, 1),
            given(1, nan, nan),
            given(1, 1, 1),
            given(Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY))) {
      assertTrue(test.chart().svg().contains("<svg"));
    }
  }

  @Test
  void infiniteStatisticsAreOrderedLikeAnyOther() {
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(2.0 / 4, given(inf, 1, 2, inf).pRight());
    assertEquals(1, given(inf, 1, 2, inf).pLeft());
    assertEquals(2, given(inf, 1, 2, inf).quantile(0.5));
  }
}
