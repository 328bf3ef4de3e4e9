package murmuration.golden.concept;

import murmuration.concept.Turn;
import murmuration.concept.theory.ToyLandscape;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** Concepts that rise by themselves, and the turn of their run. */
public final class ToyLogisticChecker implements Checker {
  /** The arc cosine of a cosine one or two roundings below 1, in degrees. */
  private static final double STRAIGHT = 3e-6;

  @Override
  public String kind() {
    return "concept/toy-logistic";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    for (Node expected : file.root().at("cases").items()) {
      var toy = ToyLandscape.of(expected.at("k").numbers(), expected.at("t").numbers());
      double[] steps = expected.at("steps").numbers();
      double[][] z = expected.at("z").matrix();
      double[][] found = toy.at(steps);
      for (int i = 0; i < z.length; i++) {
        report.numbers(expected.path() + " z[" + i + "]", z[i], found[i], tolerance);
      }
      report.holds(
          expected.path() + " pull",
          expected.at("pull").number() >= 0,
          "a number that no curve of this file depends on");
      turn(expected.at("turn"), Turn.of(toy.trajectory(steps)), tolerance, report);
    }
  }

  /**
   * On a straight run every place has the angle of rounding alone, and where it is largest is
   * chance: the angle is held to the rounding, the place to be on the run.
   */
  private static void turn(Node expected, Turn found, Tolerance tolerance, Report report) {
    String at = expected.path();
    double angle = expected.at("angle_deg").number();
    report.number(
        at + " length", expected.at("path_length").number(), found.pathLength(), tolerance);
    report.number(
        at + " straightness",
        expected.at("straightness").number(),
        found.straightness(),
        tolerance);
    if (angle < STRAIGHT) {
      report.number(at + " angle", angle, found.angle(), Tolerance.absolute(STRAIGHT));
      for (double[] point : new double[][] {expected.at("point").numbers(), found.point()}) {
        report.number(at + " point on the line", point[0], point[1], tolerance);
      }
      for (String name : new String[] {"step", "arc_fraction"}) {
        report.holds(
            at + " " + name, expected.at(name).number() >= 0, "a place on the run: 0 or more");
      }
      return;
    }
    report.number(at + " angle", angle, found.angle(), tolerance);
    report.number(at + " step", expected.at("step").number(), found.step(), tolerance);
    report.numbers(at + " point", expected.at("point").numbers(), found.point(), tolerance);
    report.number(
        at + " fraction", expected.at("arc_fraction").number(), found.arcFraction(), tolerance);
  }
}
