package murmuration.concept;

import java.util.Arrays;
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
 * The sharpest turn of a run in concept space: in a picture of the kind Park et al. (2024) draw,
 * the corner after the run has headed for a training class and before it leaves for the class that
 * was held out.
 *
 * <p>Moves of length zero are dropped and the path is resampled at m places equally far apart along
 * its length, so that neither the spacing of checkpoints nor standing still makes corners. At place
 * i the angle is that between the chords from i - w and to i + w; the turn is the largest, the
 * first of equal ones. Angles of raw noisy runs mean nothing: smooth first, and skip the early
 * wandering of the untrained model.
 *
 * @param angle the turn, 0 to 180 degrees; NaN for a run that does not move
 * @param step training step there, interpolated
 * @param point coordinates there, length d
 * @param arcFraction share of the path's length before it, 0 to 1
 * @param pathLength length of the path
 * @param straightness distance from start to end over the path's length; 1 is straight
 * @param angles the angle at every place looked at, degrees; empty for a run that does not move
 * @param angleSteps training steps of these places
 * @param provenance where it comes from
 */
public record Turn(
    double angle,
    double step,
    double[] point,
    double arcFraction,
    double pathLength,
    double straightness,
    double[] angles,
    double[] angleSteps,
    Provenance provenance)
    implements Charted {
  private static final int PLACES = 101;
  private static final int CHORD = 10;
  private static final int MOST_PLACES = 100_000;
  private static final double SUDDEN = 45;

  /** Checks the lengths and keeps its own copy. */
  public Turn {
    Arguments.series("point", point, 1);
    Arguments.series("angles", angles, 0);
    Arguments.series("angleSteps", angleSteps, 0);
    Arguments.sameLength("angles", angles, "angleSteps", angleSteps);
    Arguments.present("provenance", provenance);
    point = point.clone();
    angles = angles.clone();
    angleSteps = angleSteps.clone();
  }

  /** The turn of a whole run, at 101 places with chords of 10. */
  public static Turn of(ConceptTrajectory run) {
    return of(run, Double.NEGATIVE_INFINITY);
  }

  /**
   * The turn of a run from a step on, at 101 places with chords of 10.
   *
   * @param run the run, smoothed
   * @param fromStep first step that counts; at least 2 checkpoints must follow
   */
  public static Turn of(ConceptTrajectory run, double fromStep) {
    return of(run, fromStep, PLACES, CHORD);
  }

  /**
   * The turn of a run.
   *
   * @param run the run, smoothed
   * @param fromStep first step that counts; at least 2 checkpoints must follow
   * @param places m, 3 to 100,000
   * @param chord w, at least 1, at most (m - 1)/2
   */
  public static Turn of(ConceptTrajectory run, double fromStep, int places, int chord) {
    Arguments.present("run", run);
    Arguments.require(
        places >= 3 && places <= MOST_PLACES,
        "places is %d: expected 3 to %d",
        places,
        MOST_PLACES);
    Arguments.require(
        chord >= 1 && chord <= (places - 1) / 2,
        "chord is %d: expected 1 to %d, so that two fit among %d places",
        chord,
        (places - 1) / 2,
        places);
    ConceptTrajectory kept =
        fromStep <= run.step(0) ? run : run.slice(fromStep, run.step(run.size() - 1));
    var path = ConceptPath.of(kept);
    Map<String, String> options =
        Map.of("from", fromStep + "", "places", places + "", "chord", chord + "");
    var provenance = Provenance.of(options).data(run.provenance().data());
    if (path.length() == 0) {
      return still(run.dimension(), provenance);
    }
    double[][] at = path.resampled(places);
    double[] angles = new double[places - 2 * chord];
    double[] steps = new double[angles.length];
    int sharpest = -1;
    for (int j = 0; j < angles.length; j++) {
      int i = j + chord;
      angles[j] = angle(at[i - chord], at[i], at[i + chord]);
      steps[j] = path.step(at[i]);
      if (angles[j] >= 0 && (sharpest < 0 || angles[j] > angles[sharpest])) {
        sharpest = j;
      }
    }
    double straightness = path.straightness();
    if (sharpest < 0) {
      return new Turn(
          Double.NaN,
          Double.NaN,
          nan(run.dimension()),
          Double.NaN,
          path.length(),
          straightness,
          angles,
          steps,
          provenance);
    }
    int i = sharpest + chord;
    return new Turn(
        angles[sharpest],
        steps[sharpest],
        path.point(at[i]),
        (double) i / (places - 1),
        path.length(),
        straightness,
        angles,
        steps,
        provenance);
  }

  private static Turn still(int d, Provenance provenance) {
    double none = Double.NaN;
    double[] empty = {};
    return new Turn(none, none, nan(d), none, 0, none, empty, empty, provenance);
  }

  private static double[] nan(int d) {
    double[] nan = new double[d];
    Arrays.fill(nan, Double.NaN);
    return nan;
  }

  /** The angle between the moves a to b and b to c, degrees; NaN where either has no length. */
  private static double angle(double[] a, double[] b, double[] c) {
    double product = 0;
    double before = 0;
    double after = 0;
    for (int k = 0; k < a.length - 1; k++) {
      double u = b[k] - a[k];
      double v = c[k] - b[k];
      product += u * v;
      before += u * u;
      after += v * v;
    }
    double length = Math.sqrt(before) * Math.sqrt(after);
    return length > 0 ? Math.toDegrees(Math.acos(Math.clamp(product / length, -1, 1))) : Double.NaN;
  }

  /** Coordinates of the turn, length d. */
  @Override
  public double[] point() {
    return point.clone();
  }

  /** The angle at every place looked at, degrees. */
  @Override
  public double[] angles() {
    return angles.clone();
  }

  /** Training steps of these places. */
  @Override
  public double[] angleSteps() {
    return angleSteps.clone();
  }

  /** Whether the turn is one of 45 degrees or more. */
  public boolean isSudden() {
    return angle >= SUDDEN;
  }

  @Override
  public String summary() {
    if (Double.isNaN(angle)) {
      return "no turn: the run does not move";
    }
    return String.format(
        Locale.ROOT,
        "turn of %.4g degrees at step %.6g (%s)\n"
            + "after %.3g of a path of length %.4g, straightness %.3g",
        angle,
        step,
        isSudden() ? "sudden: 45 or more" : "not sudden: below 45",
        arcFraction,
        pathLength,
        straightness);
  }

  @Override
  public Table table() {
    return Quantities.of("turn")
        .and("angle (degrees)", angle)
        .and("step", step)
        .and("share of the path before it", arcFraction)
        .and("path length", pathLength)
        .and("straightness", straightness)
        .table();
  }

  /** The angle along training; a vertical line at the turn. */
  @Override
  public Figure chart() {
    Panel panel = Panel.of("Training step", "Angle between chords (degrees)").yRange(0, 180);
    if (angles.length > 0) {
      panel = panel.line("run", angleSteps, angles);
    }
    return Figure.of(Double.isNaN(step) ? panel : panel.vertical(step));
  }
}
