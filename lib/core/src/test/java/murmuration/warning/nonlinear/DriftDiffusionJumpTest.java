package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.Surrogates;
import org.junit.jupiter.api.Test;

class DriftDiffusionJumpTest {
  private static final DriftDiffusionJump.Options FEW =
      DriftDiffusionJump.Options.defaults().points(50);

  private static TimeSeries series(double[] x, double step) {
    double[] t = IntStream.range(0, x.length).mapToDouble(i -> i * step).toArray();
    return new TimeSeries(t, x, "x", "day", "d sha256:0");
  }

  /** The state in the middle of a grid, by the definitions. */
  @Test
  void theMomentsAreWhatTheySay() {
    double[] x = Samples.ar1(100, 0.6, 4);
    var found = DriftDiffusionJump.of(series(x, 0.5), FEW);
    double mean = Arrays.stream(x).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 99);
    double a = found.states()[20];
    double[] sums = new double[5];
    for (int i = 0; i < 99; i++) {
      double u = (x[i] - a) / (0.6 * sd);
      double w = Math.exp(-0.5 * u * u);
      double d = x[i + 1] - x[i];
      double[] terms = {w, w * d, w * d * d, w * x[i + 1], w * x[i + 1] * x[i + 1]};
      Arrays.setAll(sums, k -> sums[k] + terms[k]);
    }
    assertEquals(sums[1] / sums[0] / 0.5, found.drift()[20], 1e-12);
    assertEquals(sums[2] / sums[0] / 0.5, found.totalVariance()[20], 1e-12);
    double next = sums[3] / sums[0];
    assertEquals(sums[4] / sums[0] - next * next, found.conditionalVariance()[20], 1e-12);
  }

  @Test
  void unitsOfStateAndTimeScaleAsTheyShould() {
    double[] x = Samples.ar1(150, 0.6, 4);
    var one = DriftDiffusionJump.of(series(x, 1), FEW);
    double[] big = Arrays.stream(x).map(v -> 1e120 * v).toArray();
    var other = DriftDiffusionJump.of(series(big, 0.25), FEW);
    assertEquals(4e240, other.totalVariance()[9] / one.totalVariance()[9], 1e231);
    assertEquals(4, other.jumpIntensity()[9] / one.jumpIntensity()[9], 1e-9);
    assertEquals(1e240, other.jumpVariance() / one.jumpVariance(), 1e231);
    assertEquals(4e120, other.drift()[9] / one.drift()[9], 1e111);
  }

  /**
   * For normal steps of variance v, {@code M_6/M_4 = 5v}: all is taken for one jump a step and
   * nothing is left for the diffusion. The method needs steps that are short beside the jumps.
   */
  @Test
  void normalStepsAreTakenForOneJumpEach() {
    var found = DriftDiffusionJump.of(TimeSeries.of(Samples.ar1(10_000, 0.9999, 3)), FEW);
    assertEquals(1, found.jumpVariance(), 0.1);
    assertEquals(1, found.jumpIntensity()[25], 0.1);
    assertEquals(0, found.diffusion()[25], 0.05);
  }

  /** Jumps of variance 16 at 5 % of the steps: sixth moments are rough, so within a factor of 2. */
  @Test
  void rareJumpsAreToldFromDiffusion() {
    var random = Rng.of(3);
    double[] x = new double[10_000];
    for (int i = 1; i < x.length; i++) {
      double jump = random.nextDouble() < 0.05 ? 4 * random.nextGaussian() : 0;
      x[i] = 0.99 * x[i - 1] + 0.5 * random.nextGaussian() + jump;
    }
    var found = DriftDiffusionJump.of(TimeSeries.of(x), FEW);
    assertEquals(16, found.jumpVariance(), 8);
    assertEquals(0.05, found.jumpIntensity()[25], 0.03);
    assertEquals(0.25, found.diffusion()[25], 0.2);
  }

  @Test
  void alongTheRecordIsTheFunctionAtItsStates() {
    double[] x = Samples.ar1(60, 0.6, 4);
    var found = DriftDiffusionJump.of(TimeSeries.of(x), FEW);
    assertArrayEquals(x, found.along(found.states()), 1e-12);
  }

  @Test
  void aRecordThatStandsStillBetweenStepsIsNotUndefined() {
    double[] x = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 0 : 1000).toArray();
    var found = DriftDiffusionJump.of(TimeSeries.of(x), FEW.bandwidth(0.02));
    assertTrue(Double.isFinite(found.jumpVariance()));
    assertTrue(Arrays.stream(found.diffusion()).allMatch(Double::isFinite));
  }

  @Test
  void surrogatesTellWhatChanceDoes() {
    var tests =
        DriftDiffusionJump.test(
            TimeSeries.of(Samples.ar1(100, 0.6, 4)), FEW, Surrogates.ar1(19).seed(1));
    assertEquals(4, tests.size());
    assertTrue(tests.stream().allMatch(t -> t.pRight() >= 0.05 && t.pRight() <= 1));
  }

  @Test
  void theReportIsShortAndCopiesAreHandedOut() {
    var found = DriftDiffusionJump.of(series(Samples.ar1(60, 0.6, 4), 2), FEW);
    assertTrue(found.summary().lines().count() <= 12, found.summary());
    assertEquals(50, found.table().rowCount());
    assertEquals(5, found.chart().panels().size());
    assertEquals("d sha256:0", found.provenance().data());
    found.states()[0] = 1e9;
    found.drift()[0] = 1e9;
    found.diffusion()[0] = 1e9;
    found.jumpIntensity()[0] = 1e9;
    found.totalVariance()[0] = 1e9;
    found.conditionalVariance()[0] = 1e9;
    assertTrue(found.states()[0] < 1e9 && found.drift()[0] < 1e9 && found.diffusion()[0] < 1e9);
    assertTrue(found.jumpIntensity()[0] < 1e9 && found.totalVariance()[0] < 1e9);
    assertTrue(found.conditionalVariance()[0] < 1e9);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var good = TimeSeries.of(Samples.ar1(60, 0.6, 4));
    assertThrows(IllegalArgumentException.class, () -> DriftDiffusionJump.of(null));
    assertThrows(IllegalArgumentException.class, () -> DriftDiffusionJump.of(good, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> DriftDiffusionJump.of(TimeSeries.of(new double[] {1, 2, 3})));
    assertThrows(
        IllegalArgumentException.class, () -> DriftDiffusionJump.of(TimeSeries.of(new double[60])));
    double[] t = IntStream.range(0, 60).mapToDouble(i -> i * i).toArray();
    var uneven = TimeSeries.of(t, good.values());
    var e = assertThrows(IllegalArgumentException.class, () -> DriftDiffusionJump.of(uneven));
    assertTrue(String.valueOf(e.getMessage()).contains("equal steps"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> FEW.points(5));
    assertThrows(IllegalArgumentException.class, () -> FEW.bandwidth(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> DriftDiffusionJump.test(good, FEW, null));
    var found = DriftDiffusionJump.of(good, FEW);
    assertThrows(IllegalArgumentException.class, () -> found.along(new double[3]));
  }
}
