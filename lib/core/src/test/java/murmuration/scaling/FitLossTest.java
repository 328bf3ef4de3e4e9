package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitLossTest {
  private static final AdditiveLaw LAW = AdditiveLaw.of(2, 1, 1, 0.5, 0.5);

  /** A law of 3 at both runs, and losses twice and half of it. */
  private static final TrainingRuns PAIR =
      TrainingRuns.of(new double[] {4, 4}, new double[] {4, 4}, new double[] {6, 1.5});

  @Test
  void theObjectivesAreWhatTheirNamesSay() {
    double r = Math.log(2);
    assertEquals(2 * 0.1 * (r - 0.05), FitLoss.huberLog(0.1).of(LAW, PAIR), 1e-14);
    assertEquals(r * r, FitLoss.huberLog(1).of(LAW, PAIR), 1e-14);
    assertEquals(2 * r, FitLoss.LAD_LOG.of(LAW, PAIR), 1e-14);
    assertEquals(2 * r * r, FitLoss.NLS_LOG.of(LAW, PAIR), 1e-14);
    assertEquals(9 + 2.25, FitLoss.NLS.of(LAW, PAIR), 1e-13);
    assertEquals((3 + 10 * 1.5) / 2, FitLoss.ASYM_MAE.of(LAW, PAIR), 1e-13);
    assertEquals(4.5 / 2, FitLoss.asymmetric(1).of(LAW, PAIR), 1e-13);
  }

  @Test
  void weightsCountRuns() {
    var weighted = PAIR.weighted(new double[] {2, 1});
    assertEquals(3 * Math.log(2), FitLoss.LAD_LOG.of(LAW, weighted), 1e-14);
    assertEquals((6 + 10 * 1.5) / 3, FitLoss.ASYM_MAE.of(LAW, weighted), 1e-13);
  }

  /** Beyond 0.24 the series of the logarithm is not used: the law is off by a factor of e^k. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.2399, 0.2401, 1, 30, 600})
  void residualsAreExactAtAnySize(double k) {
    double[] three = {3 * Math.exp(k)};
    var one = TrainingRuns.of(new double[] {4}, new double[] {4}, three);
    assertEquals(k, FitLoss.LAD_LOG.of(LAW, one), 4e-16 + 1e-14 * k);
  }

  @ParameterizedTest
  @MethodSource("murmuration.scaling.ScalingLawTest#losses")
  void gradientAndHessianAreThoseOfTheObjective(FitLoss loss) {
    var runs = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.05, 3);
    double[] at = AdditiveLaw.HOFFMANN.vector();
    var found = loss.derivatives(AdditiveLaw.HOFFMANN, runs);
    double step = 1e-6;
    for (int j = 0; j < at.length; j++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[j] += step;
      down[j] -= step;
      var above = loss.derivatives(AdditiveLaw.of(up), runs);
      var below = loss.derivatives(AdditiveLaw.of(down), runs);
      double scale = Math.max(1e-3, Math.abs(found.gradient()[j]));
      assertEquals((above.value() - below.value()) / (2 * step), found.gradient()[j], 1e-5 * scale);
      if (loss.isSquares()) {
        double[] numeric = new double[at.length];
        for (int i = 0; i < at.length; i++) {
          numeric[i] = (above.gradient()[i] - below.gradient()[i]) / (2 * step);
        }
        double largest = Arrays.stream(numeric).map(Math::abs).max().orElseThrow();
        assertArrayEquals(numeric, found.hessian()[j], 1e-6 * largest);
      }
    }
  }

  /** Why the sum: SciPy's L-BFGS-B stops where a step changes max(|f|, 1) by less than 2.2e-9. */
  @Test
  void aSearchOfTheMeanMayStopWhereOneOfTheSumGoesOn() {
    var runs = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.005, 5);
    ScalingFit best = ScalingLaw.of(runs).fit();
    double off = best.law().beta() + 0.4 * best.standardError(LawParameter.BETA);
    ScalingFit held = ScalingLaw.of(runs).fix(LawParameter.BETA, off).fit();
    double change = held.objective() - best.objective();
    double scipy = 2.220446049250313e-9;
    assertTrue(change / runs.size() < scipy, "change of the mean " + change / runs.size());
    assertTrue(change > 100 * scipy, "change of the sum " + change);
  }

  @Test
  void aParameterWhereNoneBelongsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FitLoss(FitLoss.Kind.NLS, 1));
    var e = assertThrows(IllegalArgumentException.class, () -> FitLoss.huberLog(0));
    assertEquals("delta is 0.0: expected a finite number above 0", e.getMessage());
  }
}
