package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class IrregularSurrogatesTest {
  private static double ac1(TimeSeries record, Surrogates.Source source, int draws) {
    return IntStream.range(0, draws)
        .mapToDouble(j -> KernelAutocorrelation.of(record.values(source.next(j))).ac1())
        .average()
        .orElseThrow();
  }

  @Test
  void redNoiseHasTheFittedVarianceAndMemoryAtTheTimesOfTheRecord() {
    var record = UnevenTimes.red(400, 3, 1);
    var source = IrregularSurrogates.ornsteinUhlenbeck(200).seed(1).from(record);
    double rate = source.parameters().getOrDefault("rate", Double.NaN);
    double sigma = source.parameters().getOrDefault("sigma", Double.NaN);
    double[] first = new double[2000];
    double[] product = new double[2000];
    double theta = source.parameters().getOrDefault("theta", Double.NaN);
    for (int j = 0; j < 2000; j++) {
      double[] x = source.next(j);
      first[j] = x[10] - theta;
      product[j] = (x[10] - theta) * (x[11] - theta);
    }
    double variance = sigma * sigma / (2 * rate);
    double d = record.times()[11] - record.times()[10];
    // Standard error of a variance from 2000 draws: 3 %.
    assertEquals(variance, StatUtils.variance(first), 0.1 * variance);
    assertEquals(variance * Math.exp(-rate * d), StatUtils.mean(product), 0.13 * variance);
  }

  @Test
  void wavesHaveExactlyTheValuesAndNearlyTheMemory() {
    double record = 0;
    double drawn = 0;
    for (int r = 0; r < 20; r++) {
      var red = UnevenTimes.red(200, 3, r);
      var source = IrregularSurrogates.lombScargle(10).seed(r).from(red);
      double[] sorted = red.values();
      double[] other = source.next(0);
      Arrays.sort(sorted);
      Arrays.sort(other);
      assertArrayEquals(sorted, other);
      record += KernelAutocorrelation.of(red).ac1() / 20;
      drawn += ac1(red, source, 10) / 20;
    }
    assertEquals(0.68, record, 0.05);
    // Some of it is lost, as the words of the class say: not all.
    assertTrue(drawn > 0.45 && drawn < record, "autocorrelation " + drawn);
  }

  @Test
  void atEqualStepsWavesHaveThePeriodogramOfTheRecord() {
    var record = TimeSeries.of(UnevenTimes.red(101, 3, 2).values());
    var model = new LombScargleNull(record);
    double[] scores = new double[101];
    model.synthesise(Rng.of(1), scores);
    double[] other = new double[101];
    model.synthesise(Rng.of(2), other);
    assertArrayEquals(
        LombScargle.of(record.values(scores)).power(),
        LombScargle.of(record.values(other)).power(),
        1e-9);
    assertNotEquals(scores[0], other[0]);
  }

  @Test
  void leakageIsTakenOutOfOneWave() {
    double[] t = UnevenTimes.poisson(120, 3);
    double unit = 1 / (120 * TimeSeries.of(t, t).step());
    double[] x = Arrays.stream(t).map(v -> Math.cos(2 * Math.PI * 5 * unit * v)).toArray();
    double[] power = LombScargle.powers(t, x, unit, 59);
    double[] restored = LeakedPower.restored(t, unit, power);
    double share = power[4] / Arrays.stream(power).sum();
    double after = restored[4] / Arrays.stream(restored).sum();
    assertTrue(share < 0.7 && after > 0.85, share + " becomes " + after);
  }

  @Test
  void theyGoWhereSurrogatesGoAndDoNotDependOnTheOrderOfDraws() {
    var record = UnevenTimes.red(100, 2, 4);
    for (var kind : IrregularSurrogates.Kind.values()) {
      var source = new IrregularSurrogates(kind, 19, 5).from(record);
      double[] third = source.next(3);
      source.next(1);
      assertArrayEquals(third, source.next(3));
      var test =
          SurrogateTest.of(
                  List.of("kernel AC1"),
                  new double[] {KernelAutocorrelation.of(record).ac1()},
                  x -> new double[] {KernelAutocorrelation.of(record.values(x)).ac1()},
                  source)
              .getFirst();
      assertEquals(19, test.count());
      if (kind == IrregularSurrogates.Kind.SHUFFLE) {
        assertEquals(0.05, test.pRight(), 1e-12);
      }
    }
  }
}
