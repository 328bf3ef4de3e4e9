package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import murmuration.math.LogSpaced;
import murmuration.scaling.simulation.SyntheticRuns;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final AdditiveLaw LAW = AdditiveLaw.HOFFMANN;
  private static final double TRUTH = Frontier.of(LAW).parameterExponent();

  /** Exact training curves of so many sizes, 1e9 to 1e12 tokens. */
  private static List<TrainingCurve> curves(int sizes) {
    double[] n = LogSpaced.of(3e7, 3e10, sizes);
    double[] d = LogSpaced.of(1e9, 1e13, 60);
    return TrainingCurve.ofSizes(SyntheticRuns.of(LAW).grid(n, d).noise(0).simulate(1), 6);
  }

  @Test
  void theEnvelopeOfManyExactCurvesHasTheExponentOfTheFrontier() {
    EnvelopeFit fit = Envelope.of(curves(60)).inner().resamples(0).run();
    assertEquals(TRUTH, fit.parameterExponent(), 0.01);
    assertEquals(1 - TRUTH, fit.tokenExponent(), 0.01);
    double best = Frontier.of(LAW).parameters(1e22);
    assertEquals(1, fit.parameters(1e22) / best, 0.1);
    assertEquals(1e22, 6 * fit.parameters(1e22) * fit.tokens(1e22), 1e12);
  }

  @Test
  void theSmallestAndTheLargestSizeFlattenTheLine() {
    double all = Envelope.of(curves(30)).resamples(0).run().parameterExponent();
    double inner = Envelope.of(curves(30)).inner().resamples(0).run().parameterExponent();
    assertTrue(all < inner, all + " against " + inner);
  }

  @Test
  void theBootstrapOverSizesIsWiderThanTheErrorOfTheLine() {
    EnvelopeFit fit = Envelope.of(curves(12)).inner().run();
    double[] interval = fit.parameterExponentInterval(0.95);
    double naive = 4 * fit.parameterLine().standardError(1);
    assertTrue(interval[1] - interval[0] > 3 * naive, Arrays.toString(interval));
    assertTrue(interval[0] < TRUTH && TRUTH < interval[1], Arrays.toString(interval));
  }

  @Test
  void drawsDoNotDependOnThreads() {
    Envelope study = Envelope.of(curves(8)).budgets(200).resamples(40).seed(9);
    double[] here = study.run().draws();
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(here, one.submit(() -> study.run().draws()).join(), 0);
    }
  }

  @Test
  void lossesBetweenPointsAreInterpolatedInLogs() {
    TrainingCurve curve = TrainingCurve.of(1, new double[] {1, 100}, new double[] {4, 1});
    assertEquals(2, curve.loss(10), 1e-12);
    assertEquals(4, curve.loss(1), 0);
    assertTrue(Double.isNaN(curve.loss(0.5)) && Double.isNaN(curve.loss(101)));
  }

  @Test
  void runsOfOneSizeBecomeItsCurve() {
    double[] n = {2, 1, 1, 1, 3};
    double[] d = {5, 20, 10, 10, 1};
    double[] loss = {9, 2, 3, 5, 9};
    List<TrainingCurve> curves = TrainingCurve.ofSizes(TrainingRuns.of(n, d, loss), 6);
    assertEquals(1, curves.size());
    assertArrayEquals(new double[] {60, 120}, curves.getFirst().compute(), 0);
    assertArrayEquals(new double[] {4, 2}, curves.getFirst().losses(), 0);
  }

  @Test
  void curvesThatNeverCrossAreRefused() {
    List<TrainingCurve> parallel =
        DoubleStream.of(1, 2, 3)
            .mapToObj(n -> TrainingCurve.of(n, new double[] {1, 10}, new double[] {2 * n, n}))
            .toList();
    var refused = assertThrows(IllegalArgumentException.class, () -> Envelope.of(parallel).run());
    assertTrue(String.valueOf(refused.getMessage()).contains("curves that cross"));
  }
}
