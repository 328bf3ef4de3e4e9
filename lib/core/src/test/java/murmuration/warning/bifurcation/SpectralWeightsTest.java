package murmuration.warning.bifurcation;

import static murmuration.warning.bifurcation.SpectralModel.FOLD;
import static murmuration.warning.bifurcation.SpectralModel.HOPF;
import static murmuration.warning.bifurcation.SpectralModel.NULL;
import static murmuration.warning.bifurcation.SpectrumComparisonTest.oscillation;
import static murmuration.warning.bifurcation.SpectrumComparisonTest.red;
import static murmuration.warning.bifurcation.SpectrumComparisonTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import murmuration.data.TimeSeries;
import murmuration.math.PowerSpectrum;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class SpectralWeightsTest {
  private static final Surrogates FEW = Surrogates.ar1(50).seed(3);

  @Test
  void aWindowsSpectrumIsWelchs() {
    double[] x = red(170, 0.5, Rng.of(1));
    for (int segment : List.of(8, 13, 40)) {
      double[] expected =
          new PowerSpectrum(segment).welch(Arrays.copyOfRange(x, 31, 151), segment / 2);
      assertArrayEquals(expected, new SegmentSpectra(x, segment).of(31, 151), 1e-15);
    }
  }

  @Test
  void windowsEndAsThoseOfThePeer() {
    double[] x = red(205, 0.5, Rng.of(2));
    var signal = SpectralWeights.ofResiduals(x).window(0.5).against(FEW).run();
    assertArrayEquals(new int[] {102, 122, 142, 162, 182, 202}, signal.ends());
    double[] smax = SpectralIndicators.SMAX.rolling(x, Window.fraction(0.5).stride(20));
    for (int k = 0; k < signal.ends().length; k++) {
      int end = signal.ends()[k];
      var alone = SpectrumComparison.of(Arrays.copyOfRange(x, end - 102, end));
      assertEquals(alone.weight(HOPF), signal.weights(HOPF)[k], 1e-9);
      assertEquals(smax[end - 1], signal.windows().get(k).smax(), 1e-15);
      assertEquals(alone.coherence(), signal.coherence()[k], 1e-12);
    }
    assertEquals(end(signal) - 1, signal.times()[5]);
  }

  private static double end(SpectralSignal signal) {
    return signal.ends()[signal.ends().length - 1];
  }

  @Test
  void anOscillationBeforeItsBifurcationIsAHopfBeyondChance() {
    double[] x = oscillation(400, 0.97, 1.2, Rng.of(4));
    var signal = SpectralWeights.ofResiduals(x).oneSide().against(FEW).run();
    assertEquals(HOPF, signal.winner());
    assertTrue(signal.last().weight(HOPF) > 0.99);
    assertEquals(1.2, signal.last().fit(HOPF).frequency(), 0.1);
    assertTrue(signal.test(HOPF).pRight() < 0.1, signal::summary);
    assertTrue(signal.chance(HOPF) < 0.3, signal::summary);
  }

  @Test
  void chancesOfTheModelsAddUp() {
    double[] x = red(200, 0.6, Rng.of(5));
    var signal = SpectralWeights.ofResiduals(x).against(FEW).run();
    double sum = signal.chance(FOLD) + signal.chance(HOPF) + signal.chance(NULL);
    assertEquals(1, sum, 1e-12);
    assertEquals(signal.chance(FOLD), signal.chances(FOLD)[signal.ends().length - 1]);
    assertEquals(50, signal.test(FOLD).count());
  }

  /** p of the weight of Hopf on 60 AR(1) series: uniform, so that at most 12 lie below 0.1. */
  @Test
  void theWeightOfHopfRingsAsOftenAsItSays() {
    int below = 0;
    for (int i = 0; i < 60; i++) {
      double[] x = red(120, 0.5, Rng.of(6, i));
      var signal = SpectralWeights.ofResiduals(x).window(1).oneSide().against(FEW.seed(i)).run();
      below += signal.test(HOPF).pRight() <= 0.1 ? 1 : 0;
    }
    assertTrue(below <= 14, "p <= 0.1 in " + below + " of 60");
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    var study = SpectralWeights.ofResiduals(red(150, 0.5, Rng.of(7))).against(FEW);
    var alone = study.run().table();
    try (var pool = new ForkJoinPool(3)) {
      assertEquals(alone.print(), pool.submit(() -> study.run().table().print()).get());
    }
  }

  @Test
  void theRecordIsDetrendedAsInAStudyOfIndicators() {
    double[] noise = red(150, 0.3, Rng.of(8));
    double[] t = new double[150];
    Arrays.setAll(t, i -> 10 + 2.0 * i);
    Arrays.setAll(noise, i -> noise[i] + i * 0.2);
    var study = EarlyWarning.of(t, noise).detrend(Detrend.linear()).window(0.4);
    var signal = SpectralWeights.of(study).models(FOLD, NULL).rollOffset(45).against(FEW).run();
    var expected = study.run().detrended().residual();
    assertArrayEquals(expected.values(), signal.detrended().residual().values());
    assertArrayEquals(new double[] {128, 218, 308}, signal.times());
    assertEquals(List.of(FOLD, NULL), signal.last().models());
  }

  @Test
  void theResultShowsItself() {
    var signal =
        SpectralWeights.of(TimeSeries.of(red(150, 0.5, Rng.of(9)))).segment(30).against(FEW).run();
    assertTrue(signal.summary().lines().count() <= 12, signal::summary);
    assertEquals(3, signal.table().rowCount());
    assertEquals(signal.ends().length, signal.series().rowCount());
    assertEquals(4, signal.chart().panels().size());
    assertTrue(signal.chart().svg().length() > 1000);
    assertEquals("30", signal.provenance().options().get("segment"));
    assertEquals(3, signal.last().table().rowCount());
  }

  @Test
  void aConstantEndIsSaid() {
    double[] x = Arrays.copyOf(red(60, 0.5, Rng.of(10)), 120);
    var signal = SpectralWeights.ofResiduals(x).rollOffset(60).against(FEW).run();
    assertTrue(Double.isNaN(signal.weights(FOLD)[1]));
    assertTrue(signal.words().contains("constant"), signal::words);
    assertTrue(signal.chart().svg().length() > 1000);
  }

  @Test
  void badInputIsRefused() {
    var study = SpectralWeights.ofResiduals(red(60, 0.5, Rng.of(11)));
    refused("rollOffset", () -> study.rollOffset(0));
    refused("segment", () -> study.segment(2));
    refused("window", () -> study.window(Window.points(70)).run());
    refused("rollOffset", () -> study.window(Window.points(30).stride(2)));
    refused("constant", () -> SpectralWeights.ofResiduals(new double[60]).run());
    refused("NaN", () -> SpectralWeights.ofResiduals(new double[] {1, Double.NaN, 2}));
    refused("not compared", () -> study.models(FOLD).against(FEW).run().test(HOPF));
    assertEquals(1, study.rollOffset(Integer.MAX_VALUE).against(FEW).run().ends().length);
  }
}
