package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.LearningRule;
import murmuration.concept.LearningTimes;
import murmuration.concept.Motion;
import murmuration.concept.Turn;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** What both files of trajectories expect of a run. */
record Detections(Report report, Tolerance plain, Tolerance steps, Tolerance angles) {
  private static final double CURVATURE = 1e-9;

  static ConceptTrajectory run(Node steps, Node values) {
    double[][] z = values.matrix();
    List<String> names = IntStream.range(0, z[0].length).mapToObj(k -> "concept " + k).toList();
    return ConceptTrajectory.of(names, steps.numbers(), z);
  }

  /** Everything below {@code expect}, of a run that is smoothed already. */
  void check(Node expect, ConceptTrajectory run) {
    double[][] smoothed = expect.at("smoothed").matrix();
    for (int i = 0; i < smoothed.length; i++) {
      report.numbers(expect.path() + ".smoothed[" + i + "]", smoothed[i], run.point(i), plain);
    }
    for (String threshold : expect.at("cross").keys()) {
      double level = Double.parseDouble(threshold);
      times(expect.at("cross").at(threshold), run, LearningRule.firstCrossing(level));
      times(expect.at("settle").at(threshold), run, LearningRule.settle(level));
      var rule = LearningRule.sustained(level, 3);
      double[] found =
          IntStream.range(0, run.dimension())
              .mapToDouble(k -> rule.index(run.concept(k)))
              .toArray();
      Node sustained = expect.at("sustained").at(threshold);
      report.numbers(sustained.path(), sustained.numbers(), found, Tolerance.EXACT);
    }
    var motion = Motion.of(run);
    report.numbers(expect.path() + ".speed", expect.at("speed").numbers(), motion.speed(), plain);
    if (expect.has("curvature")) {
      curvature(expect.at("curvature"), run, motion);
    }
    turn(expect.at("turn"), Turn.of(run));
  }

  /**
   * Curvature, relative above 1. The peer forms the derivative as a weighted sum of values, which
   * loses digits where the run hardly moves; there its own rounding, {@code 4 eps max|z| / (h
   * speed)^2} with h the shortest step beside, is allowed on top ({@code MotionTest} shows that
   * ours is the curvature of exact arithmetic at such places).
   */
  private void curvature(Node expect, ConceptTrajectory run, Motion motion) {
    double[] expected = expect.numbers();
    double[] found = motion.curvature();
    report.equal(expect.path() + " length", expected.length, found.length);
    double largest =
        Arrays.stream(run.values()).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      double before = i == 0 ? Double.MAX_VALUE : run.step(i) - run.step(i - 1);
      double after = i == run.size() - 1 ? before : run.step(i + 1) - run.step(i);
      double move = Math.min(before, after) * motion.speed()[i];
      double rounding = 4 * Math.ulp(1.0) * largest / (move * move);
      report.number(
          expect.path() + "[" + i + "]",
          expected[i],
          found[i],
          new Tolerance(CURVATURE + rounding, CURVATURE));
    }
  }

  private void times(Node expect, ConceptTrajectory run, LearningRule rule) {
    report.numbers(expect.path(), expect.numbers(), LearningTimes.of(run, rule).times(), steps);
  }

  /** A location that is null is not compared: a straight run has no turn anywhere. */
  void turn(Node expect, Turn turn) {
    String path = expect.path();
    report.number(path + " angle", expect.at("angle_deg").number(), turn.angle(), angles);
    report.number(path + " length", expect.at("path_length").number(), turn.pathLength(), plain);
    report.number(
        path + " straightness", expect.at("straightness").number(), turn.straightness(), plain);
    if (!expect.at("step").isNull()) {
      report.number(path + " step", expect.at("step").number(), turn.step(), steps);
      report.numbers(path + " point", expect.at("point").numbers(), turn.point(), plain);
      report.number(
          path + " fraction", expect.at("arc_fraction").number(), turn.arcFraction(), plain);
    }
  }
}
