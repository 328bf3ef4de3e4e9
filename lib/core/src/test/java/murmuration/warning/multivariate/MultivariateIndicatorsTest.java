package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Rng;
import murmuration.warning.Window;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

/** Rolling sums against each window measured afresh by its definition. */
class MultivariateIndicatorsTest {
  private static final Window WINDOW = Window.points(40);

  private static final Map<MultivariateIndicator, ToDoubleFunction<double[][]>> DEFINITIONS =
      Map.of(
          MultivariateIndicators.MEAN_AR,
          x -> columns(x).stream().mapToDouble(MultivariateIndicatorsTest::ar).average().orElse(0),
          MultivariateIndicators.MAX_AR,
          x -> columns(x).stream().mapToDouble(MultivariateIndicatorsTest::ar).max().orElse(0),
          MultivariateIndicators.MEAN_SD,
          x -> Arrays.stream(diagonal(covariance(x))).map(Math::sqrt).average().orElse(0),
          MultivariateIndicators.MAX_SD,
          x -> Arrays.stream(diagonal(covariance(x))).map(Math::sqrt).max().orElse(0),
          MultivariateIndicators.EIGEN_COV,
          x -> leading(correlation(x)),
          MultivariateIndicators.PCA_SD,
          x -> Math.sqrt(leading(correlation(x))),
          MultivariateIndicators.PCA_AR,
          x ->
              ar(
                  scores(
                      standardised(x),
                      new EigenDecomposition(correlation(x)).getEigenvector(0).toArray())),
          MultivariateIndicators.COVAR_LEADING,
          x -> leading(covariance(x)),
          MultivariateIndicators.MVI,
          x -> Math.sqrt(leading(covariance(x))),
          MultivariateIndicators.MULTI_AR,
          MultivariateIndicatorsTest::exponent);

  private static List<double[]> columns(double[][] x) {
    return IntStream.range(0, x[0].length)
        .mapToObj(j -> Arrays.stream(x).mapToDouble(row -> row[j]).toArray())
        .toList();
  }

  private static double ar(double[] x) {
    return AutoregressiveFit.leastSquares(x, 1, true).coefficients()[0];
  }

  private static RealMatrix covariance(double[][] x) {
    return new Covariance(x).getCovarianceMatrix();
  }

  private static RealMatrix correlation(double[][] x) {
    return new PearsonsCorrelation(x).getCorrelationMatrix();
  }

  private static double[] diagonal(RealMatrix m) {
    return IntStream.range(0, m.getRowDimension()).mapToDouble(i -> m.getEntry(i, i)).toArray();
  }

  private static double leading(RealMatrix m) {
    return Arrays.stream(new EigenDecomposition(m).getRealEigenvalues()).max().orElseThrow();
  }

  private static double[][] standardised(double[][] x) {
    return MultivariateSeries.of(x).standardised().values();
  }

  private static double[] scores(double[][] z, double[] loadings) {
    return new Array2DRowRealMatrix(z).operate(loadings);
  }

