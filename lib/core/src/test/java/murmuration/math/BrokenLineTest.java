package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class BrokenLineTest {
  private static double[] noise(long index, int n) {
    return Rng.of(21, index).doubles(n).map(Normal::quantile).toArray();
  }

  private static double[] broken(double change, double before, double after, int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> 4 + (i < change ? before : after) * (i - change))
        .toArray();
  }

  @Test
  void twoLinesThatMeetBetweenSamplesAreFoundExactly() {
    for (double change : new double[] {20.3, 33, 57.75}) {
      double[] x = broken(change, 0.2, -0.7, 80);
      var line = BrokenLine.fit(IntStream.range(0, 80).asDoubleStream().toArray(), x);
      assertEquals(change, line.change(), 1e-8);
      assertEquals(0.2, line.before(), 1e-9);
      assertEquals(-0.7, line.after(), 1e-9);
      assertEquals(4, line.value(), 1e-8);
    }
  }

  /** No change on a fine grid fits better than the one that was found. */
  @Test
  void noOtherChangeFitsBetter() {
    for (int i = 0; i < 10; i++) {
      double[] x = noise(i, 40);
      double[] t = IntStream.range(0, 40).mapToDouble(j -> j + 0.3 * Math.sin(j)).toArray();
      var best = BrokenLine.fit(t, x);
      for (double c = t[1]; c <= t[38]; c += 0.01) {
        assertTrue(hinge(t, x, c) >= best.squares() - 1e-9, "at " + c);
      }
    }
  }

  private static double hinge(double[] t, double[] x, double c) {
    var regression = new OLSMultipleLinearRegression();
    double[][] design =
        Arrays.stream(t)
            .mapToObj(s -> new double[] {Math.min(0, s - c), Math.max(0, s - c)})
            .toArray(double[][]::new);
    regression.newSampleData(x, design);
    return regression.calculateResidualSumOfSquares();
  }

  /** A row of weight w counts as w rows: moved a hair apart, since times must increase. */
  @Test
  void aWeightCountsAsSoManyRows() {
    double[] t = IntStream.range(0, 20).asDoubleStream().toArray();
    double[] x = noise(7, 20);
    double[] w = IntStream.range(0, 20).mapToDouble(i -> 1 + i % 3).toArray();
    double[] repeatedT = new double[0];
    double[] repeatedX = new double[0];
    for (int i = 0; i < 20; i++) {
      for (int k = 0; k < w[i]; k++) {
        repeatedT = append(repeatedT, t[i] + 1e-9 * k);
        repeatedX = append(repeatedX, x[i]);
      }
    }
    var weighted = BrokenLine.fit(t, x, w);
    var repeated = BrokenLine.fit(repeatedT, repeatedX);
    assertEquals(repeated.change(), weighted.change(), 1e-5);
    assertEquals(repeated.squares(), weighted.squares(), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> BrokenLine.fit(t, x, new double[20]));
  }

  private static double[] append(double[] to, double value) {
    double[] longer = Arrays.copyOf(to, to.length + 1);
    longer[to.length] = value;
    return longer;
  }
}
