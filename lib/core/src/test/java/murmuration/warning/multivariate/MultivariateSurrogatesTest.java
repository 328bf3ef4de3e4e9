package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Arguments;
import murmuration.math.Spectrum;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class MultivariateSurrogatesTest {
  private static final VarProcess PROCESS = VarProcess.along(1, 1);
  private static final MultivariateSeries RECORD = PROCESS.stationary(400, 0.8, 12);

  private static double correlation(MultivariateSeries series) {
    return new PearsonsCorrelation()
        .correlation(series.column(0).values(), series.column(1).values());
  }

  /** {@code cov(x_a(t+1), x_b(t))} round the circle, over n. */
  private static double circular(MultivariateSeries series, int a, int b) {
    double[] x = series.column(a).values();
    double[] y = series.column(b).values();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[(i + 1) % x.length] * y[i] / x.length;
    }
    return sum;
  }

  @Test
  void jointPhasesKeepEveryCrossCorrelation() {
    var drawn = MultivariateSurrogates.jointPhases(1).seed(4).draw(RECORD, 0);
    assertEquals(correlation(RECORD), correlation(drawn), 1e-12);
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        assertEquals(circular(RECORD, a, b), circular(drawn, a, b), 1e-10);
      }
    }
    assertTrue(Math.abs(drawn.values()[7][0] - RECORD.values()[7][0]) > 1e-6);
  }

  @Test
  void independentPhasesKeepSpectraAndBreakCorrelation() {
    var surrogates = MultivariateSurrogates.independentPhases(200).seed(4);
    var drawn = surrogates.draw(RECORD, 0);
    var spectrum = new Spectrum(400);
    assertArrayEquals(
        spectrum.amplitudes(RECORD.column(1).values()),
        spectrum.amplitudes(drawn.column(1).values()),
        1e-9);
    double mean = 0;
    for (int i = 0; i < 200; i++) {
      mean += correlation(surrogates.draw(RECORD, i)) / 200;
    }
    assertTrue(correlation(RECORD) > 0.3, "the record is correlated: " + correlation(RECORD));
    assertEquals(0, mean, 0.05);
  }

  @Test
  void varOneHasTheRecordsCovarianceAndLagOneCovarianceOnAverage() {
    var surrogates = MultivariateSurrogates.var1(400).seed(9);
    double[] sums = new double[4];
    for (int i = 0; i < 400; i++) {
      var drawn = surrogates.draw(RECORD, i);
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          double[] x = drawn.column(a).values();
          double[] y = drawn.column(b).values();
          double mx = mean(RECORD.column(a).values());
          double my = mean(RECORD.column(b).values());
          for (int t = 0; t < 399; t++) {
            sums[2 * a + b] += (x[t + 1] - mx) * (y[t] - my) / 399 / 400;
          }
        }
      }
    }
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double[] x = RECORD.column(a).values();
        double[] y = RECORD.column(b).values();
        double expected = 0;
        for (int t = 0; t < 399; t++) {
          expected += (x[t + 1] - mean(x)) * (y[t] - mean(y)) / 400;
        }
        assertEquals(expected, sums[2 * a + b], 0.06);
      }
    }
    var source = surrogates.from(RECORD);
    assertEquals(0.8, Arguments.present("modulus", source.parameters().get("modulus")), 0.06);
    assertTrue(source.words().contains("VAR(1) of 2 variables"), source.words());
  }

  private static double mean(double[] x) {
    return java.util.Arrays.stream(x).average().orElseThrow();
  }

  @Test
  void aRandomWalkIsDrawnStationary() {
    double[][] walk = PROCESS.simulate(300, i -> 1, 3);
    var source = MultivariateSurrogates.var1(1).from(MultivariateSeries.of(walk));
    double modulus = Arguments.present("modulus", source.parameters().get("modulus"));
    assertTrue(modulus < 1 && modulus > 0.9, "modulus " + modulus);
  }

  @Test
  void constantAndTwinColumnsStayWhatTheyAre() {
    double[][] x = PROCESS.simulate(100, i -> 0.5, 3);
    double[][] more = new double[100][4];
    for (int i = 0; i < 100; i++) {
      more[i] = new double[] {x[i][0], 5, x[i][1], 2 * x[i][0] + 1};
    }
    var series = MultivariateSeries.of(more);
    for (var kind : MultivariateSurrogates.Kind.values()) {
      var drawn = new MultivariateSurrogates(kind, 3, 1).draw(series, 2).values();
      for (double[] row : drawn) {
        assertEquals(5, row[1], 1e-9, kind + "");
        if (kind != MultivariateSurrogates.Kind.INDEPENDENT_PHASES) {
          assertEquals(2 * row[0] + 1, row[3], 1e-6, kind + "");
        }
      }
    }
  }

  @Test
  void anyStatisticCanBeTested() {
    var test =
        MultivariateSurrogates.independentPhases(99)
            .seed(1)
            .test("correlation", MultivariateSurrogatesTest::correlation, RECORD);
    assertEquals(correlation(RECORD), test.observed());
    assertEquals(0.01, test.pRight(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> MultivariateSurrogates.var1(0));
    assertThrows(
        IllegalArgumentException.class, () -> MultivariateSurrogates.var1(1).from(RECORD.until(1)));
  }
}
