package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

/** Reconstructed Jacobians, exponents and S-maps against systems whose Jacobian is known. */
class JacobiansTest {
  /** A turning and shrinking map: eigenvalues {@code r exp(+-i w)}; not symmetric. */
  private static final double[][] TURN = {{0.6, -0.8}, {0.5, 0.4}};

  private static MultivariateSeries linear(int n, double[][] map, double noise, long seed) {
    var random = Rng.of(seed);
    double[][] x = new double[n][map.length];
    x[0] = new double[] {1, -0.5};
    for (int i = 1; i < n; i++) {
      for (int a = 0; a < map.length; a++) {
        x[i][a] = noise * random.nextGaussian();
        for (int b = 0; b < map.length; b++) {
          x[i][a] += map[a][b] * x[i - 1][b];
        }
      }
    }
    return MultivariateSeries.of(x);
  }

  @Test
  void theJacobianOfALongRecordIsTheMapAndNotItsTranspose() {
    var found = VarJacobian.of(linear(40_000, TURN, 1, 3), Window.fraction(1));
    for (int a = 0; a < 2; a++) {
      assertArrayEquals(TURN[a], found.jacobians()[0][a], 0.02);
    }
    double modulus = Math.sqrt(0.6 * 0.4 + 0.8 * 0.5);
    assertEquals(modulus, found.modulus()[0], 0.01);
    assertEquals(0.5, found.real()[0][0], 0.01);
    assertEquals(Math.sqrt(modulus * modulus - 0.25), Math.abs(found.imaginary()[0][0]), 0.01);
    assertEquals(found.imaginary()[0][0], -found.imaginary()[0][1], 1e-12);
  }

  @Test
  void unitsChangeTheJacobianAsTheyShouldAndNoEigenvalue() {
    var series = linear(200, TURN, 1, 3);
    double[][] other =
        Arrays.stream(series.values())
            .map(row -> new double[] {1000 * row[0], row[1] + 50})
            .toArray(double[][]::new);
    var one = VarJacobian.of(series, Window.points(80));
    var two = VarJacobian.of(MultivariateSeries.of(other), Window.points(80));
    assertArrayEquals(one.modulus(), two.modulus(), 1e-9);
    assertEquals(1000 * one.jacobians()[5][0][1], two.jacobians()[5][0][1], 1e-6);
  }

  @Test
  void aSingularWindowHasNoJacobian() {
    double[][] x = linear(60, TURN, 1, 3).values();
    for (int i = 10; i < 40; i++) {
      x[i][1] = 2;
    }
    var found = VarJacobian.of(MultivariateSeries.of(x), Window.points(20));
    assertTrue(Double.isNaN(found.modulus()[12]));
    assertTrue(found.modulus()[40] > 0);
    assertTrue(found.summary().contains("Jacobian"));
    assertEquals(2, found.chart().panels().size());
  }

  @Test
  void theExponentOfAnAutoregressionIsItsRate() {
    var random = Rng.of(4);
    double[] x = new double[30_000];
    for (int i = 2; i < x.length; i++) {
      x[i] = 1.2 * x[i - 1] - 0.72 * x[i - 2] + random.nextGaussian(); // modulus sqrt(.72)
    }
    double[] t = IntStream.range(0, x.length).mapToDouble(i -> 0.5 * i).toArray();
    var found = StabilityExponent.uniAr(TimeSeries.of(t, x), Window.fraction(1), 2);
    assertEquals(0.5 * Math.log(0.72) / 0.5, found.values()[x.length - 1], 0.02);
    var many = StabilityExponent.multiAr(linear(30_000, TURN, 1, 8), Window.fraction(1));
    assertEquals(0.5 * Math.log(0.64), many.values()[29_999], 0.02);
    assertTrue(many.summary().contains("VAR(1) of 2 variables"), many.summary());
  }

  @Test
  void theExponentEntersTheStudyOfOneRecord() {
    double[] x = linear(150, TURN, 1, 8).column(0).values();
    var exponent = StabilityExponent.indicator(1, 1);
    var signal = EarlyWarning.of(x).indicators(exponent).against(Surrogates.ar1(19).seed(1)).run();
    assertEquals(
        StabilityExponent.uniAr(signal.rolling().residual(), Window.fraction(0.5), 1).values()[149],
        signal.values(exponent)[149]);
    double[] flat = new double[20];
    assertTrue(
        Double.isNaN(
            StabilityExponent.uniAr(TimeSeries.of(flat), Window.points(10), 1).values()[15]));
    assertThrows(IllegalArgumentException.class, () -> StabilityExponent.indicator(0, 1));
    assertThrows(IllegalArgumentException.class, () -> StabilityExponent.indicator(1, 0));
  }

