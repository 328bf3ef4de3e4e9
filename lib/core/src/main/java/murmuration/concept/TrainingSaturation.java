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
 * When the training classes were learned: the first checkpoint at which the mean, over classes and
 * concepts, of the squared distance to their targets is below a tolerance.
 *
 * @param index checkpoint, from 0; -1 where it never is
 * @param step training step there; NaN where it never is
 * @param tolerance the tolerance
 * @param steps training steps, length n
 * @param deviation mean squared distance at each, length n
 * @param provenance where it comes from
 */
public record TrainingSaturation(
    int index,
    double step,
    double tolerance,
    double[] steps,
    double[] deviation,
    Provenance provenance)
    implements Charted {
  private static final double TOLERANCE = 0.01;

  /** Checks the lengths and keeps its own copy. */
  public TrainingSaturation {
    Arguments.positive("tolerance", tolerance);
    Arguments.increasing("steps", steps);
    Arguments.finite("deviation", deviation, 2);
    Arguments.sameLength("steps", steps, "deviation", deviation);
    Arguments.require(
        index >= -1 && index < steps.length,
        "index is %d: expected -1 to %d",
        index,
        steps.length - 1);
    Arguments.present("provenance", provenance);
    steps = steps.clone();
    deviation = deviation.clone();
  }

  /** The saturation of training classes, to a mean squared distance of 0.01. */
  public static TrainingSaturation of(List<ConceptTrajectory> classes, double[][] targets) {
    return of(classes, targets, TOLERANCE);
  }

  /**
   * The saturation of training classes.
   *
   * @param classes the run of each training class, with the same concepts and steps
   * @param targets classes x d coordinates each should reach, usually 0 or 1
   * @param tolerance mean squared distance to fall below, above 0
   */
  public static TrainingSaturation of(
      List<ConceptTrajectory> classes, double[][] targets, double tolerance) {
    List<ConceptTrajectory> alike = ConceptTrajectory.alike(classes);
    Arguments.positive("tolerance", tolerance);
    ConceptTrajectory first = alike.getFirst();
    double[][] checked = targets(alike.size(), first.dimension(), targets);
    double[] deviation = new double[first.size()];
    int index = -1;
    for (int i = 0; i < deviation.length; i++) {
      double squares = 0;
      for (int c = 0; c < checked.length; c++) {
        squares += alike.get(c).squareTo(checked[c], i);
      }
      deviation[i] = squares / (checked.length * first.dimension());
      index = index < 0 && deviation[i] < tolerance ? i : index;
    }
    double step = index < 0 ? Double.NaN : first.step(index);
    var provenance =
        Provenance.of(Map.of("tolerance", tolerance + "")).data(first.provenance().data());
    return new TrainingSaturation(index, step, tolerance, first.steps(), deviation, provenance);
  }

  /** A copy of the targets, one row a class of one number a concept. */
  static double[][] targets(int classes, int d, double[][] targets) {
    Arguments.present("targets", targets);
    Arguments.require(
        targets.length == classes,
        "targets has %d rows: expected %d, one a training class",
        targets.length,
        classes);
    double[][] copy = new double[classes][];
    for (int c = 0; c < classes; c++) {
      Arguments.finite("targets[" + c + "]", targets[c], 1);
      Arguments.require(
          targets[c].length == d,
          "targets[%d] has %d numbers: expected %d, one a concept",
          c,
          targets[c].length,
          d);
      copy[c] = targets[c].clone();
    }
    return copy;
  }

  /** Training steps, length n. */
  @Override
  public double[] steps() {
    return steps.clone();
  }

  /** Mean squared distance at each, length n. */
  @Override
  public double[] deviation() {
    return deviation.clone();
  }

  @Override
  public String summary() {
    return index < 0
        ? String.format(
            Locale.ROOT,
            "training not saturated: mean squared distance %.3g at the last step, tolerance %.3g",
            deviation[deviation.length - 1],
            tolerance)
        : String.format(
            Locale.ROOT,
            "training saturated at step %.6g (checkpoint %d): mean squared distance below %.3g",
            step,
            index,
            tolerance);
  }

  @Override
  public Table table() {
    return Quantities.of("training saturation")
        .and("step", step)
        .and("checkpoint", index)
        .and("tolerance", tolerance)
        .and("mean squared distance at the end", deviation[deviation.length - 1])
        .table();
  }

  /** The distance along training, and the tolerance. */
  @Override
  public Figure chart() {
    Panel panel =
        Panel.of("Training step", "Mean squared distance to targets")
            .line("training classes", steps, deviation)
            .horizontal(tolerance);
    return Figure.of(index < 0 ? panel : panel.vertical(step));
  }
}
