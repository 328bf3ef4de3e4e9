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
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class FlickeringTest {
  private static final Surrogates FEW = Surrogates.ar1(99).seed(1);

  @Test
  void theCoefficientOfTwoValuesIsOneAndOfAUniformFiveNinths() {
    double[] two = {1, 1, 7, 7, 7, 1};
    assertEquals(1, Flickering.bimodality(two), 1e-12);
    double[] skewed = {1, 7, 7, 7, 7, 7};
    assertEquals(1, Flickering.bimodality(skewed), 1e-12, "any two values, in any share");
    double[] even = IntStream.range(0, 20_000).asDoubleStream().toArray();
    assertEquals(5 / 9.0, Flickering.bimodality(even), 1e-6);
    double[] normal = Rng.of(1).doubles(1).toArray();
    assertTrue(Double.isNaN(Flickering.bimodality(normal)));
    assertEquals(1 / 3.0, Flickering.bimodality(Samples.ar1(100_000, 0, 5)), 0.01);
  }

  @Test
  void sharesAndSwitchesAreCountedByTheBarriers() {
    double[] x = new double[120];
    var random = Rng.of(2);
    Arrays.setAll(x, i -> (i / 15 % 4 == 0 ? -3 : 3) + 0.3 * random.nextGaussian());
    double[] t = IntStream.range(0, 120).mapToDouble(i -> 0.5 * i).toArray();
    var found = Flickering.of(TimeSeries.of(t, x), PotentialOptions.defaults(), FEW);
    assertEquals(2, found.potential().wells().length);
    assertArrayEquals(new double[] {0.25, 0.75}, found.shares(), 1e-12);
    assertEquals(3, found.switches());
    assertEquals(3 / 59.5, found.rate(), 1e-12);
    assertEquals(59.5 / 3, found.meanDwell(), 1e-9);
  }

  @Test
  void aBistableRecordDwellsLongerThanRedNoiseAndIsMoreBimodal() {
    var found =
        Flickering.of(
            TimeSeries.of(Samples.doubleWell(1500, 0.65, 3)), PotentialOptions.defaults(), FEW);
    assertEquals(0.01, found.tests().get(0).pRight(), 1e-12, found.summary());
    assertEquals(0.01, found.tests().get(1).pRight(), 1e-12);
    assertTrue(found.tests().get(2).pLeft() <= 0.05, found.summary());
  }

  @Test
  void aRecordWithOneWellNeverSwitches() {
    var found = Flickering.of(TimeSeries.of(Samples.ar1(300, 0.3, 4)));
    assertEquals(0, found.switches());
    assertArrayEquals(new double[] {1}, found.shares(), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, found.meanDwell());
    assertTrue(Double.isNaN(found.tests().get(2).pRight()));
    assertTrue(found.summary().lines().count() <= 12, found.summary());
    assertEquals(3, found.table().rowCount());
    assertTrue(found.chart().svg().contains("<svg"));
    assertEquals(1L, found.provenance().seed());
  }

  @Test
  void theIndicatorsSlideLikeAnyOther() {
    double[] x = Samples.doubleWell(300, 0.7, 3);
    var window = Window.points(100);
    double[] bimodality = NonlinearIndicators.BIMODALITY.rolling(x, window);
    assertEquals(Flickering.bimodality(Arrays.copyOfRange(x, 200, 300)), bimodality[299], 1e-12);
    double[] wells = NonlinearIndicators.WELLS.rolling(x, window);
    assertEquals(PotentialAnalysis.of(Arrays.copyOfRange(x, 200, 300)).wells().length, wells[299]);
    double[] squares = NonlinearIndicators.CONDITIONAL_HETEROSKEDASTICITY.rolling(x, window);
    var study = ConditionalHeteroskedasticity.of(x).window(window).against(Surrogates.ar1(1)).run();
    assertArrayEquals(study.rSquared(), squares);
    double[] bds = NonlinearIndicators.bds(3, 0.75).rolling(x, window);
    double[] d = new double[99];
    Arrays.setAll(d, i -> x[201 + i] - x[200 + i]);
    double mean = Arrays.stream(d).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(d).map(v -> (v - mean) * (v - mean)).sum() / 98);
    assertEquals(BdsStatistic.of(d, 3, 0.75 * sd).statistic()[1][0], bds[299], 1e-9);
  }

  @Test
  void constantAndShortWindowsHaveNoIndicator() {
    double[] flat = new double[60];
    for (var indicator :
        new murmuration.warning.Indicator[] {
          NonlinearIndicators.BIMODALITY,
          NonlinearIndicators.WELLS,
          NonlinearIndicators.CONDITIONAL_HETEROSKEDASTICITY,
          NonlinearIndicators.bds(2, 1)
        }) {
      assertTrue(Double.isNaN(indicator.rolling(flat, Window.points(40))[59]), indicator.name());
    }
    double[] x = Samples.ar1(60, 0.2, 1);
    var brief = Window.points(4);
    assertTrue(Double.isNaN(NonlinearIndicators.WELLS.rolling(x, brief)[59]));
    assertTrue(Double.isNaN(NonlinearIndicators.bds(2, 1).rolling(x, brief)[59]));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var good = TimeSeries.of(Samples.ar1(60, 0.2, 1));
    assertThrows(IllegalArgumentException.class, () -> Flickering.of(null));
    assertThrows(
        IllegalArgumentException.class,
        () -> Flickering.of(good, PotentialOptions.defaults(), null));
    assertThrows(IllegalArgumentException.class, () -> Flickering.of(good, null, FEW));
    assertThrows(
        IllegalArgumentException.class, () -> Flickering.of(TimeSeries.of(new double[60])));
    assertThrows(IllegalArgumentException.class, () -> NonlinearIndicators.bds(1, 1));
    assertThrows(IllegalArgumentException.class, () -> NonlinearIndicators.bds(2, 0));
    assertThrows(IllegalArgumentException.class, () -> NonlinearIndicators.wells(null));
    assertThrows(
        IllegalArgumentException.class,
        () -> NonlinearIndicators.conditionalHeteroskedasticity(-1));
  }

  /** The values and the shift are exact; the mean of so many far from 0 is not. */
  @Test
  void bimodalityFarFromZeroIsThatNearIt() {
    double[] x = Rng.of(5).doubles(200_000).map(u -> Math.rint(u * u * 1024) / 1024).toArray();
    double[] far = Arrays.stream(x).map(v -> v + (1L << 40)).toArray();
    assertEquals(Flickering.bimodality(x), Flickering.bimodality(far), 1e-12);
  }
}
