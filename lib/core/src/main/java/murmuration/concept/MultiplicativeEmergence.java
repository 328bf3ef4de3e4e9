package murmuration.concept;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Compositional accuracy as a product (Okawa, Lubana, Dick and Tanaka 2023, Compositional abilities
 * emerge multiplicatively, arXiv:2310.09336): the accuracy of all concepts together beside the
 * product of their single accuracies. Where errors are independent the two are equal; the product
 * of smooth curves starts late and rises fast, so that a joint accuracy may look sudden although
 * each factor is not.
 *
 * @param names the concepts, d of at least 2
 * @param steps training steps, length n of at least 2
 * @param joint share of samples right in all concepts, length n
 * @param single share right in each concept, one a row of length n
 */
public record MultiplicativeEmergence(
    List<String> names, double[] steps, double[] joint, double[][] single) implements Charted {
  private static final LearningRule LOW = LearningRule.firstCrossing(0.1);
  private static final LearningRule HIGH = LearningRule.firstCrossing(0.9);
  private static final int MOST_LISTED = 6;

  /** Checks the lengths and keeps its own copy. */
  public MultiplicativeEmergence {
    names = Arguments.listed("names", names);
    Arguments.require(
        names.size() >= 2, "names has %d concepts: expected at least 2", names.size());
    Arguments.increasing("steps", steps);
    Arguments.finite("joint", joint, 2);
    Arguments.sameLength("steps", steps, "joint", joint);
    Arguments.present("single", single);
    Arguments.require(
        single.length == names.size(),
        "single has %d rows: expected %d, one a concept",
        single.length,
        names.size());
    single = copy(steps, single);
    steps = steps.clone();
    joint = joint.clone();
  }

  private static double[][] copy(double[] steps, double[][] curves) {
    double[][] copy = new double[curves.length][];
    for (int k = 0; k < copy.length; k++) {
      String name = "single[" + k + "]";
      Arguments.finite(name, curves[k], 2);
      Arguments.sameLength("steps", steps, name, curves[k]);
      copy[k] = curves[k].clone();
    }
    return copy;
  }

  /**
   * The comparison along training.
   *
   * @param names the concepts, d of at least 2
   * @param steps training steps, length n of at least 2
   * @param joint share of samples right in all concepts, length n
   * @param single share right in each concept, one a row of length n
   */
  public static MultiplicativeEmergence of(
      List<String> names, double[] steps, double[] joint, double[][] single) {
    return new MultiplicativeEmergence(names, steps, joint, single);
  }

  /**
   * The correlation of hits in two concepts over the same samples (phi coefficient): above 0 where
   * they are right together, 0 where errors are independent, NaN where one is always or never
   * right.
   *
   * @param a whether each sample is right in the first concept, at least one
   * @param b the same for the second, of the same length
   */
  public static double phi(boolean[] a, boolean[] b) {
    Arguments.present("a", a);
    Arguments.present("b", b);
    Arguments.require(
        a.length == b.length && a.length > 0,
        "a has %d values, b has %d: expected the same length, at least 1",
        a.length,
        b.length);
    double n = a.length;
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] && b[i] ? 1 : 0;
      first += a[i] ? 1 : 0;
      second += b[i] ? 1 : 0;
    }
    double spread = Math.sqrt(first * (n - first) * (second * (n - second)));
    return spread > 0 ? (n * both - first * second) / spread : Double.NaN;
  }

  /** Training steps, length n. */
  @Override
  public double[] steps() {
    return steps.clone();
  }

  /** Share of samples right in all concepts, length n. */
  @Override
  public double[] joint() {
    return joint.clone();
  }

  /** Share right in each concept, one a row. */
  @Override
  public double[][] single() {
    return copy(steps, single);
  }

  /** The product of the single accuracies, length n. */
  public double[] product() {
    double[] product = single[0].clone();
    for (int k = 1; k < single.length; k++) {
      for (int i = 0; i < product.length; i++) {
        product[i] *= single[k][i];
      }
    }
    return product;
  }

  /** Joint accuracy less the product, length n. */
  public double[] residuals() {
    double[] residuals = product();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = joint[i] - residuals[i];
    }
    return residuals;
  }

  /** The mean size of the residuals. */
  public double meanResidual() {
    double sum = 0;
    for (double residual : residuals()) {
      sum += Math.abs(residual);
    }
    return sum / joint.length;
  }

  /** Steps from 10 % to 90 % joint accuracy, by first crossing; NaN where it does not get there. */
  public double jointRise() {
    return rise(joint);
  }

  /** The same of each concept, length d. */
  public double[] singleRises() {
    double[] rises = new double[single.length];
    for (int k = 0; k < rises.length; k++) {
      rises[k] = rise(single[k]);
    }
    return rises;
  }

  private double rise(double[] curve) {
    return HIGH.time(steps, curve) - LOW.time(steps, curve);
  }

  /** Step at which joint accuracy is first 10 %; NaN where it never is. */
  public double jointStart() {
    return LOW.time(steps, joint);
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "joint accuracy less the product of %d: mean size %.3g over %d checkpoints",
                names.size(),
                meanResidual(),
                steps.length));
    text.append(line("joint", jointStart(), jointRise()));
    double[] rises = singleRises();
    for (int k = 0; k < Math.min(MOST_LISTED, rises.length); k++) {
      text.append(line(names.get(k), LOW.time(steps, single[k]), rises[k]));
    }
    return text.toString();
  }

  private static String line(String name, double start, double rise) {
    String from = Double.isNaN(start) ? "never" : String.format(Locale.ROOT, "step %.5g", start);
    String long10 =
        Double.isNaN(rise)
            ? "does not reach 90 %"
            : String.format(Locale.ROOT, "%.5g steps to 90 %%", rise);
    return String.format(Locale.ROOT, "\n%-16s 10 %% at %s, %s", name, from, long10);
  }

  @Override
  public Table table() {
    var quantities =
        Quantities.of("multiplicative emergence")
            .and("mean size of joint less product", meanResidual())
            .and("joint, 10 % (step)", jointStart())
            .and("joint, 10 to 90 % (steps)", jointRise());
    double[] rises = singleRises();
    for (int k = 0; k < rises.length; k++) {
      quantities =
          quantities
              .and(names.get(k) + ", 10 % (step)", LOW.time(steps, single[k]))
              .and(names.get(k) + ", 10 to 90 % (steps)", rises[k]);
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("rise", "10 to 90 %, first crossing"));
  }

  /** Joint accuracy, the product, and each concept's along training. */
  @Override
  public Figure chart() {
    Panel panel =
        Panel.of("Training step", "Accuracy")
            .yRange(0, 1.02)
            .line("joint", steps, joint)
            .line("product", steps, product());
    for (int k = 0; k < names.size(); k++) {
      panel = panel.line(names.get(k), steps, single[k]);
    }
    return Figure.of(panel);
  }
}
