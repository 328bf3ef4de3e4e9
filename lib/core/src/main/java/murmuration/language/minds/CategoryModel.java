package murmuration.language.minds;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Variates;

/**
 * The categories of one modality as one agent has them: a normal distribution with a variance for
 * each dimension. {@code 1/variance ~ Gamma(2, rate 2)}, the mean given it normal about the mean of
 * all observations with variance {@code variance/0.01}.
 */
final class CategoryModel {
  private static final double SHAPE = 2;
  private static final double RATE = 2;
  private static final double WEIGHT = 0.01;

  private final int count;
  private final int dimensions;
  private final double[][] points;
  private final double[] centre;
  private final double[][] mean;
  private final double[][] precision;
  private final double[] logRoot;

  CategoryModel(double[][] points, int count) {
    this.points = points;
    this.count = count;
    dimensions = points[0].length;
    centre = new double[dimensions];
    for (double[] x : points) {
      for (int d = 0; d < dimensions; d++) {
        centre[d] += x[d] / points.length;
      }
    }
    mean = new double[count][dimensions];
    precision = new double[count][dimensions];
    logRoot = new double[count];
  }

  int count() {
    return count;
  }

  /** Log density of an observation under a category, without the constant that all share. */
  double logDensity(double[] x, int category) {
    double[] m = mean[category];
    double[] p = precision[category];
    double square = 0;
    for (int d = 0; d < dimensions; d++) {
      double z = x[d] - m[d];
      square += p[d] * z * z;
    }
    return logRoot[category] - square / 2;
  }

  /** The same of the agent's own observation n. */
  double logDensity(int n, int category) {
    return logDensity(points[n], category);
  }

  /** The category under which an observation is densest. */
  int perceived(double[] x) {
    int best = 0;
    double top = logDensity(x, 0);
    for (int k = 1; k < count; k++) {
      double density = logDensity(x, k);
      if (density > top) {
        top = density;
        best = k;
      }
    }
    return best;
  }

  /** Draws means and precisions from their posterior given the category of every observation. */
  void learn(int[] categoryOf, RandomGenerator rng) {
    int[] members = new int[count];
    double[][] average = new double[count][dimensions];
    double[][] scatter = new double[count][dimensions];
    for (int n = 0; n < points.length; n++) {
      members[categoryOf[n]]++;
      for (int d = 0; d < dimensions; d++) {
        average[categoryOf[n]][d] += points[n][d];
      }
    }
    for (int k = 0; k < count; k++) {
      for (int d = 0; d < dimensions; d++) {
        average[k][d] /= Math.max(1, members[k]);
      }
    }
    for (int n = 0; n < points.length; n++) {
      for (int d = 0; d < dimensions; d++) {
        double x = points[n][d] - average[categoryOf[n]][d];
        scatter[categoryOf[n]][d] += x * x;
      }
    }
    Arrays.fill(logRoot, 0);
    for (int k = 0; k < count; k++) {
      double weight = WEIGHT + members[k];
      for (int d = 0; d < dimensions; d++) {
        double shift = members[k] == 0 ? 0 : average[k][d] - centre[d];
        double rate = RATE + scatter[k][d] / 2 + WEIGHT * members[k] * shift * shift / (2 * weight);
        precision[k][d] = Variates.gamma(rng, SHAPE + members[k] / 2.0) / rate;
        logRoot[k] += Math.log(precision[k][d]) / 2;
        mean[k][d] =
            centre[d]
                + members[k] / weight * shift
                + rng.nextGaussian() / Math.sqrt(weight * precision[k][d]);
      }
    }
  }
}
