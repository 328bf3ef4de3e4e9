package murmuration.concept.theory;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Structured identity mapping: a network sees one concept at a time and is asked for all of them at
 * once (Yang, Park, Lubana, Okawa, Hu and Tanaka 2024, Swing-by dynamics in concept learning and
 * compositional generalization, arXiv:2410.08309).
 *
 * <p>There are s training classes. Class p is Gaussian about {@code mu_p e_p} in d dimensions, the
 * target is the input itself, and the test point is {@code sum_p mu_p e_p}, which no class comes
 * near. With endless data a linear network sees only the second moment {@code A = diag(a)}, {@code
 * a_p = sigma_p^2 + mu_p^2 / s} for {@code p < s} and {@code sigma_p^2} beyond.
 *
 * <p>One unit of time is one step of gradient descent times the learning rate: on {@code E|W x -
 * x|^2 / 2} for one layer, on {@code E|U U^T x - x|^2 / 4} for two.
 *
 * @param mu the signal of each concept, length s of at least 1, above 0, at most 1000
 * @param sigma spread of each dimension, length d of at least s and at most 64, 0 to 1000
 */
public record SimTask(double[] mu, double[] sigma) {
  private static final int MOST = 64;

  /** Checks the numbers and keeps its own copies. */
  public SimTask {
    Arguments.finite("mu", mu, 1);
    Arguments.finite("sigma", sigma, 1);
    Arguments.require(
        sigma.length >= mu.length && sigma.length <= MOST,
        "sigma has %d values, mu has %d: expected as many or more, at most %d",
        sigma.length,
        mu.length,
        MOST);
    for (int p = 0; p < mu.length; p++) {
      Arguments.within("mu[" + p + "]", mu[p], 1e-6, 1e3);
    }
    for (int p = 0; p < sigma.length; p++) {
      Arguments.within("sigma[" + p + "]", sigma[p], 0, 1e3);
    }
    mu = mu.clone();
    sigma = sigma.clone();
  }

  /**
   * A task with the same spread in every dimension.
   *
   * @param mu the signals, length s
   * @param sigma spread, 0 or more
   * @param dimension d, s to 64
   */
  public static SimTask of(double[] mu, double sigma, int dimension) {
    Arguments.finite("mu", mu, 1);
    Arguments.require(
        dimension >= mu.length && dimension <= MOST,
        "dimension is %d: expected %d, the number of concepts, to %d",
        dimension,
        mu.length,
        MOST);
    double[] spread = new double[dimension];
    Arrays.fill(spread, sigma);
    return new SimTask(mu, spread);
  }

  @Override
  public double[] mu() {
    return mu.clone();
  }

  @Override
  public double[] sigma() {
    return sigma.clone();
  }

  /** The number of concepts, s. */
  public int concepts() {
    return mu.length;
  }

  /** The number of dimensions, d. */
  public int dimension() {
    return sigma.length;
  }

  /** The diagonal of the second moment of the inputs, length d. */
  public double[] secondMoment() {
    double[] a = new double[sigma.length];
    for (int p = 0; p < a.length; p++) {
      a[p] = sigma[p] * sigma[p] + (p < mu.length ? mu[p] * mu[p] / mu.length : 0);
    }
    return a;
  }

  /** The test point, length d: every concept at once. */
  public double[] testPoint() {
    return Arrays.copyOf(mu, sigma.length);
  }

  /**
   * Small random weights, d x d and Gaussian.
   *
   * @param scale standard deviation of an entry, above 0
   * @param seed of the random numbers
   */
  public double[][] smallStart(double scale, long seed) {
    Arguments.within("scale", scale, 1e-100, 10);
    RandomGenerator random = Rng.of(seed, 0);
    double[][] start = new double[dimension()][dimension()];
    for (double[] row : start) {
      Arrays.setAll(row, j -> scale * random.nextGaussian());
    }
    return start;
  }

