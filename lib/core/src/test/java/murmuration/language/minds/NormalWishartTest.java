package murmuration.language.minds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import murmuration.math.Rng;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class NormalWishartTest {
  private static final double[][] POINTS = {{1, 2}, {-0.5, 3}, {2, 0.2}, {0, 1}, {1.5, 4}};
  private static final NormalWishart PRIOR =
      new NormalWishart(new double[] {0.5, -1}, 2, new double[][] {{0.5, 0.1}, {0.1, 0.3}}, 4);
  private static final int DRAWS = 20_000;

  @Test
  void thePosteriorIsThatOfTheTextbook() {
    var points = MatrixUtils.createRealMatrix(POINTS);
    double[] m = PRIOR.mean();
    double[] after = {(4 + 2 * m[0]) / 7, (10.2 + 2 * m[1]) / 7};
    var inverse =
        points
            .transpose()
            .multiply(points)
            .add(square(m).scalarMultiply(2))
            .subtract(square(after).scalarMultiply(7))
            .add(inverse(PRIOR.scale()));
    var scale = MatrixUtils.inverse(inverse);
    var posterior = PRIOR.posterior(POINTS);
    assertArrayEquals(after, posterior.mean(), 1e-12);
    assertEquals(7, posterior.beta());
    assertEquals(9, posterior.nu());
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(scale.getEntry(i, j), posterior.scale()[i][j], 1e-12);
      }
    }
  }

  private static RealMatrix square(double[] x) {
    return MatrixUtils.createColumnRealMatrix(x).multiply(MatrixUtils.createRowRealMatrix(x));
  }

  private static RealMatrix inverse(double[][] rows) {
    return MatrixUtils.inverse(MatrixUtils.createRealMatrix(rows));
  }

  @Test
  void nothingSeenLeavesItAsItIs() {
    var posterior = PRIOR.posterior(new double[0][]);
    assertArrayEquals(PRIOR.mean(), posterior.mean(), 1e-15);
    assertEquals(0.1, posterior.scale()[1][0], 1e-14);
  }

  /** Means over 20,000 draws within 5 of their standard errors: a false alarm in 250,000 seeds. */
  @Test
  void drawsHaveTheMomentsOfThePosterior() {
    var posterior = PRIOR.posterior(POINTS);
    var mind = new SpaceMind(POINTS, PRIOR, 2);
    var rng = Rng.of(1);
    int[] all = new int[POINTS.length];
    double[][] values = new double[8][DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      mind.learn(all, rng);
      double[] mean = mind.mean(0);
      double[][] precision = mind.precision(0);
      values[0][i] = mean[0];
      values[1][i] = mean[1];
      values[2][i] = precision[0][0];
      values[3][i] = precision[0][1];
      values[4][i] = precision[1][1];
      double x = mean[0] - posterior.mean()[0];
      double y = mean[1] - posterior.mean()[1];
      values[5][i] = x * x;
      values[6][i] = x * y;
      values[7][i] = y * y;
    }
    var spread = inverse(posterior.scale()).scalarMultiply(1 / (7.0 * (9 - 3)));
    double[] exact = {
      posterior.mean()[0],
      posterior.mean()[1],
      9 * posterior.scale()[0][0],
      9 * posterior.scale()[0][1],
      9 * posterior.scale()[1][1],
      spread.getEntry(0, 0),
      spread.getEntry(0, 1),
      spread.getEntry(1, 1)
    };
    for (int q = 0; q < exact.length; q++) {
      assertMean(exact[q], values[q], "quantity " + q);
    }
  }

  static void assertMean(double exact, double[] values, String what) {
    var mean = murmuration.math.SampleMean.of(values);
    assertEquals(exact, mean.mean(), 5 * mean.standardError(), what);
  }

  @Test
  void oneDimensionByTheShortWayIsOneDimensionByMatrices() {
    double[][] points = {{3}, {4}, {-2}, {0.5}};
    var prior = new NormalWishart(new double[] {1}, 2, new double[][] {{0.1}}, 1);
    var line = new LineMind(points, prior, 3);
    var space = new SpaceMind(points, prior, 3);
    int[] signs = {0, 0, 2, 0};
    line.learn(signs, Rng.of(4));
    space.learn(signs, Rng.of(4));
    for (int n = 0; n < points.length; n++) {
      for (int k = 0; k < 3; k++) {
        assertEquals(space.logDensity(n, k), line.logDensity(n, k), 1e-9);
      }
    }
  }

  @Test
  void categoriesHaveTheirPosteriorMoments() {
    double[][] points = {{1, 7}, {2, 9}, {4, 8}, {-3, 1}};
    int[] category = {0, 0, 0, 1};
    var model = new CategoryModel(points, 2);
    double mean = (1 + 2 + 4) / 3.0;
    double scatter = 1 + 4 + 16 - 3 * mean * mean;
    double shift = mean - 1;
    double rate = 2 + scatter / 2 + 0.01 * 3 * shift * shift / (2 * 3.01);
    double centre = (0.01 * 1 + 3 * mean) / 3.01;
    var rng = Rng.of(2);
    double[] atCentre = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      model.learn(category, rng);
      // log N(centre) - log N(centre + 1) = precision ((m - c - 1)^2 - (m - c)^2)/2, of mean
      // E[precision]/2 as the mean is independent of its sign about the centre
      atCentre[i] =
          model.logDensity(new double[] {centre, 8}, 0)
              - model.logDensity(new double[] {centre + 1, 8}, 0);
    }
    assertMean(3.5 / rate / 2, atCentre, "precision");
  }
}
