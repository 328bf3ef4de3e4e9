package murmuration.language.minds;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Variates;

/** A mind that sees one number of each object. */
final class LineMind extends GaussianMind {
  private final double[] points;
  private final double priorMean;
  private final double priorBeta;
  private final double priorInverse;
  private final double priorNu;
  private final double[] mean;
  private final double[] root;
  private final double[] logRoot;
  private final int[] count;
  private final double[] centre;
  private final double[] scatter;

  LineMind(double[][] points, NormalWishart prior, int signs) {
    super(signs);
    this.points = Arrays.stream(points).mapToDouble(row -> row[0]).toArray();
    priorMean = prior.mean()[0];
    priorBeta = prior.beta();
    priorInverse = 1 / prior.scale()[0][0];
    priorNu = prior.nu();
    mean = new double[signs];
    root = new double[signs];
    logRoot = new double[signs];
    count = new int[signs];
    centre = new double[signs];
    scatter = new double[signs];
  }

  @Override
  int size() {
    return points.length;
  }

  @Override
  double logDensity(int n, int sign) {
    double z = (points[n] - mean[sign]) * root[sign];
    return logRoot[sign] - z * z / 2;
  }

  @Override
  void learn(int[] signOf, RandomGenerator rng) {
    Arrays.fill(count, 0);
    Arrays.fill(centre, 0);
    Arrays.fill(scatter, 0);
    for (int n = 0; n < points.length; n++) {
      count[signOf[n]]++;
      centre[signOf[n]] += points[n];
    }
    for (int k = 0; k < signs; k++) {
      centre[k] /= Math.max(1, count[k]);
    }
    for (int n = 0; n < points.length; n++) {
      double x = points[n] - centre[signOf[n]];
      scatter[signOf[n]] += x * x;
    }
    for (int k = 0; k < signs; k++) {
      double beta = priorBeta + count[k];
      double shift = count[k] == 0 ? 0 : centre[k] - priorMean;
      double inverse = priorInverse + scatter[k] + priorBeta * count[k] / beta * shift * shift;
      double logPrecision =
          Math.log(2 / inverse) + Variates.logGamma(rng, (priorNu + count[k]) / 2);
      root[k] = Math.exp(logPrecision / 2);
      logRoot[k] = logPrecision / 2;
      double posterior = priorMean + count[k] / beta * shift;
      mean[k] = posterior + rng.nextGaussian() / (Math.sqrt(beta) * root[k]);
    }
  }
}
