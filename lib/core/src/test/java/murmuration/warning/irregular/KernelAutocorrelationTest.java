package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.LagProducts;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class KernelAutocorrelationTest {
  /** The formula of the paper, pair by pair. */
  private static double slowly(TimeSeries record, double lag, double width) {
    double[] t = record.times();
    double[] x = record.values();
    double m = UnevenTimes.mean(x);
    double top = 0;
    double weights = 0;
    double squares = 0;
    for (int j = 0; j < x.length; j++) {
      squares += (x[j] - m) * (x[j] - m) / x.length;
      for (int i = 0; i < j; i++) {
        double z = (t[j] - t[i] - lag) / width;
        double w = Math.exp(-0.5 * z * z);
        top += w * (x[i] - m) * (x[j] - m);
        weights += w;
      }
    }
    return top / weights / squares;
  }

  @Test
  void itIsTheSumOverPairsOfThePaper() {
    var record = UnevenTimes.red(150, 2, 1);
    var kernel = KernelAutocorrelation.of(record, 0.4, 1, 3.3);
    for (int k = 0; k < 3; k++) {
      assertEquals(slowly(record, kernel.lags()[k], kernel.width()), kernel.values()[k], 1e-6);
    }
    assertEquals(0.25 * record.step(), kernel.width(), 1e-15);
  }

  @Test
  void atEqualStepsItIsTheUsualAutocorrelationWithinTheWeightOfOtherLags() {
    double[] x = UnevenTimes.red(200, 3, 2).values();
    double[] products = LagProducts.of(LagProducts.centred(x), 3);
    var kernel = KernelAutocorrelation.of(TimeSeries.of(x), 1, 2, 3);
    for (int k = 1; k <= 3; k++) {
      double acf = products[k] / products[0] * x.length / (x.length - k);
      assertEquals(acf, kernel.values()[k - 1], 7e-4);
    }
  }

  @Test
  void whiteNoiseAtPoissonTimesHasNoneWhereInterpolationMakesSome() {
    double[] kernel = new double[40];
    double[] interpolated = new double[40];
    for (int r = 0; r < 40; r++) {
      var noise = UnevenTimes.white(300, r);
      kernel[r] = KernelAutocorrelation.of(noise).ac1();
      double[] x = noise.interpolatePoints(300).values();
      interpolated[r] = Indicators.AC1.rolling(x, Window.points(300))[299];
    }
    // The standard error of the mean of 40 is 0.009.
    assertEquals(0, UnevenTimes.mean(kernel), 0.04);
    assertEquals(0.42, UnevenTimes.mean(interpolated), 0.03);
  }

  @Test
  void redNoiseKeepsItsAutocorrelation() {
    double[] kernel =
        IntStream.range(0, 40)
            .mapToDouble(r -> KernelAutocorrelation.of(UnevenTimes.red(600, 3, r)).ac1())
            .toArray();
    assertEquals(Math.exp(-1.0 / 3), UnevenTimes.mean(kernel), 0.03);
  }

  @Test
  void offsetAndScaleOfTheRecordAndOfItsTimesChangeNothing() {
    var record = UnevenTimes.red(100, 2, 3);
    double ac1 = KernelAutocorrelation.of(record).ac1();
    double[] t = Arrays.stream(record.times()).map(v -> 10 * v - 5000).toArray();
    double[] x = Arrays.stream(record.values()).map(v -> 1e6 - 3 * v).toArray();
    assertEquals(ac1, KernelAutocorrelation.of(TimeSeries.of(t, x)).ac1(), 1e-8);
  }

  @Test
  void windowsGiveWhatTheyGiveAlone() {
    var record = UnevenTimes.red(120, 2, 4);
    double[] t = record.times();
    double[] x = record.values();
    int[] starts = TimeWindow.duration(40).starts(record);
    double width = KernelAutocorrelation.WIDTH * record.step();
    double[] rolling = new KernelPairs(t, record.step(), width).rolling(x, starts);
    double[] alone =
        IntStream.range(0, t.length)
            .mapToDouble(
                i -> starts[i] < 0 ? Double.NaN : slowly(part(t, x, starts[i], i), record, width))
            .toArray();
    assertArrayEquals(alone, rolling, 1e-6);
  }

  private static double slowly(TimeSeries part, TimeSeries whole, double width) {
    return slowly(part, whole.step(), width);
  }

  private static TimeSeries part(double[] t, double[] x, int from, int to) {
    return TimeSeries.of(Arrays.copyOfRange(t, from, to + 1), Arrays.copyOfRange(x, from, to + 1));
  }

  @Test
  void aLagThatNoPairHasIsUndefined() {
    var record = TimeSeries.of(new double[] {0, 1, 2, 3, 10, 11}, new double[] {1, 3, 2, 5, 4, 4});
    assertTrue(Double.isNaN(KernelAutocorrelation.of(record, 1e4).values()[0]));
  }

  @Test
  void badInputIsRefusedInWords() {
    var record = UnevenTimes.red(50, 2, 5);
    assertThrows(
        IllegalArgumentException.class, () -> KernelAutocorrelation.of(record, new double[0]));
    assertThrows(IllegalArgumentException.class, () -> KernelAutocorrelation.of(record, 0.0));
    assertThrows(
        IllegalArgumentException.class,
        () -> KernelAutocorrelation.of(record.values(new double[50])));
  }

  @Test
  void aConstantRecordIsRefusedThoughItsMeanIsRounded() {
    double[] times = IntStream.range(0, 13).mapToDouble(i -> i * i).toArray();
    double[] constant = new double[13];
    Arrays.fill(constant, 0.1);
    var record = TimeSeries.of(times, constant);
    assertThrows(IllegalArgumentException.class, () -> KernelAutocorrelation.of(record));
  }
}
