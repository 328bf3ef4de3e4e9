package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConceptStudyTest {
  private static final List<String> NAMES = List.of("colour", "size");
  private static final double[] STEPS =
      IntStream.rangeClosed(1, 30).mapToDouble(i -> 50.0 * i).toArray();

  private static ConceptTrajectory rising(double colour, double size) {
    double[][] z = new double[STEPS.length][];
    for (int i = 0; i < z.length; i++) {
      z[i] = new double[] {logistic(STEPS[i] - colour), logistic(STEPS[i] - size)};
    }
    return ConceptTrajectory.of(NAMES, STEPS, z);
  }

  private static double logistic(double t) {
    return 1 / (1 + Math.exp(-t / 40));
  }

  private static ConceptRun run(double colour, double size) {
    var heldOut = rising(colour, size);
    double[] naive = heldOut.concept("colour");
    double[] elicited = rising(colour - 200, size).concept("colour");
    return ConceptRun.of(heldOut)
        .training(List.of(rising(300, 300)), new double[][] {{1, 1}})
        .capability(HiddenCapability.of(STEPS, naive, elicited));
  }

  private static ConceptReport report(double colour) {
    return ConceptStudy.of(List.of(run(colour, 300), run(colour + 50, 300), run(colour + 100, 300)))
        .run();
  }

  @Test
  void oneCallGivesTheTable() {
    var report = report(700);
    assertEquals(
        List.of(
            "learned: colour (step)",
            "learned: size (step)",
            "turn (degrees)",
            "turn (step)",
            "training saturation (step)",
            "turn over saturation",
            "naive prompting (step)",
            "best intervention (step)",
            "gap (steps)",
            "hidden accuracy"),
        report.table().stringColumn("quantity").asList());
    double expected = 750 + 40 * Math.log(4);
    // The line between checkpoints 50 steps apart is not the curve: a few steps off.
    assertEquals(expected, report.quantity("learned: colour (step)").mean(), 3);
    assertEquals(200, report.gap().mean(), 1e-9);
    assertEquals(200, report.gap().low(), 1e-9);
    assertEquals(0, report.firstShare("colour"));
    assertEquals(1, report.firstShare("size"));
    assertTrue(report.summary().lines().count() <= 12, report.summary());
    assertEquals(3, report.chart().panels().size());
    var colour = report.quantity("learned: colour (step)");
    assertTrue(colour.low() < colour.mean() && colour.mean() < colour.high());
  }

  @Test
  void whatIsNeverLearnedIsCountedAndLeavesNoNumber() {
    var report = ConceptStudy.of(List.of(run(700, 300), run(5000, 300))).run();
    var colour = report.quantity("learned: colour (step)");
    assertEquals(1, colour.count());
    assertEquals(Double.NaN, colour.low());
    assertTrue(colour.toString().contains("1 of 2 runs"), colour.toString());
    assertEquals(Double.NaN, report.times("colour")[1]);
  }

  @Test
  void aStudyOfTrajectoriesAloneHasNoSaturationAndNoGap() {
    var report = ConceptStudy.ofTrajectories(List.of(rising(400, 300))).smooth(1.5).run();
    assertEquals(4, report.quantities().size());
    assertThrows(IllegalArgumentException.class, report::gap);
    assertEquals(2, report.chart().panels().size());
  }

  @Test
  void wordsReturnCopies() {
    var study = ConceptStudy.of(List.of(run(700, 300)));
    var other = study.rule(LearningRule.firstTwo()).smooth(2).turnFrom(200).saturated(0.02).seed(9);
    assertEquals("settle at 0.8", study.run().mean().times().rule().toString());
    assertEquals("first two at 0.8", other.run().mean().times().rule().toString());
    assertEquals("0.0 checkpoints", study.run().provenance().options().get("smoothing"));
    assertEquals(9, other.run().provenance().seed());
  }

  @Test
  void aSeedGivesTheSameIntervals() {
    assertEquals(
        report(700).quantity("turn (step)").low(), report(700).quantity("turn (step)").low());
  }

  @Test
  void aSweepHasItsCrossingAndItsTrend() {
    double[] separations = {0.1, 0.2, 0.4, 0.8};
    var sweep =
        ConceptSweep.of(
            "colour separation",
            separations,
            List.of(report(1000), report(600), report(250), report(100)));
    var crossing = sweep.crossing("colour", "size", 1500);
    assertEquals(0.4, crossing.crossing(), 1e-6);
    assertTrue(crossing.low() <= 0.4 && crossing.high() >= 0.4);
    var trend = sweep.trend("colour", 1500);
    assertEquals(12, trend.rank().n());
    assertTrue(trend.rho() < -0.9 && trend.p() < 0.001);
    assertEquals(4, sweep.table().rowCount());
    assertEquals(4, sweep.turnSaturation().runs());
    assertArrayEquals(new double[] {3, 3, 3, 3}, sweep.table().intColumn("runs").asDoubleArray());
    assertEquals(0.4, sweep.at(0.4).mean().run().dimension() * 0.2, 1e-15);
    assertThrows(IllegalArgumentException.class, () -> sweep.at(0.3));
  }

  @Test
  void runsAtConstantSpeedAreExplainedByTheSignalThatSetsIt() {
    double[] signals = {1, 2, 3};
    List<List<ConceptTrajectory>> classes =
        Arrays.stream(signals)
            .mapToObj(
                s -> {
                  double[][] z = new double[STEPS.length][];
                  for (int i = 0; i < z.length; i++) {
                    double at = Math.exp(s) * STEPS[i];
                    z[i] = new double[] {at, at};
                  }
                  return List.of(ConceptTrajectory.of(NAMES, STEPS, z));
                })
            .toList();
    var found = SpeedRegression.of(signals, classes);
    assertEquals(1, found.signalSlope(), 1e-12);
    assertEquals(0, found.stepSlope(), 1e-12);
    assertEquals(1, found.both(), 1e-12);
    assertEquals(1, found.signal(), 1e-12);
    assertEquals(0, found.step(), 1e-12);
    assertEquals(90, found.n());
  }
}
