package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.sweep.Parallel;

/**
 * Scaling data made in seconds: the loss of ridge regression on N random features of D samples,
 * over a grid of N and D. A solvable model in which losses fall as power laws of size and data
 * (Bahri et al. 2021, arXiv 2102.06701; Maloney, Roberts and Sully 2022, arXiv 2210.16859).
 *
 * <pre>{@code
 * var model = RandomFeatureScaling.noisy();
 * var losses = model.features(8, 16, 32).samples(64, 128).seeds(4).seed(1).simulate();
 * double expected = model.theory(32, 128, model.optimalRidge(32, 128)).loss();
 * }</pre>
 *
 * <p><b>The model.</b> M latent modes have the variances {@code lambda_k = k^-(1+a)}. A sample is
 * {@code x_k = sqrt(lambda_k) z_k} with the label {@code y = sum w_k x_k + sigma eps}; the student
 * sees the features {@code phi_i = N^-1/2 sum_k F_ik x_k} and minimises {@code (1/D) sum (y -
 * theta.phi)^2 + r |theta|^2}; z, eps and F are standard normal. Its loss is the expected squared
 * error on a new sample, label noise included: exact for each draw, without test samples.
 *
 * <p><b>What to expect</b> at the best ridge and a teacher of ones: {@code E = sigma^2}, {@code
 * alpha = a}; {@code beta = a} without noise, {@code a/(1+a)} with it once D is large (Cui et al.
 * 2021, arXiv 2105.15004). The approach is slow: see {@link #theory}.
 *
 * @param name of the setting, such as "noisy"
 * @param exponent a, above 0: eigenvalue k is {@code k^-(1+a)}
 * @param sigma standard deviation of the label noise, 0 or more
 * @param teacher w, a weight for each of the M modes
 * @param features the widths N of the grid, increasing
 * @param samples the sample sizes D of the grid, increasing
 * @param seeds how many draws; draw i uses the seed {@code seed + i}
 * @param seed the first seed
 * @param ridge the ridge of each cell
 */