  /**
   * One layer, W, in closed form: {@code W(t) = I + (W(0) - I) exp(-A t)}.
   *
   * @param w0 W at time 0, d x d
   * @param times from 0, strictly increasing
   */
  public SimCourse oneLayer(double[][] w0, double... times) {
    double[][] start = checked("w0", w0, dimension());
    times(times);
    double[] a = secondMoment();
    double[][][] weights = new double[times.length][][];
    for (int i = 0; i < times.length; i++) {
      double[][] w = Curves.copy(start);
      for (int r = 0; r < w.length; r++) {
        for (int c = 0; c < w.length; c++) {
          double whole = r == c ? 1 : 0;
          w[r][c] = whole + (w[r][c] - whole) * Math.exp(-a[c] * times[i]);
        }
      }
      weights[i] = w;
    }
    return SimCourse.of(this, "one layer", times, weights);
  }

  /**
   * Two layers with the same weights, {@code f = U U^T x}: {@code W = U U^T} follows {@code W' = W
   * A + A W - (W^2 A + A W^2 + 2 W A W)/2}, which is gradient flow, by an adaptive 8(5,3) method
   * with relative tolerance 1e-10.
   *
   * @param u0 U at time 0, d x any width up to 1000
   * @param times from 0, strictly increasing
   */
  public SimCourse twoLayers(double[][] u0, double... times) {
    double[][] u = checked("u0", u0, Curves.columns("u0", u0));
    times(times);
    return SimCourse.of(
        this, "two layers", times, SimFlow.of(secondMoment(), SimFlow.square(u), times));
  }

  /**
   * The same from the product of the layers.
   *
   * @param w0 {@code W = U U^T} at time 0, d x d, symmetric
   * @param times from 0, strictly increasing
   */
  public SimCourse twoLayersFrom(double[][] w0, double... times) {
    double[][] w = checked("w0", w0, dimension());
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < i; j++) {
        Arguments.require(
            w[i][j] == w[j][i],
            "w0[%d][%d] is %s, its mirror image %s: expected a symmetric matrix",
            i,
            j,
            w[i][j],
            w[j][i]);
      }
    }
    times(times);
    return SimCourse.of(this, "two layers", times, SimFlow.of(secondMoment(), w, times));
  }

  /**
   * Two layers by plain gradient descent on U, to set beside {@link #twoLayers}: the course at
   * {@code learning rate * step}.
   *
   * @param u0 U at step 0, d x any width up to 1000
   * @param learningRate above 0; too large a one diverges, and is refused
   * @param steps numbers of steps, from 0, strictly increasing; at most a million, fewer for large
   *     U
   */
  public SimCourse descend(double[][] u0, double learningRate, int... steps) {
    double[][] u = checked("u0", u0, Curves.columns("u0", u0));
    Arguments.within("learningRate", learningRate, 1e-12, 1e3);
    double[] times =
        Arrays.stream(Arguments.present("steps", steps))
            .mapToDouble(i -> learningRate * i)
            .toArray();
    times(times);
    double[][][] weights = SimFlow.descent(secondMoment(), u, learningRate, steps);
    return SimCourse.of(this, "two layers, gradient descent", times, weights);
  }

  private double[][] checked(String name, double[][] rows, int columns) {
    Arguments.require(
        columns <= Moments.WIDEST,
        "%s has %d columns: expected at most %d",
        name,
        columns,
        Moments.WIDEST);
    double[][] copy = Curves.checked(name, rows, dimension(), columns);
    for (double[] row : copy) {
      for (double v : row) {
        Arguments.within("a value of " + name, v, -100, 100);
      }
    }
    return copy;
  }

  private void times(double[] times) {
    Arguments.increasing("times", times);
    Arguments.require(times[0] >= 0, "times start at %s: expected 0 or later", times[0]);
    Arguments.within("the last time", times[times.length - 1], 0, 1e100);
    long cells = (long) times.length * dimension() * dimension();
    Arguments.require(
        cells <= 20_000_000,
        "times has %d values for %d dimensions: expected fewer",
        times.length,
        dimension());
  }
}
