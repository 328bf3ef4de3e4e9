package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class LombScargleTest {
  /** Scargle (1982), eq. 10, with his time offset. */
  private static double scargle(TimeSeries record, double f) {
    double[] t = record.times();
    double[] x = record.values();
    double w = 2 * Math.PI * f;
    double m = StatUtils.mean(x);
    double s2 = Arrays.stream(t).map(v -> Math.sin(2 * w * v)).sum();
    double c2 = Arrays.stream(t).map(v -> Math.cos(2 * w * v)).sum();
    double tau = Math.atan2(s2, c2) / (2 * w);
    double xc = 0;
    double xs = 0;
    double cc = 0;
    double ss = 0;
    for (int i = 0; i < t.length; i++) {
      double c = Math.cos(w * (t[i] - tau));
      double s = Math.sin(w * (t[i] - tau));
      xc += (x[i] - m) * c;
      xs += (x[i] - m) * s;
      cc += c * c;
      ss += s * s;
    }
    return (xc * xc / cc + xs * xs / ss) / (2 * StatUtils.variance(x));
  }

  @Test
  void itIsScarglesFormula() {
    var record = UnevenTimes.red(300, 3, 1);
    var spectrum = LombScargle.of(record, 3);
    for (int k = 0; k < spectrum.power().length; k++) {
      double expected = scargle(record, spectrum.frequencies()[k]);
      assertEquals(expected, spectrum.power()[k], 1e-9 * (1 + expected));
    }
  }

  @Test
  void atEqualStepsItIsThePeriodogram() {
    double[] x = UnevenTimes.white(101, 2).values();
    var spectrum = LombScargle.of(TimeSeries.of(x));
    assertEquals(50, spectrum.power().length);
    double m = StatUtils.mean(x);
    for (int k = 1; k <= 50; k++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < x.length; i++) {
        re += (x[i] - m) * Math.cos(2 * Math.PI * k * i / x.length);
        im += (x[i] - m) * Math.sin(2 * Math.PI * k * i / x.length);
      }
      assertEquals((double) k / x.length, spectrum.frequencies()[k - 1], 1e-15);
      assertEquals(
          (re * re + im * im) / (x.length * StatUtils.variance(x)), spectrum.power()[k - 1], 1e-11);
    }
  }

  @Test
  void whiteNoiseHasPowerOne() {
    double[] means =
        IntStream.range(0, 50)
            .mapToDouble(r -> UnevenTimes.mean(LombScargle.of(UnevenTimes.white(200, r)).power()))
            .toArray();
    assertEquals(1, UnevenTimes.mean(means), 0.03);
  }

  @Test
  void aPeakOfWhiteNoiseIsSeldomTakenForAPeriod() {
    long alarms =
        IntStream.range(0, 300)
            .filter(r -> LombScargle.of(UnevenTimes.white(100, r)).whiteNoiseP() <= 0.05)
            .count();
    // More than 28 of 300 at a rate of 0.05 has probability 0.0007.
    assertTrue(alarms <= 28, "alarms " + alarms);
  }

  @Test
  void aSineWaveHasItsPeriod() {
    var noise = UnevenTimes.white(200, 4);
    double[] t = noise.times();
    double[] x = noise.values();
    Arrays.setAll(x, i -> 0.3 * x[i] + Math.sin(2 * Math.PI * t[i] / 7.3));
    var spectrum = LombScargle.of(TimeSeries.of(t, x), 5);
    assertEquals(7.3, 1 / spectrum.peakFrequency(), 0.1);
    assertTrue(spectrum.whiteNoiseP() < 1e-9);
  }

  @Test
  void slowNoiseHasItsPowerAtLowFrequencies() {
    double white = LombScargle.of(UnevenTimes.white(300, 5)).lowFrequencyShare(0.1);
    double red = LombScargle.of(UnevenTimes.red(300, 20, 5)).lowFrequencyShare(0.1);
    assertTrue(white < 0.2 && red > 0.4, white + ", " + red);
    assertEquals(1, LombScargle.of(UnevenTimes.white(300, 5)).lowFrequencyShare(1), 1e-12);
  }

  @Test
  void badInputIsRefusedInWords() {
    var record = UnevenTimes.white(50, 6);
    assertThrows(IllegalArgumentException.class, () -> LombScargle.of(record, 0.5));
    assertThrows(IllegalArgumentException.class, () -> LombScargle.of(record, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> LombScargle.of(TimeSeries.of(new double[] {1, 2, 3})));
  }
}
