package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class EnsembleProfileTest {
  private static final ProfileGrid GRID = new ProfileGrid(11, 1);

  private static int[] series(int seed) {
    return Rng.of(7, seed).ints(20 + seed, 0, 50).toArray();
  }

  private static ProfileSums sums(IntStream seeds) {
    var sums = new ProfileSums(GRID);
    seeds.forEach(s -> sums.add(0, series(s), 20 + s));
    return sums;
  }

  @Test
  void gridsReadTheFirstAndTheLastSwapAndNothingOutside() {
    assertEquals(0, ProfileGrid.STANDARD.index(0, 2475));
    assertEquals(2474, ProfileGrid.STANDARD.index(100, 2475));
    assertEquals(29, ProfileGrid.STANDARD.index(29, 101), "0.29 times 100 rounds to below 29");
    assertEquals(2474, ProfileGrid.CONFLICT.index(80, 2475));
    assertEquals(2474, ProfileGrid.CONFLICT.index(100, 2475));
    assertEquals(0, ProfileGrid.CONFLICT.index(100, 1));
    assertArrayEquals(
        new double[] {1, 1, 2, 2, 3}, new ProfileGrid(5, 1).of(new double[] {1, 2, 3}));
  }

  @Test
  void sumsGiveTheMeanAndTheSpreadOfTheRuns() {
    var found = sums(IntStream.range(0, 9)).profile("sum", 3, -0.5);
    for (int k = 0; k < 11; k++) {
      int point = k;
      double[] values =
          IntStream.range(0, 9)
              .mapToDouble(s -> 3 - 0.5 * series(s)[GRID.index(point, 20 + s)])
              .toArray();
      assertEquals(StatUtils.mean(values), found.mean()[k], 1e-12);
      assertEquals(Math.sqrt(StatUtils.variance(values)), found.sd()[k], 1e-12);
    }
    double[] peaks =
        IntStream.range(0, 9)
            .mapToDouble(s -> 3 - 0.5 * Arrays.stream(series(s)).min().orElseThrow())
            .toArray();
    assertEquals(StatUtils.mean(peaks), found.meanOfPeak(), 1e-12);
    assertEquals(Math.sqrt(StatUtils.variance(peaks)), found.sdOfPeak(), 1e-12);
  }

  @Test
  void theOrderOfRunsAndMergesLeavesEveryBit() {
    var whole = sums(IntStream.range(0, 30)).profile("x", 0, 0.1);
    var parts = sums(IntStream.range(17, 30));
    parts.merge(sums(IntStream.range(0, 5).map(i -> 4 - i)));
    parts.merge(sums(IntStream.range(5, 17)));
    var merged = parts.profile("x", 0, 0.1);
    assertArrayEquals(whole.mean(), merged.mean(), 0);
    assertArrayEquals(whole.sd(), merged.sd(), 0);
    assertEquals(whole.sdOfPeak(), merged.sdOfPeak());
  }

  @Test
  void thePeakOfTheMeanIsBelowTheMeanOfPeaks() {
    var found = sums(IntStream.range(0, 50)).profile("noise", 0, 1);
    assertEquals(true, found.peakOfMean() < found.meanOfPeak());
    assertEquals(found.peakOfMean(), found.at(found.peakFraction()));
  }

  @Test
  void aRunWithoutSwapsStandsStill() {
    var sums = new ProfileSums(GRID);
    sums.add(4, new int[0], 0);
    var found = sums.profile("still", 0, 1);
    assertEquals(4, found.last());
    assertEquals(4, found.meanOfPeak());
  }

  @Test
  void controlsAreComparedWhereTheProfileStandsHighest() {
    var a = sums(IntStream.range(0, 9)).profile("a", 0, 1);
    var b = sums(IntStream.range(9, 30)).profile("a", 0, 1);
    var found = a.against(b);
    assertEquals(a.at(0.3) - b.at(0.3), found.differenceAt(0.3));
    assertEquals(
        1.959964 * Math.hypot(a.sd()[3] / 3, b.sd()[3] / Math.sqrt(21)),
        found.halfWidthAt(0.3),
        1e-5);
    assertEquals(a.meanOfPeak() - b.meanOfPeak(), found.peakDifference());
    var other = new ProfileSums(ProfileGrid.CONFLICT);
    other.add(1, new int[] {1}, 1);
    assertThrows(IllegalArgumentException.class, () -> a.against(other.profile("a", 0, 1)));
  }

  @Test
  void noRunHasNoProfile() {
    assertThrows(IllegalArgumentException.class, () -> new ProfileSums(GRID).profile("none", 0, 1));
  }
}
