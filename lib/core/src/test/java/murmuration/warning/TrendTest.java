package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final double NAN = Double.NaN;
  private final double[] t = Rng.of(1).doubles(40).sorted().map(v -> -1e5 + 300 * v).toArray();
  private final double[] y =
      Arrays.stream(Rng.of(2).ints(40, 0, 9).toArray()).mapToDouble(v -> v / 3.0).toArray();

  @Test
  void correlationsAndSlopesAreThoseOfCommonsMath() {
    assertEquals(new PearsonsCorrelation().correlation(t, y), Trend.PEARSON.of(t, y), 1e-12);
    assertEquals(new SpearmansCorrelation().correlation(t, y), Trend.SPEARMAN.of(t, y), 1e-12);
    var line = new SimpleRegression();
    for (int i = 0; i < t.length; i++) {
      line.addData(t[i], y[i]);
    }
    assertEquals(line.getSlope(), Trend.LEAST_SQUARES.of(t, y), 1e-12);
    assertEquals(line.getSlope(), Trend.ridge(0).of(t, y), 1e-12);
  }

  @Test
  void ridgeIsItsMatrixFormula() {
    double[] time = IntStream.range(0, 40).asDoubleStream().toArray();
    double[][] rows = {time, new double[40]};
    Arrays.fill(rows[1], 1);
    var matrix = new Array2DRowRealMatrix(rows);
    var gram = matrix.multiply(matrix.transpose());
    var penalised = gram.add(MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(2.5));
    double[] both =
        new LUDecomposition(penalised).getSolver().getInverse().multiply(matrix).operate(y);
    assertEquals(both[0], Trend.ridge(2.5).of(time, y), 1e-14);
  }

  @Test
  void halvesAreSplitInTheMiddleOfTheValuesThatRemain() {
    double[] values = {NAN, 1, 2, 6, 7, 8};
    double[] time = {0, 1, 2, 3, 4, 5};
    assertEquals(7 - 1.5, Trend.HALF_DIFFERENCE.of(time, values), 1e-15);
  }

  @Test
  void everyTrendRisesWithARisingIndicatorAndLeavesNanOut() {
    double[] rising = {NAN, 1, 3, 2, NAN, 4, 6, 5};
    double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] falling = Arrays.stream(rising).map(v -> -v).toArray();
    for (Trend trend : all()) {
      double rise = trend.of(time, rising);
      assertTrue(rise > 0, "a rise is positive");
      assertEquals(-rise, trend.of(time, falling), 1e-12);
    }
  }

  @Test
  void nothingIsKnownFromOneValue() {
    for (Trend trend : all()) {
      assertTrue(Double.isNaN(trend.of(new double[] {1, 2}, new double[] {3, NAN})));
      assertThrows(
          IllegalArgumentException.class, () -> trend.of(new double[] {1, 2}, new double[1]));
    }
    assertThrows(IllegalArgumentException.class, () -> Trend.ridge(-1));
  }

  private static Trend[] all() {
    return new Trend[] {
      Trend.KENDALL,
      Trend.SPEARMAN,
      Trend.PEARSON,
      Trend.LEAST_SQUARES,
      Trend.MEDIAN_SLOPE,
      Trend.HALF_DIFFERENCE,
      Trend.ridge(0.1)
    };
  }
}
