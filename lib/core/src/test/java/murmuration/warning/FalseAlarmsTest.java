package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The false alarms that docs/warning.md states, counted again on fewer records; bounds of four
 * standard errors, so a false-alarm rate of 1e-4 of the tests themselves.
 */
class FalseAlarmsTest {
  private static final double LEVEL = 0.05;

  private static double[] noise(double phi, long index) {
    double[] x = new double[200];
    new Ar1Null(x.length, phi, 1, 0).fill(Rng.of(77, index), x);
    return x;
  }

  private static void rings(double share, int records, IntToDoubleFunction p) {
    long alarms = IntStream.range(0, records).filter(i -> p.applyAsDouble(i) <= LEVEL).count();
    double error = Math.sqrt(share * (1 - share) / records);
    assertEquals(share, alarms / (double) records, 4 * error);
  }

  private static double[] variances(int index) {
    double[] along = Indicators.VARIANCE.rolling(noise(0.5, index), Window.points(100));
    return Arrays.stream(along).filter(v -> !Double.isNaN(v)).toArray();
  }

  @Test
  void nominalPRingsForMostNoise() {
    rings(0.863, 300, i -> KendallTrend.of(variances(i)).nominalP());
  }

  @Test
  void aCorrectionForAutocorrelatedRecordsDoesNotMendWindows() {
    rings(0.623, 300, i -> MannKendall.of(variances(i), MannKendall.Variant.HAMED_RAO).nominalP());
  }

  @ParameterizedTest
  @CsvSource({"0, false, 0.049", "0.9, false, 0.075", "0.9, true, 0.061"})
  void theDefaultRingsAsOftenAsTheGuideSays(double phi, boolean redetrended, double share) {
    rings(
        share,
        200,
        i -> {
          var study =
              EarlyWarning.of(noise(phi, i))
                  .indicators(Indicators.VARIANCE)
                  .against(Surrogates.ar1(199).seed(i));
          return (redetrended ? study.redetrend() : study).run().tests().getFirst().pRight();
        });
  }
}
