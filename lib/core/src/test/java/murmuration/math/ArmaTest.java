package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class ArmaTest {
  private static Arma process(double[] ar, double[] ma, double sigma2) {
    return new Arma(ar, ma, sigma2, Double.NaN, 0);
  }

  private static double[] draw(Arma process, int n, long seed) {
    double[] x = new double[n];
    process.fill(Rng.of(seed), x);
    return x;
  }

  /** Autocovariances by the sum over 5,000 weights of past innovations. */
  private static double[] autocovariances(double[] ar, double[] ma, int lags) {
    double[] psi = new double[5000];
    for (int k = 0; k < psi.length; k++) {
      psi[k] = k == 0 ? 1 : k <= ma.length ? ma[k - 1] : 0;
      for (int j = 1; j <= Math.min(k, ar.length); j++) {
        psi[k] += ar[j - 1] * psi[k - j];
      }
    }
    double[] gamma = new double[lags];
    for (int d = 0; d < lags; d++) {
      for (int k = d; k < psi.length; k++) {
        gamma[d] += psi[k] * psi[k - d];
      }
    }
    return gamma;
  }

  @Property(tries = 60)
  void likelihoodIsThatOfTheWholeCovarianceMatrix(
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double a,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double b,
      @ForAll @DoubleRange(min = -1.5, max = 1.5) double c,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double d) {
    double[][] ars = {{}, {a}, PartialCorrelations.toCoefficients(new double[] {a, b})};
    double[][] mas = {{}, {c}, {c, d}, {0, c, d}};
    double[] x = Rng.of(4).doubles(12).toArray();
    for (double[] ar : ars) {
      for (double[] ma : mas) {
        double[] gamma = autocovariances(ar, ma, 12);
        double[][] matrix = new double[12][12];
        for (int i = 0; i < 12; i++) {
          for (int j = 0; j < 12; j++) {
            matrix[i][j] = 2.5 * gamma[Math.abs(i - j)];
          }
        }
        var lu = new LUDecomposition(new Array2DRowRealMatrix(matrix, false));
        var v = new ArrayRealVector(x, false);
        double expected =
            -0.5
                * (12 * Math.log(2 * Math.PI)
                    + Math.log(lu.getDeterminant())
                    + v.dotProduct(lu.getSolver().solve(v)));
        double found = process(ar, ma, 2.5).logLikelihood(x);
        assertEquals(expected, found, 1e-8 * Math.max(1, Math.abs(expected)));
      }
    }
  }

  @Test
  void partialCorrelationsAndCoefficientsAreTwoNamesOfOneProcess() {
    double[] partial = {0.9, -0.5, 0.3, 0.8};
    double[] phi = PartialCorrelations.toCoefficients(partial);
    assertArrayEquals(partial, PartialCorrelations.ofCoefficients(phi), 1e-12);
    assertTrue(PartialCorrelations.isStationary(phi));
    assertTrue(!PartialCorrelations.isStationary(new double[] {1.2, 0.1}));
    double[] gamma = PartialCorrelations.autocovariances(partial, 8);
    double[] sums = autocovariances(phi, new double[0], 9);
    assertArrayEquals(sums, gamma, 1e-9 * gamma[0]);
  }

  /** Estimates from 20,000 values lie within 5 standard errors of the truth. */
  @Test
  void findsTheCoefficientsThatDrewTheSeries() {
    var truth = process(new double[] {0.5, 0.3}, new double[] {0.4}, 4);
    var fit = Arma.fit(draw(truth, 20_000, 8), 2, 1);
    assertArrayEquals(truth.ar(), fit.ar(), 0.12);
    assertArrayEquals(truth.ma(), fit.ma(), 0.12);
    assertEquals(4, fit.sigma2(), 5 * 4 * Math.sqrt(2.0 / 20_000));
  }

  @Test
  void noNeighbouringPointIsLikelier() {
    double[] x = draw(process(new double[] {0.7}, new double[] {0.5}, 1), 150, 3);
    var fit = Arma.fit(x, 1, 1);
    assertEquals(fit.logLikelihood(x), fit.logLikelihood(), 1e-9);
    for (double h : new double[] {-1e-2, 1e-2}) {
      double ar = fit.ar()[0];
      double ma = fit.ma()[0];
      double s = fit.sigma2();
      assertTrue(
          process(new double[] {ar + h}, fit.ma(), s).logLikelihood(x) < fit.logLikelihood());
      assertTrue(
          process(fit.ar(), new double[] {ma + h}, s).logLikelihood(x) < fit.logLikelihood());
      assertTrue(process(fit.ar(), fit.ma(), s * (1 + h)).logLikelihood(x) < fit.logLikelihood());
    }
  }

  @Test
  void aLargerModelIsNeverLessLikely() {
    var choice = ArmaChoice.of(draw(process(new double[] {0.8}, new double[0], 1), 100, 5));
    assertEquals(20, choice.models().size());
    for (int p = 1; p <= 4; p++) {
      for (int q = 0; q <= 4; q++) {
        if (p > 1) {
          assertTrue(choice.aic(p, q) < choice.aic(p - 1, q) + 2 + 1e-5);
        }
        if (q > 0) {
          assertTrue(choice.aic(p, q) < choice.aic(p, q - 1) + 2 + 1e-5);
        }
        assertTrue(choice.best().aic() <= choice.aic(p, q));
      }
    }
  }

  /** Autocovariance of 40,000 draws at the start of the series; 5 standard errors. */
  @Test
  void drawsAreStationaryFromTheFirstValueOn() {
    var process = process(new double[] {0.9, -0.3}, new double[] {0.6}, 2);
    double[] gamma = autocovariances(process.ar(), process.ma(), 4);
    double[] sums = new double[4];
    double[] x = new double[4];
    for (int i = 0; i < 40_000; i++) {
      process.fill(Rng.of(6, i), x);
      for (int k = 0; k < 4; k++) {
        sums[k] += x[0] * x[k] / 40_000;
      }
    }
    double se = 2 * gamma[0] * Math.sqrt(2.0 / 40_000);
    for (int k = 0; k < 4; k++) {
      assertEquals(2 * gamma[k], sums[k], 5 * se);
    }
  }

  @Test
  void residualsOfAnAutoregressionAreItsShocks() {
    double[] x = {2, 1, -3, 0.5};
    double[] e = process(new double[] {0.6}, new double[0], 1).residuals(x);
    double[] shocks = {2 * 0.8, 1 - 1.2, -3 - 0.6, 0.5 + 1.8};
    for (int t = 0; t < 4; t++) {
      assertEquals(shocks[t], e[t], 1e-15);
    }
  }

  /** The conditional fit of a chaotic map ends on the edge of stationarity: no place to start. */
  @Test
  void aStartOnTheEdgeIsPassedOver() {
    var random = Rng.of(0);
    double[] x = new double[60];
    x[0] = 0.5;
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i - 1] * Math.exp(2.7 * (1 - x[i - 1]) + 0.05 * random.nextGaussian());
    }
    var choice = ArmaChoice.of(LagProducts.centred(x));
    assertTrue(choice.models().stream().allMatch(m -> Double.isFinite(m.logLikelihood())));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] constant = new double[30];
    double[] gap = Rng.of(1).doubles(30).toArray();
    gap[3] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> Arma.fit(null, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Arma.fit(constant, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Arma.fit(gap, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Arma.fit(new double[] {1, 2, 0}, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Arma.fit(new double[] {1, 2, 0}, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> ArmaChoice.of(Arrays.copyOf(gap, 3)));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> process(new double[] {1.1}, new double[0], 1));
    assertTrue(e.getMessage().contains("not stationary"), e.getMessage());
  }

  @Test
  void anInterruptStopsTheChoice() {
    double[] x = Rng.of(1).doubles(400).map(u -> u - 0.5).toArray();
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> ArmaChoice.of(x));
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is left to the caller");
    }
  }

  @Test
  void aSeriesFarFromZeroIsFittedThoughTheSearchFromItBeginsAtTheEdge() {
    double[] x = Rng.of(3).doubles(120).map(v -> v - 436).toArray();
    assertTrue(Double.isFinite(ArmaChoice.of(x).best().aic()));
  }
}