  private static double exponent(double[][] x) {
    int w = x.length;
    RealMatrix before = centred(Arrays.copyOf(x, w - 1));
    RealMatrix after = centred(Arrays.copyOfRange(x, 1, w));
    RealMatrix phi =
        after
            .transpose()
            .multiply(before)
            .multiply(
                new LUDecomposition(before.transpose().multiply(before)).getSolver().getInverse());
    var eigen = new EigenDecomposition(phi);
    double modulus = 0;
    for (int i = 0; i < x[0].length; i++) {
      modulus =
          Math.max(modulus, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
    }
    return Math.log(modulus);
  }

  private static RealMatrix centred(double[][] x) {
    var columns = columns(x);
    double[][] centred = new double[x.length][x[0].length];
    for (int j = 0; j < x[0].length; j++) {
      double mean = Arrays.stream(columns.get(j)).average().orElseThrow();
      for (int i = 0; i < x.length; i++) {
        centred[i][j] = x[i][j] - mean;
      }
    }
    return new Array2DRowRealMatrix(centred);
  }

  private static double[][] wild(int n, int k, DoubleUnaryOperator shape) {
    var random = Rng.of(11);
    double[][] x = new double[n][k];
    for (int i = 1; i < n; i++) {
      double shared = random.nextGaussian();
      for (int j = 0; j < k; j++) {
        x[i][j] = 0.6 * x[i - 1][j] + 0.5 * shared + random.nextGaussian();
      }
    }
    for (double[] row : x) {
      for (int j = 0; j < k; j++) {
        row[j] = shape.applyAsDouble(row[j]) * (j + 1);
      }
    }
    return x;
  }

  private static void agree(double[][] x, double relative) {
    var series = MultivariateSeries.of(x);
    DEFINITIONS.forEach(
        (indicator, definition) -> {
          double[] found = MultivariateRolling.of(series, WINDOW, indicator).values(indicator);
          for (int i = 39; i < x.length; i += i == 99 ? 40 : 3) {
            double expected = definition.applyAsDouble(Arrays.copyOfRange(x, i - 39, i + 1));
            assertEquals(
                expected, found[i], relative * (1e-3 + Math.abs(expected)), indicator + " at " + i);
          }
        });
  }

  @Test
  void everyIndicatorIsItsDefinition() {
    agree(wild(200, 4, v -> v), 1e-10);
  }

  @Test
  void aLargeOffsetCostsNoMoreDigitsThanItHolds() {
    agree(wild(200, 3, v -> v + 1e6), 1e-7);
  }

  @Test
  void anOutlierLeavesNoTraceInLaterWindows() {
    double[][] x = wild(200, 3, v -> v);
    x[60][1] = 1e9;
    var found =
        MultivariateRolling.of(MultivariateSeries.of(x), WINDOW, MultivariateIndicators.MVI);
    double[][] tail = Arrays.copyOfRange(x, 100, 200);
    var fresh =
        MultivariateRolling.of(MultivariateSeries.of(tail), WINDOW, MultivariateIndicators.MVI);
    double[] late = found.values(MultivariateIndicators.MVI);
    double[] own = fresh.values(MultivariateIndicators.MVI);
    for (int i = 150; i < 200; i++) {
      assertEquals(own[i - 100], late[i], 1e-6 * own[i - 100]);
    }
  }

  @Test
  void aVarianceThatFallsByTwentyOrdersIsStillMeasured() {
    double[][] x = wild(200, 2, v -> v);
    for (int i = 100; i < 200; i++) {
      for (int j = 0; j < 2; j++) {
        x[i][j] = 5 + 1e-6 * x[i][j];
      }
    }
    agree(x, 1e-5);
  }

  @Test
  void standardisedIndicatorsDoNotChangeWithUnitsAndOrder() {
    double[][] x = wild(150, 3, v -> v);
    double[][] changed = new double[150][3];
    for (int i = 0; i < 150; i++) {
      changed[i] = new double[] {1e-8 * x[i][2] - 3, 5 * x[i][0], 1e4 * x[i][1] + 2e4};
    }
    for (MultivariateIndicator indicator : MultivariateIndicators.ALL) {
      if (List.of("meanSD", "maxSD", "mvi", "covar_leading_eval").contains(indicator.name())) {
        continue;
      }
      double[] one = along(x, indicator);
      double[] other = along(changed, indicator);
      for (int i = 39; i < 150; i++) {
        assertEquals(one[i], other[i], 1e-8, indicator + " at " + i);
      }
    }
  }

  private static double[] along(double[][] x, MultivariateIndicator indicator) {
    return MultivariateRolling.of(MultivariateSeries.of(x), WINDOW, indicator).values(indicator);
  }

  @Test
  void totalCorrelationIsThatOfTheTableOfBins() {
    double[][] x = wild(120, 3, v -> Math.rint(2 * v)); // many ties
    double[] found = along(x, MultivariateIndicators.MUTUAL_INFORMATION);
    for (int i = 39; i < 120; i++) {
      assertEquals(information(Arrays.copyOfRange(x, i - 39, i + 1)), found[i], 1e-12);
    }
  }

  private static double information(double[][] rows) {
    int w = rows.length;
    String[] joint = new String[w];
    Arrays.fill(joint, "");
    double sum = 0;
    for (double[] column : columns(rows)) {
      String[] bins =
          Arrays.stream(column)
              .mapToObj(v -> "" + 5 * Arrays.stream(column).filter(u -> u < v).count() / w)
              .toArray(String[]::new);
      sum += entropy(bins);
      for (int i = 0; i < w; i++) {
        joint[i] += bins[i] + " ";
      }
    }
    return sum - entropy(joint);
  }

  private static double entropy(String[] labels) {
    return Arrays.stream(labels)
        .distinct()
        .mapToDouble(l -> (double) Arrays.stream(labels).filter(l::equals).count() / labels.length)
        .map(p -> -p * Math.log(p))
        .sum();
  }

  @Test
  void aTwinColumnSharesAllItsInformationAndHasNoFactors() {
    double[][] x = new double[100][2];
    double[][] one = wild(100, 1, v -> v);
    for (int i = 0; i < 100; i++) {
      x[i] = new double[] {one[i][0], 3 * one[i][0] - 1};
    }
    var rolling =
        MultivariateRolling.of(
            MultivariateSeries.of(x),
            WINDOW,
            MultivariateIndicators.MUTUAL_INFORMATION,
            MultivariateIndicators.EIGEN_MAF,
            MultivariateIndicators.EIGEN_COV,
            MultivariateIndicators.MULTI_AR);
    assertEquals(Math.log(5), rolling.values()[0][99], 1e-12);
    assertTrue(Double.isNaN(rolling.values()[1][99]));
    assertEquals(2, rolling.values()[2][99], 1e-12);
    assertTrue(Double.isNaN(rolling.values()[3][99]));
    assertEquals("columns are collinear", rolling.reasons().get(99));
    assertTrue(rolling.gaps().contains("collinear"), rolling.gaps());
  }

  @Test
  void anIndicatorOfOnesOwnSeesTheRowsOfTheWindow() {
    double[][] x = wild(60, 2, v -> v);
    var range =
        MultivariateIndicator.of("reach", "Reach", rows -> rows[rows.length - 1][1] - rows[0][0]);
    double[] found = along(x, range);
    assertEquals(x[59][1] - x[20][0], found[59], 0);
    assertTrue(Double.isNaN(found[38]));
  }

  @Test
  void stridesAndCentredWindowsPickTheSameWindows() {
    var series = MultivariateSeries.of(wild(101, 2, v -> v));
    var mvi = MultivariateIndicators.MVI;
    double[] each = MultivariateRolling.of(series, Window.points(21), mvi).values(mvi);
    double[] some = MultivariateRolling.of(series, Window.points(21).stride(7), mvi).values(mvi);
    double[] centred =
        MultivariateRolling.of(series, Window.points(21).align(Window.Alignment.CENTRED), mvi)
            .values(mvi);
    for (int i = 20; i < 101; i++) {
      if ((i - 20) % 7 == 0) {
        assertEquals(each[i], some[i], 1e-12);
      } else {
        assertTrue(Double.isNaN(some[i]));
      }
      assertEquals(each[i], centred[i - 10], 1e-12);
    }
  }
}
