package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SegmentedRegressionTest {
  private static double[] steps(int n) {
    return IntStream.range(0, n).asDoubleStream().toArray();
  }

  private static double[] broken(double[] x, double at, double bend, double noise, long index) {
    var random = Rng.of(23, index);
    return Arrays.stream(x)
        .map(v -> 1 + 0.5 * v + bend * Math.max(0, v - at) + noise * random.nextGaussian())
        .toArray();
  }

  /** Of 300 straight lines 5 % may be called broken; 4 sd are 5 %. */
  @Test
  void straightLinesAreCalledBrokenAsOftenAsStated() {
    int called = 0;
    int davies = 0;
    for (int i = 0; i < 300; i++) {
      var test = SegmentedRegression.of(steps(15), broken(steps(15), 0, 0, 1, i), 99, i);
      called += test.p() <= 0.05 ? 1 : 0;
      davies += test.daviesP() <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, called / 300.0, 0.05);
    assertEquals(0.05, davies / 300.0, 0.05);
  }

  @Test
  void aBreakIsFoundTestedAndDated() {
    var test = SegmentedRegression.of(steps(40), broken(steps(40), 17.3, 0.4, 0.5, 1));
    assertEquals(0.001, test.p(), 1e-12);
    assertTrue(test.daviesP() < 1e-6 && test.bic() < test.bicLine(), test::summary);
    double[] interval = test.interval(0.95);
    assertTrue(interval[0] < 17.3 && 17.3 < interval[1] && interval[1] - interval[0] < 4);
    assertEquals(0.4, test.bend(), 0.1);
    assertEquals(8, test.table().rowCount());
    assertTrue(test.chart().svg().startsWith("<"));
  }

  /** The standard error agrees with the spread of the break over draws; 4 sd of it are 20 %. */
  @Test
  void theStandardErrorIsTheSpreadOfTheBreak() {
    double sum = 0;
    double squares = 0;
    double error = 0;
    for (int i = 0; i < 200; i++) {
      var test = SegmentedRegression.of(steps(40), broken(steps(40), 17.3, 0.4, 0.5, i), 1, 1);
      sum += test.breakpoint();
      squares += test.breakpoint() * test.breakpoint();
      error += test.standardError() / 200;
    }
    double spread = Math.sqrt(squares / 200 - sum * sum / 40_000);
    assertEquals(spread, error, 0.2 * spread);
  }

  @Test
  void aWholeWeightCountsAsSoManyRows() {
    double[] x = steps(12);
    double[] y = broken(x, 6, 0.7, 0.5, 2);
    double[] w = Arrays.stream(x).map(v -> v % 3).toArray();
    int[] rows =
        IntStream.range(0, 12).flatMap(i -> IntStream.generate(() -> i).limit(i % 3)).toArray();
    var weighted = SegmentedRegression.of(x, y, w, 99, 1);
    var repeated =
        SegmentedRegression.of(
            Arrays.stream(rows).mapToDouble(i -> x[i]).toArray(),
            Arrays.stream(rows).mapToDouble(i -> y[i]).toArray(),
            99,
            1);
    assertEquals(repeated.breakpoint(), weighted.breakpoint(), 1e-9);
    assertEquals(repeated.rss(), weighted.rss(), 1e-9);
    assertEquals(repeated.f(), weighted.f(), 1e-7);
    assertEquals(repeated.bic(), weighted.bic(), 1e-7);
    assertEquals(repeated.standardError(), weighted.standardError(), 1e-7);
  }

  @Test
  void theOptimumAtAnEndIsSaid() {
    double[] y = {5, 1, 1.1, 1.2, 1.35, 1.4, 1.5, 1.6};
    var test = SegmentedRegression.of(steps(8), y, 99, 1);
    assertEquals(1, test.breakpoint(), 1e-9);
    assertTrue(test.atTheEnd() && Double.isNaN(test.standardError()));
    assertTrue(test.summary().contains("not identified"));
    var straight = SegmentedRegression.of(steps(8), steps(8), 99, 1);
    assertEquals(0, straight.f(), 0);
    assertEquals(1, straight.p(), 0);
    assertThrows(
        IllegalArgumentException.class, () -> SegmentedRegression.of(steps(4), steps(4), 9, 1));
  }

  @Test
  void severalBreaksAreFoundWhereTheyAre() {
    double[] x = steps(60);
    double[] y =
        Arrays.stream(x)
            .map(v -> 0.2 * v - 0.6 * Math.max(0, v - 18.4) + 0.9 * Math.max(0, v - 40.7))
            .toArray();
    for (int i = 0; i < 60; i++) {
      y[i] += 0.05 * Rng.of(4, i).nextGaussian();
    }
    var line = PiecewiseLine.of(x, y, 4);
    assertEquals(2, line.breaks().length, line::summary);
    assertArrayEquals(new double[] {18.4, 40.7}, line.breaks(), 0.3);
    assertArrayEquals(new double[] {0.2, -0.4, 0.5}, line.slopes(), 0.02);
    assertEquals(5, line.bics().length);
    assertTrue(line.chart().svg().startsWith("<"));
    var one = PiecewiseLine.of(x, y, 1);
    assertEquals(SegmentedRegression.of(x, y, 1, 1).rss(), one.rss()[1], 1e-6 * one.rss()[1]);
  }

  /** No pair of breaks on a grid fits better than the pair that was found. */
  @Test
  void noOtherPairOfBreaksFitsBetter() {
    double[] x = steps(16);
    for (int k = 0; k < 3; k++) {
      double[] y = broken(x, 5, 0.8, 0.3, 50 + k);
      for (int i = 11; i < 16; i++) {
        y[i] -= 1.2 * (i - 10.5);
      }
      var search = new BreakSearch(Rows.of(x, y, Arrays.stream(x).map(v -> 1).toArray()));
      double found = search.fit(2).rss();
      for (double a = 1; a <= 13; a += 0.25) {
        for (double b = a + 0.25; b <= 14; b += 0.25) {
          assertTrue(rss(x, y, a, b) >= found - 1e-9, a + ", " + b + " of curve " + k);
        }
      }
    }
  }

  private static double rss(double[] x, double[] y, double a, double b) {
    double[][] design =
        Arrays.stream(x)
            .mapToObj(v -> new double[] {1, v, Math.max(0, v - a), Math.max(0, v - b)})
            .toArray(double[][]::new);
    return murmuration.math.LeastSquares.ifDetermined(
            design, y, Arrays.stream(x).map(v -> 1).toArray())
        .map(fit -> fit.rss())
        .orElse(Double.POSITIVE_INFINITY);
  }
}
