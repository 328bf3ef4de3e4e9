package murmuration.language.minds;

import java.util.Arrays;
import java.util.Locale;
import murmuration.math.Arguments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * What is known of a normal distribution whose mean and precision are not: the precision matrix has
 * a Wishart law with scale W and nu degrees of freedom, the mean given it a normal law about m with
 * precision beta times it (Murphy 2007, Conjugate Bayesian analysis of the Gaussian distribution,
 * section 8). In one dimension the precision has a gamma law of shape nu/2 and rate 1/(2W).
 *
 * @param mean m, length d of 1 to 64
 * @param beta how many observations m is worth, 10^-9 to 10^9
 * @param scale W, d x d, symmetric, positive definite
 * @param nu degrees of freedom, at least d - 0.9, to 10^9
 */
public record NormalWishart(double[] mean, double beta, double[][] scale, double nu) {
  private static final int MOST_DIMENSIONS = 64;
  private static final double MOST = 1e100;
  private static final double LEAST = 0.1;

  /** Checks that it is a law, and keeps its own copies. */
  public NormalWishart {
    Arguments.finite("mean", mean, 1);
    int d = dimension(mean.length);
    Arguments.within("beta", beta, 1e-9, 1e9);
    Arguments.present("scale", scale);
    Arguments.require(scale.length == d, "scale has %d rows: expected %d", scale.length, d);
    scale = scale.clone();
    for (int i = 0; i < d; i++) {
      Arguments.finite("scale[" + i + "]", scale[i], d);
      Arguments.require(
          scale[i].length == d, "scale[%d] has %d values: expected %d", i, scale[i].length, d);
      Arguments.within("scale[" + i + "][" + i + "]", scale[i][i], 1 / MOST, MOST);
      scale[i] = scale[i].clone();
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double gap = Math.abs(scale[i][j] - scale[j][i]);
        Arguments.require(
            gap <= 1e-9 * Math.sqrt(Math.abs(scale[i][i] * scale[j][j])),
            "scale[%d][%d] is %s, scale[%d][%d] %s: expected a symmetric matrix",
            i,
            j,
            scale[i][j],
            j,
            i,
            scale[j][i]);
      }
    }
    Arguments.require(
        DecompositionFactory_DDRM.chol(d, true).decompose(new DMatrixRMaj(scale)),
        "scale is %s: expected a positive definite matrix",
        Arrays.deepToString(scale));
    Arguments.require(
        nu >= d - 1 + LEAST && nu <= 1e9,
        "nu is %s: expected at least %s (dimensions - 1, and a tenth) to 10^9",
        nu,
        d - 1 + LEAST);
    mean = mean.clone();
  }

  /**
   * A vague one, as in the published experiments: mean 0, beta 1, scale 0.1 times the unit matrix,
   * nu equal to the number of dimensions.
   *
   * @param dimensions 1 to 64
   */
  public static NormalWishart vague(int dimensions) {
    double[][] scale = new double[dimension(dimensions)][dimensions];
    for (int i = 0; i < dimensions; i++) {
      scale[i][i] = 0.1;
    }
    return new NormalWishart(new double[dimensions], 1, scale, dimensions);
  }

  private static int dimension(int d) {
    Arguments.require(
        d >= 1 && d <= MOST_DIMENSIONS, "dimensions are %d: expected 1 to %d", d, MOST_DIMENSIONS);
    return d;
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public double[][] scale() {
    return Arrays.stream(scale).map(double[]::clone).toArray(double[][]::new);
  }

  /** Dimensions, d. */
  public int dimensions() {
    return mean.length;
  }

  /**
   * What is known after these observations.
   *
   * @param points n rows of d numbers, finite; none leaves all as it is
   */
  public NormalWishart posterior(double[][] points) {
    Arguments.present("points", points);
    var moments = new PointMoments(dimensions());
    for (int i = 0; i < points.length; i++) {
      Arguments.finite("points[" + i + "]", points[i], dimensions());
      Arguments.require(
          points[i].length == dimensions(),
          "points[%d] has %d numbers: expected %d",
          i,
          points[i].length,
          dimensions());
    }
    moments.of(points, i -> true);
    var known = NormalWishartPosterior.of(this, moments);
    return new NormalWishart(known.mean(), known.beta(), known.scale(), known.nu());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "normal-Wishart(m %s, beta %s, W %s, nu %s)",
        Arrays.toString(mean),
        beta,
        Arrays.deepToString(scale),
        nu);
  }
}
