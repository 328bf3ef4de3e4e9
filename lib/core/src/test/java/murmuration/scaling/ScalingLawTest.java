package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingLawTest {
  private static final AdditiveLaw TRUTH = AdditiveLaw.REPLICATION;
  private static final TrainingRuns NOISY = SimulatedRuns.of(TRUTH, 0.01, 1);

  static Stream<FitLoss> losses() {
    return Stream.of(
        FitLoss.HUBER_LOG, FitLoss.LAD_LOG, FitLoss.NLS_LOG, FitLoss.NLS, FitLoss.ASYM_MAE);
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void withoutNoiseEveryLossFindsTheLaw(FitLoss loss) {
    ScalingFit fit = ScalingLaw.of(SimulatedRuns.of(TRUTH)).loss(loss).fit();
    assertArrayEquals(TRUTH.vector(), fit.law().vector(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void everyStartOfTheScreenEndsAtTheSameObjective(FitLoss loss) {
    ScalingFit fit = ScalingLaw.of(NOISY).loss(loss).fit();
    assertEquals(FitStatus.OK, fit.status());
    assertEquals(1, fit.startsConverged());
    assertEquals(fit.objective(), loss.of(fit.law(), NOISY), 1e-12 * fit.objective());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aWholeWeightIsSoManyRunsToTheLastBit(FitLoss loss) {
    double[] weights = new double[NOISY.size()];
    Arrays.setAll(weights, i -> i % 4);
    int[] repeated =
        IntStream.range(0, NOISY.size())
            .flatMap(i -> IntStream.generate(() -> i).limit(i % 4))
            .toArray();
    ScalingFit weighted = ScalingLaw.of(NOISY.weighted(weights)).loss(loss).fit();
    ScalingFit rows = ScalingLaw.of(NOISY.rows(repeated)).loss(loss).fit();
    assertArrayEquals(rows.law().vector(), weighted.law().vector());
    assertEquals(rows.objective(), weighted.objective());
    assertArrayEquals(rows.covariance()[0], weighted.covariance()[0]);
    assertEquals(rows.n(), weighted.n());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theOrderOfTheRunsDoesNotMatter(FitLoss loss) {
    var order =
        IntStream.range(0, NOISY.size()).boxed().collect(java.util.stream.Collectors.toList());
    Collections.shuffle(order, new java.util.Random(1));
    var shuffled = NOISY.rows(order.stream().mapToInt(i -> i).toArray());
    assertArrayEquals(
        ScalingLaw.of(NOISY).loss(loss).fit().law().vector(),
        ScalingLaw.of(shuffled).loss(loss).fit().law().vector());
  }

  /** N is known up to a factor only: alpha, B, E and beta stay, A becomes A c^alpha. */
  @ParameterizedTest
  @MethodSource("losses")
  void scalingTheSizesChangesOnlyA(FitLoss loss) {
    AdditiveLaw plain = ScalingLaw.of(NOISY).loss(loss).fit().law();
    AdditiveLaw scaled = ScalingLaw.of(NOISY.mapParameters(n -> 3 * n)).loss(loss).fit().law();
    double[] expected = plain.vector();
    expected[0] += plain.alpha() * Math.log(3);
    assertArrayEquals(expected, scaled.vector(), 1e-6);
  }

  @Test
  void aFactorOnTheLossScalesItsCoefficients() {
    AdditiveLaw nats = ScalingLaw.of(NOISY).fit().law();
    double[] bits = Arrays.stream(NOISY.losses()).map(v -> v / Math.log(2)).toArray();
    double[] expected = nats.vector();
    for (int j = 0; j < 3; j++) {
      expected[j] -= Math.log(Math.log(2));
    }
    assertArrayEquals(expected, ScalingLaw.of(NOISY.losses(bits)).fit().law().vector(), 1e-7);
  }

  @Test
  void tiedExponentsAreOneParameter() {
    var law = AdditiveLaw.of(1.8, 400, 900, 0.33, 0.33);
    ScalingFit fit = ScalingLaw.of(SimulatedRuns.of(law, 0.01, 2)).tied().fit();
    assertEquals(fit.law().alpha(), fit.law().beta());
    assertEquals(4, fit.study().parameters());
    assertEquals(fit.standardError(LawParameter.ALPHA), fit.standardError(LawParameter.BETA), 1e-9);
    assertEquals(0.33, fit.law().alpha(), 4 * fit.standardError(LawParameter.ALPHA));
  }

  @Test
  void whatIsFixedKeepsItsValueAndHasNoError() {
    ScalingFit fit = ScalingLaw.of(NOISY).fix(LawParameter.A, 480).fix(LawParameter.E, 1.8).fit();
    assertEquals(480, fit.law().a(), 1e-10);
    assertEquals(1.8, fit.law().irreducible(), 1e-14);
    assertEquals(0, fit.standardError(LawParameter.A));
    assertTrue(Double.isNaN(fit.wald(0.95).of(LawParameter.A).low()));
    assertTrue(fit.standardError(LawParameter.ALPHA) > 0);
    ScalingFit free = ScalingLaw.of(NOISY).fit();
    assertTrue(fit.objective() >= free.objective());
  }

  @Test
  void fixingAParameterAtItsBestValueChangesNothing() {
    AdditiveLaw best = ScalingLaw.of(NOISY).loss(FitLoss.NLS_LOG).fit().law();
    for (LawParameter p : LawParameter.values()) {
      AdditiveLaw fixed = ScalingLaw.of(NOISY).loss(FitLoss.NLS_LOG).fix(p, p.of(best)).fit().law();
      assertArrayEquals(best.vector(), fixed.vector(), 1e-6, p.symbol());
    }
  }

  /** The runs lie below a law of E = 0 by a constant, so that E would have to be below 0. */
  @Test
  void anIrreducibleLossThatWantsToBeNegativeEndsAtTheBoundary() {
    var runs = SimulatedRuns.of(AdditiveLaw.of(0, 30, 40, 0.2, 0.25));
    double[] below = Arrays.stream(runs.losses()).map(v -> v - 0.2).toArray();
    ScalingFit fit = ScalingLaw.of(runs.losses(below)).loss(FitLoss.NLS_LOG).fit();
    assertEquals(FitStatus.BOUNDARY, fit.status(), fit::summary);
    assertEquals(0, fit.law().irreducible(), 1e-6);
    assertTrue(Double.isNaN(fit.standardError(LawParameter.ALPHA)));
    assertTrue(fit.summary().contains("no standard errors: BOUNDARY"));
  }

  @Test
  void irreducibleLossMayBeFixedAtZero() {
    var runs = SimulatedRuns.of(AdditiveLaw.of(0, 30, 40, 0.2, 0.25));
    ScalingFit fit = ScalingLaw.of(runs).fix(LawParameter.E, 0).fit();
    assertEquals(0, fit.law().irreducible());
    assertEquals(0.2, fit.law().alpha(), 1e-8);
  }

  @Test
  void sizesThatDoNotMatterEndAtTheBoundary() {
    var runs =
        NOISY.losses(
            Arrays.stream(NOISY.tokens()).map(d -> 2 + 900 * Math.pow(d, -0.35)).toArray());
    ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
    assertTrue(fit.status() != FitStatus.OK, fit::summary);
    assertTrue(Double.isNaN(fit.covariance()[0][0]));
  }

  @Test
  void tooFewPointsAreRefused() {
    assertEquals(
        "a fit of 5 parameters needs at least 6 points, got 5.0",
        refusal(() -> ScalingLaw.of(NOISY.rows(0, 40, 80, 120, 160)).fit()));
    assertEquals(
        "parameters has 2 distinct values: a fit needs at least 3",
        refusal(
            () ->
                ScalingLaw.of(
                        TrainingRuns.of(
                            new double[] {1, 1, 1, 2, 2, 2},
                            new double[] {1, 2, 3, 1, 2, 3},
                            new double[] {6, 5, 4, 3, 2, 1}))
                    .fit()));
  }

  @Test
  void missingLossesAreRefused() {
    double[] losses = NOISY.losses();
    losses[7] = Double.NaN;
    String message = refusal(() -> ScalingLaw.of(NOISY.losses(losses)).fit());
    assertTrue(message.startsWith("losses[7] is NaN"), message);
    assertEquals(242, ScalingLaw.of(NOISY.losses(losses).dropMissing()).fit().n());
  }

  @Test
  void valuesThatCannotBeFixedAreRefused() {
    assertEquals(
        "A is fixed at 0.0: expected a finite number above 0",
        refusal(() -> ScalingLaw.of(NOISY).fix(LawParameter.A, 0)));
    assertEquals(
        "alpha is fixed at 0.3 and beta at 0.4: expected the same value where they are tied",
        refusal(
            () ->
                new ScalingLaw(
                    NOISY,
                    FitLoss.NLS,
                    true,
                    Map.of(LawParameter.ALPHA, 0.3, LawParameter.BETA, 0.4))));
  }

  @Test
  void theSummaryNamesTheProofOfConvergence() {
    String summary = ScalingLaw.of(NOISY).fit().summary();
    assertTrue(summary.contains("5 of 5 starts agree, status OK"), summary);
    assertTrue(summary.lines().count() <= 12, summary);
  }
}