public record RandomFeatureScaling(
    String name,
    double exponent,
    double sigma,
    double[] teacher,
    int[] features,
    int[] samples,
    int seeds,
    long seed,
    RidgeChoice ridge) {
  private static final int MOST_MODES = 1 << 20;
  private static final int WIDEST = 4096;
  private static final int MOST_SAMPLES = 1 << 24;
  private static final int MOST_SEEDS = 100_000;
  private static final int LARGEST_MAP = 1 << 25;

  /** Checks the setting and keeps its own copies. */
  public RandomFeatureScaling {
    Arguments.present("name", name);
    Arguments.positive("exponent", exponent);
    Arguments.require(
        sigma >= 0 && sigma < Double.POSITIVE_INFINITY,
        "sigma is %s: expected a finite number, 0 or more",
        sigma);
    Arguments.finite("teacher", teacher, 1);
    modes(teacher.length);
    grid("features", features, WIDEST);
    grid("samples", samples, MOST_SAMPLES);
    Arguments.require(
        (long) features[features.length - 1] * teacher.length <= LARGEST_MAP,
        "%d features of %d modes: expected at most %d numbers",
        features[features.length - 1],
        teacher.length,
        LARGEST_MAP);
    Arguments.require(
        seeds >= 1 && seeds <= MOST_SEEDS, "seeds is %d: expected 1 to %d", seeds, MOST_SEEDS);
    Arguments.present("ridge", ridge);
    teacher = teacher.clone();
    features = features.clone();
    samples = samples.clone();
  }

  /** a = 1.5, sigma = 0.5, M = 1024; N = 8..256 and D = 32..4096 in powers of 2, 16 seeds. */
  public static RandomFeatureScaling noisy() {
    return of(1.5, 0.5, 1024).named("noisy");
  }

  /** a = 1, no noise, M = 2048; the grid of {@link #noisy}. */
  public static RandomFeatureScaling noiseless() {
    return of(1, 0, 2048).named("noiseless");
  }

  /**
   * A setting of one's own, with a teacher of ones and the grid of {@link #noisy}.
   *
   * @param exponent a, above 0
   * @param sigma standard deviation of the label noise, 0 or more
   * @param modes M, 1 to 1,048,576, of which so many times the widest N are at most 33,554,432
   */
  public static RandomFeatureScaling of(double exponent, double sigma, int modes) {
    double[] ones = new double[modes(modes)];
    Arrays.fill(ones, 1);
    return new RandomFeatureScaling(
        "custom", exponent, sigma, ones, powers(3, 8), powers(5, 12), 16, 0, RidgeChoice.OPTIMAL);
  }

  private static int[] powers(int from, int to) {
    return IntStream.rangeClosed(from, to).map(k -> 1 << k).toArray();
  }

  private static int modes(int modes) {
    Arguments.require(
        modes >= 1 && modes <= MOST_MODES, "modes is %d: expected 1 to %d", modes, MOST_MODES);
    return modes;
  }

  private static void grid(String name, int[] values, int most) {
    Arguments.present(name, values);
    Arguments.require(values.length > 0, "%s is empty: expected at least one size", name);
    for (int i = 0; i < values.length; i++) {
      Arguments.require(
          values[i] >= 1 && values[i] <= most,
          "%s[%d] is %d: expected 1 to %d",
          name,
          i,
          values[i],
          most);
      Arguments.require(
          i == 0 || values[i] > values[i - 1],
          "%s[%d] = %d follows %d: expected increasing sizes",
          name,
          i,
          values[i],
          values[Math.max(0, i - 1)]);
    }
  }

  /** The same under another name. */
  public RandomFeatureScaling named(String newName) {
    return new RandomFeatureScaling(
        newName, exponent, sigma, teacher, features, samples, seeds, seed, ridge);
  }

  /** The same with these widths N, increasing, 1 to 4096. */
  public RandomFeatureScaling features(int... widths) {
    return new RandomFeatureScaling(
        name, exponent, sigma, teacher, widths, samples, seeds, seed, ridge);
  }

  /** The same with these sample sizes D, increasing, 1 to 16,777,216. */
  public RandomFeatureScaling samples(int... sizes) {
    return new RandomFeatureScaling(
        name, exponent, sigma, teacher, features, sizes, seeds, seed, ridge);
  }

  /** The same with so many draws, 1 to 100,000. */
  public RandomFeatureScaling seeds(int count) {
    return new RandomFeatureScaling(
        name, exponent, sigma, teacher, features, samples, count, seed, ridge);
  }

  /** The same from this seed on: {@code first, first + 1, ...}. */
  public RandomFeatureScaling seed(long first) {
    return new RandomFeatureScaling(
        name, exponent, sigma, teacher, features, samples, seeds, first, ridge);
  }

  /** The same with one ridge for all cells, above 0. */
  public RandomFeatureScaling ridge(double value) {
    return ridge(RidgeChoice.fixed(value));
  }

  /** The same with another choice of the ridge. */
  public RandomFeatureScaling ridge(RidgeChoice choice) {
    return new RandomFeatureScaling(
        name, exponent, sigma, teacher, features, samples, seeds, seed, choice);
  }

  /**
   * The same with another teacher.
   *
   * @param weights w, one for each mode, finite
   */
  public RandomFeatureScaling teacher(double... weights) {
    Arguments.sameLength("teacher", weights, "the modes", teacher);
    return new RandomFeatureScaling(
        "custom", exponent, sigma, weights, features, samples, seeds, seed, ridge);
  }

  @Override
  public double[] teacher() {
    return teacher.clone();
  }

  @Override
  public int[] features() {
    return features.clone();
  }

  @Override
  public int[] samples() {
    return samples.clone();
  }

  /** The variances of the modes, {@code k^-(1+a)}. */
  public double[] eigenvalues() {
    double[] eigenvalues = new double[teacher.length];
    Arrays.setAll(eigenvalues, k -> Math.pow(k + 1, -(1 + exponent)));
    return eigenvalues;
  }

  /** The variance of a label, {@code sigma^2 + sum lambda w^2}: the loss of knowing nothing. */
  public double power() {
    double[] eigenvalues = eigenvalues();
    double sum = sigma * sigma;
    for (int k = 0; k < teacher.length; k++) {
      sum += eigenvalues[k] * teacher[k] * teacher[k];
    }
    return sum;
  }

  /**
   * The loss to expect, without chance; exact for large N, D and M. At N = 8 the mean over draws
   * lies about 3 % higher, at N = 16 about 1 %.
   *
   * @param n features, 1 or more, not limited by the grid
   * @param d samples, 1 or more
   * @param r ridge, above 0
   */
  public RandomFeatureTheory theory(double n, double d, double r) {
    size("n", n);
    size("d", d);
    Arguments.positive("r", r);
    return RandomFeatureTheory.of(eigenvalues(), teacher, sigma * sigma, n, d, r);
  }

  /**
   * The ridge of least expected loss between {@code e^-22} and {@code e^3}: the best of 26 values,
   * then Brent's method between its neighbours.
   *
   * @param n features, 1 or more
   * @param d samples, 1 or more
   */
  public double optimalRidge(double n, double d) {
    size("n", n);
    size("d", d);
    return RandomFeatureTheory.bestRidge(eigenvalues(), teacher, sigma * sigma, n, d);
  }

  private static void size(String name, double value) {
    Arguments.require(
        value >= 1 && value <= 1e300, "%s is %s: expected a finite number, 1 or more", name, value);
  }

  /**
   * Draws and measures. Cells of one seed share features and samples and are correlated; seeds are
   * independent.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RandomFeatureLosses simulate() {
    return simulateEach(List.of(ridge)).getFirst();
  }

  /**
   * The same draws with several choices of the ridge, which costs little more than one choice does.
   *
   * @param choices at least one
   * @return the losses with each, in order
   */
  public List<RandomFeatureLosses> simulateEach(List<RidgeChoice> choices) {
    var models = Arguments.listed("choices", choices).stream().map(this::ridge).toList();
    Arguments.require(!models.isEmpty(), "choices is empty: expected at least one");
    var cells = models.stream().map(RandomFeatureScaling::cellRidges).toList();
    var draws =
        Parallel.map(
            "random features", seeds, i -> RandomFeatureDraw.losses(this, seed + i, cells));
    return IntStream.range(0, models.size())
        .mapToObj(
            choice ->
                models
                    .get(choice)
                    .losses(cells.get(choice), draws.stream().map(d -> d.get(choice)).toList()))
        .toList();
  }

  private double[] cellRidges() {
    int width = samples.length;
    return Parallel.doubles(
        "ridges",
        features.length * width,
        c -> ridge.at(this, features[c / width], samples[c % width]));
  }

  private RandomFeatureLosses losses(double[] ridges, List<double[]> draws) {
    double[] expected = new double[ridges.length];
    double[] losses = new double[ridges.length * seeds];
    for (int c = 0; c < ridges.length; c++) {
      int n = features[c / samples.length];
      int d = samples[c % samples.length];
      expected[c] = theory(n, d, ridges[c]).loss();
      for (int s = 0; s < seeds; s++) {
        losses[c * seeds + s] = draws.get(s)[c];
      }
    }
    return new RandomFeatureLosses(this, ridges, expected, losses);
  }

  /** The setting and the first seed. */
  Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("random features", name);
    options.put("a", Digits.of(exponent, 6));
    options.put("sigma", Digits.of(sigma, 6));
    options.put("modes", Integer.toString(teacher.length));
    options.put("features", Arrays.toString(features));
    options.put("samples", Arrays.toString(samples));
    options.put("seeds", Integer.toString(seeds));
    options.put("ridge", ridge.name());
    return Provenance.of(options).seed(seed);
  }
}
