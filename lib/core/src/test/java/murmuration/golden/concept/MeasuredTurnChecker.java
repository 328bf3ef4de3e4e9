package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.LearningRule;
import murmuration.concept.Turn;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/**
 * The sudden turn of the small generator. The file's runs are rounded to three digits and its
 * smoothed means to four, after the turn was found: what is computed from them is compared to half
 * a unit of the last digit. Over a chord of some 0.06 that is 0.1 degrees of angle.
 */
public final class MeasuredTurnChecker implements Checker {
  private static final Tolerance ROUNDED = Tolerance.absolute(5.1e-4);
  private static final Tolerance CLOSE = Tolerance.absolute(1e-4);
  private static final Tolerance ANGLE = Tolerance.absolute(0.2);
  private static final Tolerance STEP = Tolerance.absolute(0.05);
  private static final List<String> CONCEPTS = List.of("colour", "size");

  @Override
  public String kind() {
    return "concept/insilico-turn";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    report.equal("rules", 3, file.root().at("acceptance").items().size());
    report.equal(
        "columns",
        List.of(
            "step", "p11_colour", "p11_size", "naive_joint_acc", "overprompt_best", "latent_best"),
        file.root().at("columns_runs").items().stream().map(Node::text).toList());
    for (Node one : file.root().at("cases").items()) {
      check(one, report);
    }
  }

  private static void check(Node one, Report report) {
    double separation = one.at("sep_col").number();
    double[] steps = one.at("steps").numbers();
    var path = ConceptTrajectory.of(CONCEPTS, steps, one.at("mean_p11_smoothed").matrix());
    List<double[][]> runs = one.at("runs").items().stream().map(Node::matrix).toList();
    var smoothed =
        ConceptTrajectory.mean(
                runs.stream()
                    .map(run -> ConceptTrajectory.of(CONCEPTS, column(run, 0), points(run)))
                    .toList())
            .smooth(2);
    for (int k = 0; k < 2; k++) {
      report.numbers(one.path() + " smoothed", path.concept(k), smoothed.concept(k), ROUNDED);
    }
    turn(one, path, separation, report);
    lowest(one, path, separation, report);
    for (double[][] run : runs) {
      double latent = LearningRule.firstTwo().time(steps, column(run, 5));
      double naive = LearningRule.firstTwo().time(steps, column(run, 3));
      report.holds(
          one.path() + " latent by 360, no later than naive",
          separation < 0.2 || (latent <= 360 && (Double.isNaN(naive) || latent <= naive)),
          "found " + latent + " and " + naive);
    }
  }

  private static void turn(Node one, ConceptTrajectory path, double separation, Report report) {
    Node expected = one.at("turn_to_300");
    Turn turn = Turn.of(path.slice(0, 300));
    String where = one.path() + " turn";
    report.number(where, expected.at("angle_deg").number(), turn.angle(), ANGLE);
    report.number(where + " step", expected.at("step").number(), turn.step(), STEP);
    report.numbers(where + " point", expected.at("point").numbers(), turn.point(), CLOSE);
    report.number(where + " arc", expected.at("arc_fraction").number(), turn.arcFraction(), CLOSE);
    report.number(where + " length", expected.at("path_length").number(), turn.pathLength(), CLOSE);
    report.number(
        where + " straightness", expected.at("straightness").number(), turn.straightness(), CLOSE);
    report.holds(
        where + " rule",
        turn.step() >= 60 && turn.step() <= 260 && turn.angle() >= (separation < 0.3 ? 45 : 25),
        turn.summary());
  }

  private static void lowest(Node one, ConceptTrajectory path, double separation, Report report) {
    double[] colour = path.concept("colour");
    int lowest = 0;
    int by120 = 0;
    for (int i = 0; i < colour.length; i++) {
      lowest = colour[i] < colour[lowest] ? i : lowest;
      by120 = path.step(i) <= 120 ? i : by120;
    }
    String where = one.path() + " lowest colour";
    Node expected = one.at("min_colour");
    report.number(where, expected.at("step").number(), path.step(lowest), Tolerance.EXACT);
    report.numbers(where, expected.at("point").numbers(), path.point(lowest), CLOSE);
    double end = colour[colour.length - 1];
    report.holds(
        where + " rule",
        colour[lowest] < 0.45
            && path.value(by120, 1) >= 0.8
            && (separation < 0.2 || end >= (separation < 0.3 ? 0.65 : 0.7)),
        "found " + colour[lowest] + ", small " + path.value(by120, 1) + ", end " + end);
  }

  private static double[] column(double[][] run, int k) {
    return Arrays.stream(run).mapToDouble(row -> row[k]).toArray();
  }

  private static double[][] points(double[][] run) {
    return Arrays.stream(run).map(row -> Arrays.copyOfRange(row, 1, 3)).toArray(double[][]::new);
  }
}
