package murmuration.language.minds;

import java.util.random.RandomGenerator;
import murmuration.math.Variates;

/**
 * A mind that sees several numbers of each object. Precisions are drawn by Bartlett's decomposition
 * (Bartlett 1933) and kept as their lower triangular roots C, {@code C C^T} the precision.
 */
final class SpaceMind extends GaussianMind {
  private final double[][] points;
  private final NormalWishart prior;
  private final PointMoments moments;
  private final double[][] mean;
  private final double[][][] root;
  private final double[] logRoot;
  private final double[] shifted;

  SpaceMind(double[][] points, NormalWishart prior, int signs) {
    super(signs);
    int d = prior.dimensions();
    this.points = points;
    this.prior = prior;
    moments = new PointMoments(d);
    mean = new double[signs][d];
    root = new double[signs][d][d];
    logRoot = new double[signs];
    shifted = new double[d];
  }

  @Override
  int size() {
    return points.length;
  }

  @Override
  double logDensity(int n, int sign) {
    int d = shifted.length;
    double[] x = points[n];
    double[] m = mean[sign];
    double[][] c = root[sign];
    for (int i = 0; i < d; i++) {
      shifted[i] = x[i] - m[i];
    }
    double square = 0;
    for (int j = 0; j < d; j++) {
      double z = 0;
      for (int i = j; i < d; i++) {
        z += c[i][j] * shifted[i];
      }
      square += z * z;
    }
    return logRoot[sign] - square / 2;
  }

  @Override
  void learn(int[] signOf, RandomGenerator rng) {
    for (int k = 0; k < signs; k++) {
      int sign = k;
      moments.of(points, n -> signOf[n] == sign);
      draw(NormalWishartPosterior.of(prior, moments), k, rng);
    }
  }

  private void draw(NormalWishartPosterior known, int sign, RandomGenerator rng) {
    int d = shifted.length;
    double[][] lower = known.root();
    double[][] bartlett = new double[d][d];
    for (int i = 0; i < d; i++) {
      double logSquare = Math.log(2) + Variates.logGamma(rng, (known.nu() - i) / 2);
      bartlett[i][i] = Math.exp(logSquare / 2);
      for (int j = 0; j < i; j++) {
        bartlett[i][j] = rng.nextGaussian();
      }
    }
    double[][] c = root[sign];
    logRoot[sign] = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = j; k <= i; k++) {
          sum += lower[i][k] * bartlett[k][j];
        }
        c[i][j] = sum;
      }
      logRoot[sign] += Math.log(c[i][i]);
    }
    double[] z = new double[d];
    for (int i = 0; i < d; i++) {
      z[i] = rng.nextGaussian() / Math.sqrt(known.beta());
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = z[i];
      for (int k = i + 1; k < d; k++) {
        sum -= c[k][i] * mean[sign][k];
      }
      mean[sign][i] = sum / c[i][i];
    }
    for (int i = 0; i < d; i++) {
      mean[sign][i] += known.mean()[i];
    }
  }

  /** The mean that was drawn for a sign. */
  double[] mean(int sign) {
    return mean[sign].clone();
  }

  /** The precision that was drawn for a sign. */
  double[][] precision(int sign) {
    int d = shifted.length;
    double[][] precision = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k <= Math.min(i, j); k++) {
          precision[i][j] += root[sign][i][k] * root[sign][j][k];
        }
      }
    }
    return precision;
  }
}
