package murmuration.scaling.emergence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Proportion;
import murmuration.scaling.metric.Metrics;
import murmuration.scaling.metric.MirageModel;
import murmuration.scaling.metric.ScaledOutputs;
import murmuration.scaling.simulation.MirageSimulator;
import org.junit.jupiter.api.Test;

class EmergenceTest {
  private static final MirageSimulator SMOOTH =
      MirageSimulator.of(new MirageModel(2e7, -0.25)).items(300);

  private static Emergence study(ScaledOutputs outputs) {
    return Emergence.of(outputs).metrics(Metrics.EXACT_MATCH, Metrics.EDIT_DISTANCE).draws(99);
  }

  private static int count(MirageSimulator simulator, EmergenceVerdict verdict, int runs) {
    return (int)
        IntStream.range(0, runs)
            .parallel()
            .filter(i -> study(simulator.seed(i).simulate()).seed(i).test().verdict() == verdict)
            .count();
  }

  /** The rate must not be shown to be above 0.05; the chance of a false alarm is below 1e-3. */
  private static void atMostFivePercent(int alarms, int runs) {
    double[] ends = new Proportion(alarms, runs).clopperPearson(0.998);
    assertTrue(ends[0] <= 0.05, alarms + " of " + runs);
  }

  @Test
  void aSmoothLawIsCalledAcceleratedNoMoreOftenThanStated() {
    atMostFivePercent(count(SMOOTH, EmergenceVerdict.ACCELERATED, 80), 80);
  }

  @Test
  void unequalItemsUnderASmoothLawAreCalledAcceleratedNoMoreOftenThanStated() {
    atMostFivePercent(count(SMOOTH.spread(1), EmergenceVerdict.ACCELERATED, 80), 80);
  }

  @Test
  void unequalItemsTakenAsEqualRing() {
    var outputs = SMOOTH.items(1000).spread(2).simulate();
    assertEquals(EmergenceVerdict.ACCELERATED, study(outputs).withEqualItems().test().verdict());
  }

  @Test
  void anExponentThatDoublesIsFound() {
    int found = count(SMOOTH.accelerate(1e9, 2), EmergenceVerdict.ACCELERATED, 20);
    assertTrue(found >= 19, found + " of 20");
  }

  @Test
  void whatOnlyTheStrongestOptionShowsIsAPropertyOfTheMetric() {
    var outputs = SMOOTH.items(1000).spread(0.5).choices(4);
    var report = Emergence.of(outputs).draws(99).test();
    assertEquals(EmergenceVerdict.BY_METRIC_ONLY, report.verdict());
    assertTrue(report.words().contains("only by multiple choice grade"), report.words());
  }

  @Test
  void probabilitiesOfOptionsThatAccelerateAreFound() {
    var outputs = SMOOTH.spread(0.5).accelerate(1e9, 2).choices(4);
    assertEquals(EmergenceVerdict.ACCELERATED, Emergence.of(outputs).draws(99).test().verdict());
  }

  @Test
  void anExponentThatHalvesIsSlowing() {
    var report = study(SMOOTH.items(2000).accelerate(1e9, 0.4).simulate()).test();
    assertEquals(EmergenceVerdict.SLOWING, report.verdict());
    assertTrue(report.test(Metrics.EDIT_DISTANCE).last().value() < 0.2, report.words());
  }

  @Test
  void aSharpCurveUnderASmoothLawIsSaidToBeThat() {
    var outputs = SMOOTH.length(20).items(2000).simulate();
    var report = study(outputs).test();
    assertEquals(EmergenceVerdict.SHARP_BUT_SMOOTH, report.verdict());
    assertTrue(report.words().contains("exact match"), report.words());
    assertTrue(report.resolution().startsWith("RESOLUTION TOO LOW"), report.resolution());
  }

  @Test
  void theExponentOfTheLawIsThatOfTheModel() {
    var test = study(SMOOTH.items(5000).simulate()).test().test(Metrics.EDIT_DISTANCE);
    assertEquals(0.25, test.exponent(), 0.01);
    assertTrue(test.first().low() < 0.25 && 0.25 < test.first().high());
    assertTrue(test.last().low() < 0.25 && 0.25 < test.last().high());
    assertArrayEquals(test.values(), test.expected(), 0.05);
  }

  @Test
  void talliesAloneCanShowAcceleration() {
    double[] n = {1e7, 3e7, 1e8, 3e8, 1e9, 3e9, 1e10};
    int[] right = {0, 0, 0, 1, 30, 500, 950};
    int[] items = {1000, 1000, 1000, 1000, 1000, 1000, 1000};
    var report =
        Emergence.of(ScaledOutputs.ofTallies("parameters", n, right, items)).draws(199).test();
    assertEquals(1, report.tests().size());
    assertTrue(report.test(Metrics.EXACT_MATCH).pAcceleration() <= 1);
    assertEquals(0, report.test(Metrics.EXACT_MATCH).spread(), "tallies do not tell");
  }

  @Test
  void correctedPAreAtLeastTheirOwn() {
    var report = Emergence.of(SMOOTH.simulate()).draws(99).test();
    double[] faster = report.correctedAcceleration();
    double[] slower = report.correctedSlowing();
    double[] sharper = report.correctedSharpness();
    for (int k = 0; k < faster.length; k++) {
      assertTrue(faster[k] >= report.tests().get(k).pAcceleration());
      assertTrue(slower[k] >= report.tests().get(k).pSlowing());
      assertTrue(sharper[k] >= report.tests().get(k).pSharpness());
    }
  }

  @Test
  void resultsDoNotDependOnThreads() {
    var study = study(SMOOTH.simulate());
    var alone = new ForkJoinPool(1).submit(() -> study.test().summary()).join();
    var many = new ForkJoinPool(4).submit(() -> study.test().summary()).join();
    assertEquals(alone, many);
  }

  @Test
  void aTestThatNothingPassesSaysSo() {
    var report = study(SMOOTH.length(200).items(30).simulate()).test();
    assertTrue(report.summary().contains("RESOLUTION TOO LOW"), report.summary());
    assertEquals(1, report.test(Metrics.EXACT_MATCH).pAcceleration());
  }

  @Test
  void whatIsShownIsShort() {
    var report = Emergence.of(SMOOTH.choices(3)).draws(19).test();
    assertTrue(report.summary().lines().count() <= 12, report.summary());
    assertEquals(5, report.table().rowCount());
    assertEquals(5, report.chart().panels().size());
    assertTrue(report.tests().getFirst().summary().lines().count() <= 12);
    assertEquals(1, report.tests().getFirst().chart().panels().size());
  }

  @Test
  void fewerThanFourScalesAreRefused() {
    var three = SMOOTH.scales(1e8, 1e9, 1e9, 1e10).simulate();
    var e = assertThrows(IllegalArgumentException.class, () -> Emergence.of(three));
    assertTrue(e.toString().contains("at least 4"), e.toString());
    var four = study(SMOOTH.scales(1e8, 1e9, 3e9, 1e10).simulate());
    assertThrows(IllegalArgumentException.class, () -> four.draws(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> four.metrics(Metrics.EXACT_MATCH, Metrics.EXACT_MATCH));
    assertThrows(IllegalArgumentException.class, () -> four.metrics(Metrics.BRIER).test());
  }
}
