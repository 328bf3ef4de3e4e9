package murmuration.concept.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * How strongly each concept shows in the data, {@code sigma_i = |dG(z)/dz_i|} of the process G that
 * makes them (Park et al. 2024, Emergence of hidden capabilities, definition of the concept
 * signal). The stronger, the sooner it is learned.
 *
 * <p>Signals are compared within one estimator only, and they are not independent: in pictures the
 * signal of size grows with the contrast of colour and background.
 *
 * @param concepts what the concepts are
 * @param strengths the signal of each; a root mean square of pixels or a norm per unit of z
 * @param standardErrors of the strengths over the samples; NaN for one sample alone
 * @param estimator how it was measured, in words
 * @param samples pairs of data compared
 * @param provenance where it comes from
 */
public record ConceptSignal(
    List<String> concepts,
    double[] strengths,
    double[] standardErrors,
    String estimator,
    int samples,
    Provenance provenance)
    implements Result {
  private static final String PIXELS = "root mean square of pixels between classes";
  private static final int MOST = 1_000_000;

  /** Keeps its own copies. */
  public ConceptSignal {
    concepts = Arguments.listed("concepts", concepts);
    Arguments.finite("strengths", strengths, 1);
    Arguments.series("standardErrors", standardErrors, 1);
    Arguments.sameLength("strengths", strengths, "standardErrors", standardErrors);
    Arguments.require(
        concepts.size() == strengths.length,
        "%d concepts have %d strengths: expected as many",
        concepts.size(),
        strengths.length);
    Arguments.present("estimator", estimator);
    Arguments.require(samples >= 1, "samples is %d: expected at least 1", samples);
    Arguments.present("provenance", provenance);
    strengths = strengths.clone();
    standardErrors = standardErrors.clone();
  }

  /**
   * The signal from two classes that differ in one concept only: the root of {@code (xA - xB)^2}
   * averaged over pairs and pixels.
   *
   * @param concept what the classes differ in
   * @param a one class, samples x pixels
   * @param b the other; sample i has the place, background and all else of sample i of {@code a}
   */
  public static ConceptSignal pixelMse(String concept, double[][] a, double[][] b) {
    Arguments.present("concept", concept);
    Arguments.present("a", a);
    Arguments.present("b", b);
    Arguments.require(
        a.length >= 1 && a.length == b.length,
        "a has %d samples, b has %d: expected as many, at least 1",
        a.length,
        b.length);
    double[] squares = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      Arguments.finite("a[" + i + "]", a[i], 1);
      Arguments.finite("b[" + i + "]", b[i], 1);
      Arguments.sameLength("a[" + i + "]", a[i], "b[" + i + "]", b[i]);
      Arguments.sameLength("a[0]", a[0], "a[" + i + "]", a[i]);
      squares[i] = square(a[i], b[i]) / a[i].length;
    }
    double strength = Math.sqrt(StatUtils.mean(squares));
    Arguments.require(
        Double.isFinite(strength), "a and b differ by %s: expected moderate numbers", strength);
    // The error of a root: that of the mean over twice the root.
    double error = strength == 0 ? 0 : error(squares) / (2 * strength);
    return one(concept, strength, error, PIXELS, a.length);
  }

  /**
   * The signal by a forward difference: the mean over samples of {@code |G(z + delta e_i) - G(z)| /
   * delta}.
   *
   * @param concept what concept i is
   * @param renderer G
   * @param z where, length d
   * @param i which concept, 0 to d - 1
   * @param delta the step, not 0; too small a one drowns in rounding, too large a one misses bends
   * @param samples draws of everything else, 1 to a million
   */
  public static ConceptSignal finiteDifference(
      String concept, ConceptRenderer renderer, double[] z, int i, double delta, int samples) {
    return difference(concept, renderer, z, i, 0, delta, samples, "forward difference of ");
  }

  /**
   * The same by a central difference, {@code |G(z + delta e_i) - G(z - delta e_i)| / (2 delta)}.
   */
  public static ConceptSignal centralDifference(
      String concept, ConceptRenderer renderer, double[] z, int i, double delta, int samples) {
    return difference(concept, renderer, z, i, -delta, delta, samples, "central difference of ");
  }

  private static ConceptSignal difference(
      String concept,
      ConceptRenderer renderer,
      double[] z,
      int i,
      double back,
      double ahead,
      int samples,
      String words) {
    Arguments.present("concept", concept);
    Arguments.present("renderer", renderer);
    Arguments.finite("z", z, 1);
    Arguments.require(i >= 0 && i < z.length, "i is %d: expected 0 to %d", i, z.length - 1);
    Arguments.require(
        ahead != 0 && Double.isFinite(ahead), "delta is %s: expected a finite number but 0", ahead);
    Arguments.require(
        samples >= 1 && samples <= MOST, "samples is %d: expected 1 to %d", samples, MOST);
    double[] before = z.clone();
    double[] after = z.clone();
    before[i] += back;
    after[i] += ahead;
    double[] norms = new double[samples];
    for (int s = 0; s < samples; s++) {
      Interruption.check("concept signal");
      double[] from = Arguments.present("the rendered datum", renderer.render(before.clone(), s));
      double[] to = Arguments.present("the rendered datum", renderer.render(after.clone(), s));
      Arguments.sameLength("a datum", from, "the datum after the step", to);
      norms[s] = Math.sqrt(square(from, to)) / Math.abs(ahead - back);
      Arguments.require(
          Double.isFinite(norms[s]),
          "sample %d has the norm %s: expected moderate data",
          s,
          norms[s]);
    }
    return one(concept, StatUtils.mean(norms), error(norms), words + Math.abs(ahead), samples);
  }

  private static ConceptSignal one(
      String concept, double strength, double error, String estimator, int samples) {
    return new ConceptSignal(
        List.of(concept),
        new double[] {strength},
        new double[] {error},
        estimator,
        samples,
        Provenance.of(Map.of("concept signal", estimator)));
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += (a[p] - b[p]) * (a[p] - b[p]);
    }
    return sum;
  }

  private static double error(double[] values) {
    return values.length == 1 ? Double.NaN : Math.sqrt(StatUtils.variance(values) / values.length);
  }

  /**
   * These concepts and those of another signal by the same estimator and with as many samples.
   *
   * @param other of other concepts
   */
  public ConceptSignal and(ConceptSignal other) {
    Arguments.present("other", other);
    Arguments.require(
        estimator.equals(other.estimator) && samples == other.samples,
        "other is by %s of %d samples: expected %s of %d",
        other.estimator,
        other.samples,
        estimator,
        samples);
    return new ConceptSignal(
        Stream.concat(concepts.stream(), other.concepts.stream()).toList(),
        both(strengths, other.strengths),
        both(standardErrors, other.standardErrors),
        estimator,
        samples,
        provenance);
  }

  private static double[] both(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }

  @Override
  public double[] strengths() {
    return strengths.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /** The strength of one concept. */
  public double of(String concept) {
    int k = concepts.indexOf(Arguments.present("concept", concept));
    Arguments.require(k >= 0, "concept is %s: expected one of %s", concept, concepts);
    return strengths[k];
  }

  /** The squares of the strengths: for pixels, the mean squared difference. */
  public double[] meanSquares() {
    return Arrays.stream(strengths).map(s -> s * s).toArray();
  }

  /** The concepts from the strongest to the weakest: the order in which theory has them learned. */
  public List<String> order() {
    var order = new ArrayList<>(concepts);
    order.sort((a, b) -> Double.compare(of(b), of(a)));
    return List.copyOf(order);
  }

  @Override
  public String summary() {
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "concept signal, %s (n = %d)", estimator, samples));
    for (int k = 0; k < Math.min(9, strengths.length); k++) {
      text.append(String.format(Locale.ROOT, "%n%s: %.4g", concepts.get(k), strengths[k]));
      if (!Double.isNaN(standardErrors[k])) {
        text.append(String.format(Locale.ROOT, " (standard error %.2g)", standardErrors[k]));
      }
    }
    return text.toString();
  }

  /** One row a concept, with the interval of two standard errors either way. */
  @Override
  public Table table() {
    var quantities = Quantities.of("concept signal");
    for (int k = 0; k < strengths.length; k++) {
      double half = 2 * standardErrors[k];
      quantities =
          quantities.and(concepts.get(k), strengths[k], strengths[k] - half, strengths[k] + half);
    }
    return quantities.table();
  }
}
