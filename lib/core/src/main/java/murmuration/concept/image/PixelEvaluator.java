package murmuration.concept.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import tech.tablesaw.api.Table;

/**
 * Says which concepts a picture shows: one logistic unit a concept on the pixels. The fit is
 * convex, so that the evaluator is a function of its data and of nothing else: the mean over
 * pictures and concepts of the cross-entropy plus 1e-3 times the sum of squared weights (biases are
 * free) is taken to a gradient of norm 1e-7 by L-BFGS.
 *
 * <p>Coordinates in concept space are this evaluator's probabilities, not parameters of a picture:
 * a biased evaluator moves the whole figure, so its {@link #accuracy} belongs beside it.
 *
 * @param weights one row a concept: a weight for each pixel, then the bias
 * @param fitted for each concept, the share of the pictures it learned from that are told rightly
 * @param accuracy for each concept, the share of fresh pictures that are
 * @param gradient norm of the gradient where the fit ended
 * @param provenance where it comes from
 */
public record PixelEvaluator(
    double[][] weights, double[] fitted, double[] accuracy, double gradient, Provenance provenance)
    implements Result {
  private static final int PER_CLASS = 400;
  private static final double NOISE = 0.1;
  private static final double PENALTY = 1e-3;
  private static final double NORM = 1e-7;
  private static final int ITERATIONS = 5000;
  private static final int[] EVERY_CLASS = {0, 1, 2, 3};

  /** Checks the shapes and keeps its own copies. */
  public PixelEvaluator {
    Arguments.present("weights", weights);
    Arguments.require(weights.length >= 1, "weights is empty: expected a row for each concept");
    weights = weights.clone();
    for (int k = 0; k < weights.length; k++) {
      Arguments.finite("weights[" + k + "]", weights[k], 2);
      Arguments.sameLength("weights[0]", weights[0], "weights[" + k + "]", weights[k]);
      weights[k] = weights[k].clone();
    }
    fitted = shares("fitted", fitted, weights.length);
    accuracy = shares("accuracy", accuracy, weights.length);
    Arguments.present("provenance", provenance);
  }

  private static double[] shares(String name, double[] values, int concepts) {
    Arguments.series(name, values, concepts);
    Arguments.require(
        values.length == concepts,
        "%s has %d values: expected one for each of %d concepts",
        name,
        values.length,
        concepts);
    return values.clone();
  }

  /**
   * Learns colour and size from 400 noisy pictures of each of the four classes (noise of standard
   * deviation 0.1), the held-out one among them, and is tried on as many fresh ones.
   *
   * @param discs the pictures
   * @param seed of pictures and noise
   */
  public static PixelEvaluator of(SoftDiscs discs, long seed) {
    Arguments.present("discs", discs);
    PictureSample learned = draw(discs, seed, 0);
    PictureSample fresh = draw(discs, seed, 1);
    var provenance =
        Provenance.of(
                Map.of(
                    "evaluator",
                    "two logistic units on pixels",
                    "colour separation",
                    Double.toString(discs.colour()),
                    "size separation",
                    Double.toString(discs.size())))
            .seed(seed);
    var fits = IntStream.range(0, 2).mapToObj(k -> fit(learned, k)).toList();
    double[][] weights = fits.stream().map(LogisticFit::weights).toArray(double[][]::new);
    double norm = Math.hypot(fits.get(0).gradient(), fits.get(1).gradient());
    var untried = new PixelEvaluator(weights, new double[2], new double[2], norm, provenance);
    return new PixelEvaluator(
        weights, untried.shares(learned), untried.shares(fresh), norm, provenance);
  }

  private static PictureSample draw(SoftDiscs discs, long seed, int index) {
    long own = Rng.seed(seed, index);
    return discs.draw(PER_CLASS, own, EVERY_CLASS).noisy(NOISE, Rng.of(own, 99));
  }

  /** Each concept's share of the loss, halved as the mean over two concepts asks. */
  private static LogisticFit fit(PictureSample sample, int concept) {
    int[] classes = sample.classes();
    boolean[] shown = new boolean[classes.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = value(classes[i], concept) == 1;
    }
    return LogisticFit.of(sample.images(), SoftDiscs.PIXELS, shown, 0.5, PENALTY, NORM, ITERATIONS);
  }

  private double[] shares(PictureSample sample) {
    return new double[] {share(sample, 0), share(sample, 1)};
  }

  private double share(PictureSample sample, int concept) {
    int[] classes = sample.classes();
    float[] images = sample.images();
    long right =
        IntStream.range(0, classes.length)
            .filter(
                i ->
                    (logit(images, i * pixels(), concept) > 0) == (value(classes[i], concept) == 1))
            .count();
    return right / (double) classes.length;
  }

  private static int value(int k, int concept) {
    return concept == 0 ? k / 2 : k % 2;
  }

  /** The number of concepts. */
  public int concepts() {
    return weights.length;
  }

  /** The length of a picture. */
  public int pixels() {
    return weights[0].length - 1;
  }

  @Override
  public double[][] weights() {
    return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] accuracy() {
    return accuracy.clone();
  }

  /**
   * How probable it is that a picture shows value 1 of each concept (blue, small).
   *
   * @param image length {@link #pixels}
   * @return one for each concept
   */
  public double[] probabilities(float[] image) {
    Arguments.present("image", image);
    Arguments.require(
        image.length == pixels(), "image has %d numbers: expected %d", image.length, pixels());
    double[] p = new double[concepts()];
    Arrays.setAll(p, k -> probability(logit(image, 0, k)));
    return p;
  }

  /**
   * What some pictures show, against what was asked for.
   *
   * @param images pictures one after another, n of {@link #pixels} numbers
   * @param from first picture to read
   * @param n how many, at least 1
   * @param asked value of each concept that was asked for, 0 or 1
   */
  public ConceptReading read(float[] images, int from, int n, int... asked) {
    Arguments.present("images", images);
    Arguments.present("asked", asked);
    Arguments.require(
        from >= 0 && n >= 1 && ((long) from + n) * pixels() <= images.length,
        "pictures %d and %d more of %d: expected to be among them",
        from,
        n,
        images.length / pixels());
    Arguments.require(
        asked.length == concepts(),
        "asked has %d values: expected one for each of %d concepts",
        asked.length,
        concepts());
    double[] mean = new double[concepts()];
    int[] hits = new int[concepts()];
    int joint = 0;
    for (int i = from; i < from + n; i++) {
      boolean all = true;
      for (int k = 0; k < mean.length; k++) {
        double logit = logit(images, i * pixels(), k);
        mean[k] += probability(logit) / n;
        boolean hit = logit > 0 == (asked[k] == 1);
        hits[k] += hit ? 1 : 0;
        all &= hit;
      }
      joint += all ? 1 : 0;
    }
    double[] shares = Arrays.stream(hits).mapToDouble(h -> h / (double) n).toArray();
    return new ConceptReading(mean, shares, joint / (double) n, n);
  }

  private double logit(float[] images, int at, int concept) {
    double[] w = weights[concept];
    double sum = w[w.length - 1];
    for (int p = 0; p < w.length - 1; p++) {
      sum += w[p] * images[at + p];
    }
    return sum;
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Evaluator: %d logistic units on %d pixels, gradient norm %.1g\n"
            + "right on pictures it learned from: %s; on fresh ones: %s",
        concepts(),
        pixels(),
        gradient,
        listed(fitted),
        listed(accuracy));
  }

  private static String listed(double[] shares) {
    return Arrays.stream(shares)
        .mapToObj(a -> String.format(Locale.ROOT, "%.4g", a))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("pixel evaluator");
    for (int k = 0; k < accuracy.length; k++) {
      quantities =
          quantities
              .and("accuracy where learned, concept " + k, fitted[k])
              .and("accuracy on fresh pictures, concept " + k, accuracy[k]);
    }
    return quantities.and("gradient norm", gradient).table();
  }
}
