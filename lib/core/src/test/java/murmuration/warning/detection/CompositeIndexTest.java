package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {
  /** White noise about 10 whose sd grows from the 80th of 120 samples on. */
  private static double[] louder(long seed) {
    var random = Rng.of(seed);
    return IntStream.range(0, 120)
        .mapToDouble(i -> 10 + (i < 80 ? 1 : 5) * random.nextGaussian())
        .toArray();
  }

  @Test
  void aValueIsMeasuredAgainstItselfAndItsPast() {
    var alarm = ExpandingAlarm.of(new double[] {1, 2, 3, 4, 5, 6, 40}, 2, false);
    assertArrayEquals(new double[] {1, 1.5, 2, 2.5, 3, 3.5, 61 / 7.0}, alarm.mean(), 1e-12);
    assertTrue(Double.isNaN(alarm.sd()[0]));
    assertEquals(Math.sqrt(0.5), alarm.sd()[1], 1e-12);
    assertEquals(6, alarm.first());
    assertEquals(1, alarm.count());
    double limit = 6 / Math.sqrt(7);
    assertTrue(alarm.largest() < limit && alarm.largest() > 2, alarm::summary);
  }

  @Test
  void fallsRingOnlyWhereBothTailsAreAsked() {
    double[] falling = {1, 2, 1, 2, 1, 2, 1, 2, 1, -30};
    assertEquals(-1, ExpandingAlarm.of(falling, 2, false).first());
    assertEquals(9, ExpandingAlarm.of(falling, 2, true).first());
    assertEquals(10, ExpandingAlarm.of(falling, 2, true).steps().rowCount());
  }

  @Test
  void whatIsMissingTakesNoPart() {
    double nan = Double.NaN;
    var alarm = ExpandingAlarm.of(new double[] {nan, 1, 2, 3, nan, 4, 5, 6, 40}, 2, false);
    var without = ExpandingAlarm.of(new double[] {1, 2, 3, 4, 5, 6, 40}, 2, false);
    assertEquals(without.mean()[6], alarm.mean()[8]);
    assertEquals(without.sd()[6], alarm.sd()[8]);
    assertFalse(alarm.crossed()[4]);
    assertTrue(alarm.crossed()[8]);
  }

  @Test
  void aGrowingVarianceRings() {
    var signal = CompositeIndex.of(louder(1)).run();
    double[] alarms = signal.alarmTimes();
    assertTrue(Arrays.stream(alarms).filter(t -> t >= 80).count() >= 3, signal::summary);
    assertTrue(signal.test().pRight() < 0.05, signal::summary);
    assertTrue(signal.summary().lines().count() <= 12);
    assertEquals(5, signal.table().rowCount());
    assertEquals(101, signal.steps().rowCount());
    assertTrue(signal.chart().svg().startsWith("<"));
  }

  @Test
  void theUnitOfTheRecordDoesNotMatter() {
    double[] x = louder(2);
    double[] other = Arrays.stream(x).map(v -> 1000 * v).toArray();
    var study = CompositeIndex.of(x).against(Surrogates.ar1(5));
    var scaled = CompositeIndex.of(other).against(Surrogates.ar1(5));
    assertArrayEquals(study.run().score(), scaled.run().score(), 1e-9);
    assertArrayEquals(study.run().test().nulls(), scaled.run().test().nulls(), 1e-6);
  }

  @Test
  void aWeightCountsAndAPrefixIsTheWholePast() {
    double[] x = louder(3);
    var study =
        CompositeIndex.of(x)
            .indicators(Indicators.VARIANCE)
            .burnIn(30)
            .against(Surrogates.shuffle(3));
    var once = study.run();
    double[] twice = study.weights(2).run().score();
    assertArrayEquals(Arrays.stream(once.score()).map(v -> 2 * v).toArray(), twice, 1e-12);
    double[] prefix = Arrays.copyOf(x, 50);
    double variance = Indicators.VARIANCE.rolling(prefix, Window.points(50))[49];
    assertEquals(variance, once.values()[0][20], 1e-12);
    assertEquals(0, once.score()[0]);
    assertEquals(29, once.times()[0]);
  }

  /** Sixty years of white noise: 2 sd ring by chance in more than a third of all records. */
  @Test
  void chanceRingsOften() {
    double[] x = Arrays.copyOf(louder(6), 60);
    var signal = CompositeIndex.of(x).run();
    assertTrue(signal.falseAlarmRate() > 0.35, signal::summary);
    assertTrue(CompositeIndex.of(x).threshold(4).run().falseAlarmRate() < 0.05);
  }

  /** The score does not know the future: a cut record has the same beginning. */
  @Test
  void theScoreDoesNotKnowTheFuture() {
    double[] x = louder(4);
    double[] whole = CompositeIndex.of(x).against(Surrogates.ar1(1)).run().score();
    double[] part =
        CompositeIndex.of(Arrays.copyOf(x, 90)).against(Surrogates.ar1(1)).run().score();
    assertArrayEquals(Arrays.copyOf(whole, part.length), part, 1e-12);
  }

  @Test
  void whatMakesNoIndexIsRefused() {
    var study = CompositeIndex.of(louder(5));
    assertThrows(IllegalArgumentException.class, () -> study.burnIn(2));
    assertThrows(IllegalArgumentException.class, () -> study.burnIn(120).run());
    assertThrows(IllegalArgumentException.class, () -> study.weights(1));
    assertThrows(IllegalArgumentException.class, () -> study.threshold(0));
    var none = new Indicator[0];
    assertThrows(IllegalArgumentException.class, () -> study.indicators(none));
    assertThrows(IllegalArgumentException.class, () -> CompositeIndex.of(new double[30]).run());
    var gap = TimeSeries.of(new double[] {1, 2, Double.NaN, 3});
    assertThrows(IllegalArgumentException.class, () -> CompositeIndex.of(gap));
  }

  /** Indicators and surrogates would take the gap for a step like any other. */
  @Test
  void aRecordWithAGapInTimeIsRefused() {
    double[] t = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? i : i + 5).toArray();
    var record = TimeSeries.of(t, Rng.of(2).doubles(40).toArray());
    assertThrows(IllegalArgumentException.class, () -> CompositeIndex.of(record));
  }
}
