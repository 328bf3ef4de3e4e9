package murmuration.concept.theory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How strong each mode of a linear network is while it learns, beside Saxe's curve from the part of
 * the start that grows.
 *
 * <p>While weights are small, {@code W1 v} and {@code W2^T u} of a mode drive each other, and only
 * what they share grows: the closed form starts at {@code |W1 v + W2^T u|^2 / 4}. That is the
 * mode's own strength where layers are balanced and along the modes, and then the curve is exact
 * for small learning rates; from other small weights it is an approximation, which the picture
 * shows.
 *
 * @param method how it learned, in words
 * @param modes the modes of its data
 * @param learningRate of gradient descent
 * @param steps training steps, length n
 * @param strengths of each mode, n x r
 * @param theory {@link SaxeMode}, n x r; NaN for a mode of which nothing grows, its start being 0
 * @param loss {@code sum |y - W2 W1 x|^2 / (2 P)}, length n
 * @param provenance where it comes from
 */
public record LinearLearning(
    String method,
    LinearModes modes,
    double learningRate,
    double[] steps,
    double[][] strengths,
    double[][] theory,
    double[] loss,
    Provenance provenance)
    implements Charted {

  /** Keeps its own copies. */
  public LinearLearning {
    Arguments.present("method", method);
    Arguments.present("modes", modes);
    Arguments.present("provenance", provenance);
    Arguments.positive("learningRate", learningRate);
    Arguments.increasing("steps", steps);
    Arguments.finite("loss", loss, 1);
    Arguments.sameLength("steps", steps, "loss", loss);
    steps = steps.clone();
    loss = loss.clone();
    strengths = Curves.checked("strengths", strengths, steps.length, modes.size());
    theory = Curves.copy(Arguments.present("theory", theory));
    Arguments.require(
        theory.length == steps.length,
        "theory has %d rows: expected %d",
        theory.length,
        steps.length);
    for (double[] row : theory) {
      Arguments.series("a row of theory", row, modes.size());
    }
  }

  static LinearLearning of(
      String method,
      LinearModes modes,
      double[] starts,
      double learningRate,
      double[] steps,
      LinearDescent.Place[] places) {
    double[][] strengths =
        Arrays.stream(places).map(place -> modes.strengthsOf(place.map())).toArray(double[][]::new);
    double[][] theory = new double[steps.length][modes.size()];
    for (int k = 0; k < modes.size(); k++) {
      double start = starts[k];
      for (int i = 0; i < steps.length; i++) {
        theory[i][k] =
            start < 1e-100 ? Double.NaN : modes.mode(k, start, learningRate).at(steps[i]);
      }
    }
    return new LinearLearning(
        method,
        modes,
        learningRate,
        steps,
        strengths,
        theory,
        Arrays.stream(places).mapToDouble(LinearDescent.Place::loss).toArray(),
        Provenance.of(Map.of("method", method, "learning rate", Double.toString(learningRate))));
  }

  @Override
  public double[] steps() {
    return steps.clone();
  }

  @Override
  public double[][] strengths() {
    return Curves.copy(strengths);
  }

  @Override
  public double[][] theory() {
    return Curves.copy(theory);
  }

  @Override
  public double[] loss() {
    return loss.clone();
  }

  /** The strength of mode k over the steps, k = 0 the strongest. */
  public double[] mode(int k) {
    Arguments.require(
        k >= 0 && k < modes.size(), "mode %d is asked for: expected 0 to %d", k, modes.size() - 1);
    return Curves.column(strengths, k);
  }

  /**
   * The largest distance of a mode from its theory, as a share of what it grows to; NaN where no
   * mode has a theory.
   */
  public double largestDifference() {
    double most = Double.NaN;
    for (int i = 0; i < steps.length; i++) {
      for (int k = 0; k < modes.size(); k++) {
        double share = Math.abs(strengths[i][k] - theory[i][k]) / modes.strengths()[k];
        if (!Double.isNaN(share) && !(share <= most)) {
          most = share;
        }
      }
    }
    return most;
  }

  @Override
  public String summary() {
    int last = steps.length - 1;
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s at learning rate %.4g: %d modes, steps %.4g to %.4g%nloss: %.4g to %.4g",
            method,
            learningRate,
            modes.size(),
            steps[0],
            steps[last],
            loss[0],
            loss[last]));
    for (int k = 0; k < Math.min(8, modes.size()); k++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nmode %d: %.4g of %.4g, ",
              k + 1,
              strengths[last][k],
              modes.strengths()[k]));
      text.append(
          Double.isNaN(theory[last][k])
              ? "without theory: it starts at 0"
              : String.format(Locale.ROOT, "theory %.4g", theory[last][k]));
    }
    return text.append(
            String.format(
                Locale.ROOT, "%nlargest distance from theory: %.3g of a mode", largestDifference()))
        .toString();
  }

  /** One row a step: {@code step}, {@code loss}, then {@code mode_1}, {@code theory_1}, ... */
  @Override
  public Table table() {
    var table =
        Table.create(method, DoubleColumn.create("step", steps), DoubleColumn.create("loss", loss));
    for (int k = 0; k < modes.size(); k++) {
      table.addColumns(
          DoubleColumn.create("mode_" + (k + 1), mode(k)),
          DoubleColumn.create("theory_" + (k + 1), Curves.column(theory, k)));
    }
    return table;
  }

  /** The modes as points, their theory as lines; at most eight modes. */
  @Override
  public Figure chart() {
    var panel = Panel.of("Training step", "Strength of the mode");
    for (int k = 0; k < Math.min(8, modes.size()); k++) {
      String name = String.format(Locale.ROOT, "s = %.3g", modes.strengths()[k]);
      panel = panel.points(name, steps, mode(k));
      if (!Double.isNaN(theory[0][k])) {
        panel = panel.line(name, steps, Curves.column(theory, k));
      }
    }
    return Figure.of(panel);
  }
}