  /** Two coupled logistic maps without noise: the Jacobian is known at every state. */
  private static double[][] logistic(int n) {
    double[][] x = new double[n][2];
    x[0] = new double[] {0.2, 0.4};
    for (int i = 1; i < n; i++) {
      double a = x[i - 1][0];
      double b = x[i - 1][1];
      x[i] = new double[] {a * (3.8 - 3.8 * a - 0.05 * b), b * (3.5 - 3.5 * b - 0.1 * a)};
    }
    return x;
  }

  @Test
  void anSMapFindsTheLocalJacobianOfANonlinearMap() {
    double[][] x = logistic(400);
    var series = MultivariateSeries.of(x);
    var found = SMapJacobian.of(series);
    assertTrue(found.theta() >= 3, "a nonlinear map wants neighbours: theta " + found.theta());
    assertTrue(found.skill()[found.skill().length - 1] > 0.99);
    double sd0 = deviation(series.column(0).values());
    double sd1 = deviation(series.column(1).values());
    double worst = 0;
    for (int t = 0; t < 399; t++) {
      double j00 = 3.8 - 7.6 * x[t][0] - 0.05 * x[t][1];
      double j01 = -0.05 * x[t][0] * sd1 / sd0;
      worst = Math.max(worst, Math.abs(found.jacobians()[t][0][0] - j00));
      worst = Math.max(worst, Math.abs(found.jacobians()[t][0][1] - j01));
    }
    assertTrue(worst < 1, "worst slope off by " + worst);
  }

  private static double deviation(double[] x) {
    return Math.sqrt(org.apache.commons.math3.stat.StatUtils.variance(x));
  }

  @Test
  void thetaZeroIsOneRegressionForAll() {
    var series = linear(80, TURN, 1, 5);
    var found = SMapJacobian.of(series, 0.0);
    double exponent = StabilityExponent.multiAr(series, Window.fraction(1)).values()[79];
    double mean = Arrays.stream(found.modulus()).average().orElseThrow();
    assertEquals(Math.exp(exponent), mean, 0.02);
    assertEquals(79, found.modulus().length);
  }

  @Test
  void theOrderOfColumnsChangesNoEigenvalue() {
    var series = MultivariateSeries.of(logistic(120));
    assertArrayEquals(
        SMapJacobian.of(series, 0.5, 2).modulus(),
        SMapJacobian.of(series.columns("x2", "x1"), 0.5, 2).modulus(),
        1e-8);
  }

  @Test
  void anSMapHasANullAndDoesNotDependOnThreads() throws Exception {
    var series = linear(70, TURN, 1, 5);
    var found = SMapJacobian.of(series, 0, 1, 4);
    try (var one = new ForkJoinPool(1);
        var four = new ForkJoinPool(4)) {
      var surrogates = MultivariateSurrogates.var1(19).seed(2);
      var a = one.submit(() -> found.test(surrogates)).get();
      var b = four.submit(() -> SMapJacobian.of(series, 0, 1, 4).test(surrogates)).get();
      assertArrayEquals(a.nulls(), b.nulls());
      assertEquals(found.trend().tau(), a.observed());
      assertTrue(a.pRight() >= 0.05 && a.pRight() <= 1);
    }
  }

  @Test
  void gapsAndTwinsGiveNoJacobianInsteadOfAWrongOne() {
    double[][] x = logistic(100);
    x[30][0] = Double.NaN;
    var found = SMapJacobian.of(MultivariateSeries.of(x));
    assertTrue(Double.isNaN(found.modulus()[30]) && Double.isNaN(found.modulus()[29]));
    assertTrue(found.modulus()[31] > 0);
    double[][] twin =
        Arrays.stream(logistic(60))
            .map(r -> new double[] {r[0], 2 * r[0]})
            .toArray(double[][]::new);
    var none = SMapJacobian.of(MultivariateSeries.of(twin));
    assertTrue(Arrays.stream(none.modulus()).allMatch(Double::isNaN));
    assertTrue(none.summary().contains("no value"), none.summary());
    double[][] flat = new double[60][2];
    assertThrows(
        IllegalArgumentException.class, () -> SMapJacobian.of(MultivariateSeries.of(flat)));
    assertThrows(
        IllegalArgumentException.class,
        () -> SMapJacobian.of(MultivariateSeries.of(logistic(60)), 2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> SMapJacobian.of(MultivariateSeries.of(logistic(60)), -1));
    assertThrows(
        IllegalArgumentException.class, () -> SMapJacobian.of(MultivariateSeries.of(logistic(5))));
  }
}
