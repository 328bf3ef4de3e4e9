package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SpatialWarningTest {
  private static final SpatialIndicator VARIANCE = SpatialIndicator.variance(4);
  private static final SpatialIndicator MORAN = SpatialIndicator.moran();

  private static Landscape blocks(int side, long seed) {
    var fine = Landscape.random(48 / side, 48 / side, 0.5, seed);
    double[] cells =
        IntStream.range(0, 48 * 48)
            .mapToDouble(i -> fine.at(i / 48 / side, i % 48 / side))
            .toArray();
    return Landscape.of(48, 48, cells).with("side", side);
  }

  private static SpatialWarning study() {
    var landscapes = List.of(blocks(8, 1), blocks(1, 2), blocks(4, 3), blocks(2, 4));
    return SpatialWarning.of(landscapes, "side").against(SpatialNull.permutation(99).seed(1));
  }

  @Test
  void coarserLandscapesHaveMoreOfEverything() {
    var signal = study().run();
    assertEquals(1, signal.trend(MORAN).tau(), 1e-12);
    assertTrue(signal.trend(VARIANCE).tau() > 0.6);
    double[] p = signal.pRight(MORAN);
    assertEquals(0.01, p[0], 1e-12);
    assertTrue(p[1] > 0.05, "cells of their own");
    assertTrue(signal.excess(MORAN)[0] > 20);
    assertEquals(4, signal.values(MORAN).length);
    assertEquals(16, signal.table().rowCount());
    assertTrue(signal.summary().lines().count() <= 12);
    assertTrue(signal.chart().panels().size() == 4);
  }

  @Test
  void numbersDoNotDependOnThreads() throws Exception {
    var signal = study().run();
    try (var one = new ForkJoinPool(1)) {
      var alone = one.submit(() -> study().run()).get();
      assertArrayEquals(signal.test(2, MORAN).nulls(), alone.test(2, MORAN).nulls());
    }
  }

  /** 200 tests of 19 permutations at 5 %: four standard deviations, one in 16,000 seeds fails. */
  @Test
  void theFalseAlarmRateIsTheLevel() {
    var landscapes =
        IntStream.range(0, 200).mapToObj(i -> Landscape.random(12, 12, 0.5, i)).toList();
    var signal =
        SpatialWarning.of(landscapes, IntStream.range(0, 200).asDoubleStream().toArray())
            .indicators(SpatialIndicator.spectralRatio())
            .against(SpatialNull.permutation(19).seed(2))
            .run();
    long alarms =
        Arrays.stream(signal.pRight(SpatialIndicator.spectralRatio()))
            .filter(p -> p <= 0.05)
            .count();
    assertEquals(10, alarms, 4 * Math.sqrt(200 * 0.05 * 0.95));
  }

  @Test
  void theBernoulliNullHasTheVarianceOfIndependentCells() {
    var signal =
        SpatialWarning.of(Landscape.random(64, 64, 0.3, 1))
            .indicators(SpatialIndicator.variance(4))
            .against(SpatialNull.bernoulli(400).seed(1))
            .run();
    double expected = 0.3 * 0.7 / 16;
    assertEquals(expected, signal.test(0, VARIANCE).quantile(0.5), 0.03 * expected);
    assertTrue(Double.isNaN(signal.trend(VARIANCE).tau()), "one landscape has no trend");
  }

  @Test
  void equalCellsGiveVarianceZeroAndReasons() {
    var full = Landscape.of(16, 16, new double[256]);
    var signal =
        SpatialWarning.of(List.of(full, Landscape.random(16, 16, 0.5, 1)), new double[] {1, 2})
            .against(SpatialNull.permutation(9))
            .run();
    assertEquals(0, signal.values(VARIANCE)[0]);
    assertTrue(Double.isNaN(signal.values(MORAN)[0]));
    assertTrue(Double.isNaN(signal.pRight(MORAN)[0]));
    var reasons = signal.table().stringColumn("reason");
    assertEquals("", reasons.get(0));
    assertEquals("all cells are equal", reasons.get(1));
    assertTrue(signal.chart().svg().contains("svg"));
  }

  @Test
  void whatNoOrderChangesIsNeverBeyondChance() {
    var cells = SpatialIndicator.variance(1);
    var signal =
        SpatialWarning.of(Landscape.of(9, 9, Rng.of(1).doubles(81).toArray()))
            .indicators(SpatialIndicator.mean(), cells, SpatialIndicator.skewness(1))
            .run();
    assertEquals(1, signal.test(0, cells).pRight());
    assertEquals(1, signal.test(0, cells).pLeft());
    assertTrue(Double.isNaN(signal.excess(cells)[0]));
    assertEquals(1, signal.test(0, SpatialIndicator.mean()).pTwo());
  }

  @Test
  void badStudiesAreRefused() {
    var one = Landscape.random(9, 9, 0.5, 1);
    assertThrows(
        IllegalArgumentException.class, () -> SpatialWarning.of(List.of(one), new double[2]));
    assertThrows(IllegalArgumentException.class, () -> SpatialWarning.of(List.of(), new double[0]));
    assertThrows(IllegalArgumentException.class, () -> SpatialWarning.of(List.of(one), "rain"));
    assertThrows(
        IllegalArgumentException.class, () -> SpatialWarning.of(one).indicators(MORAN, MORAN));
    assertThrows(IllegalArgumentException.class, () -> SpatialNull.permutation(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> SpatialWarning.of(one).indicators(SpatialIndicator.variance(10)).run());
    assertThrows(
        IllegalArgumentException.class,
        () -> SpatialWarning.of(one).indicators(MORAN).run().values(VARIANCE));
  }

  private static double[] sixtyFourths(int n) {
    var random = Rng.of(4);
    return IntStream.range(0, n)
        .mapToDouble(i -> Math.rint(random.nextGaussian() * 64) / 64)
        .toArray();
  }

  @Test
  void anOffsetOfABillionChangesNoDigit() {
    double[] cells = sixtyFourths(300 * 300);
    var plain = Landscape.of(300, 300, cells);
    for (double offset : new double[] {1e9, 1e12}) {
      var high = Landscape.of(300, 300, Arrays.stream(cells).map(v -> v + offset).toArray());
      for (SpatialIndicator indicator :
          List.of(
              SpatialIndicator.variance(1),
              SpatialIndicator.skewness(1),
              MORAN,
              SpatialIndicator.spectralRatio())) {
        double expected = indicator.of(plain);
        assertEquals(expected, indicator.of(high), 1e-10 * Math.abs(expected), indicator.name());
      }
    }
  }

  @Test
  void whatDoesNotDependOnTheOrderOfCellsIsATieWithEveryPermutation() {
    var random = Rng.of(4);
    var levels =
        Landscape.of(
            50, 50, IntStream.range(0, 2500).mapToDouble(i -> random.nextDouble()).toArray());
    var mean = SpatialIndicator.mean();
    var skewness = SpatialIndicator.skewness(1);
    var signal =
        SpatialWarning.of(levels)
            .indicators(mean, skewness)
            .against(SpatialNull.permutation(99))
            .run();
    for (SpatialIndicator indicator : List.of(mean, skewness)) {
      assertEquals(1, signal.test(0, indicator).pTwo(), indicator.name());
      assertTrue(Double.isNaN(signal.excess(indicator)[0]), indicator.name());
    }
  }

  @Test
  void anInterruptStopsTheMeasureOfALargeLandscape() {
    var study = SpatialWarning.of(Landscape.random(500, 500, 0.5, 1));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, study::run);
    var large = Landscape.random(50, 50, 0.5, 1);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> RadialSpectrum.of(large));
  }
}
