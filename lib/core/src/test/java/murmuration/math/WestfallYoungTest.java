package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WestfallYoungTest {
  private static double[][] noise(int k, int n, long seed) {
    return IntStream.range(0, k)
        .mapToObj(i -> Rng.of(seed, i).doubles(n).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void oneStatisticKeepsItsP() {
    double[][] nulls = {{1, 2, 3, 4}};
    assertArrayEquals(new double[] {0.4}, WestfallYoung.correct(new double[] {3.5}, nulls), 0);
    assertArrayEquals(new double[] {0.6}, WestfallYoung.correct(new double[] {3}, nulls), 0);
  }

  @Test
  void copiesOfOneStatisticCountOnce() {
    double[] draws = Rng.of(1).doubles(99).toArray();
    double[] corrected =
        WestfallYoung.correct(new double[] {0.9, 0.9, 0.9}, new double[][] {draws, draws, draws});
    double p = (1 + Arrays.stream(draws).filter(v -> v >= 0.9).count()) / 100.0;
    assertArrayEquals(new double[] {p, p, p}, corrected, 1e-15);
  }

  @Test
  void independentStatisticsCountEach() {
    double[][] nulls = noise(10, 20_000, 3);
    double[] observed = new double[10];
    Arrays.fill(observed, 0.5);
    observed[4] = 0.99;
    assertEquals(1 - Math.pow(0.99, 10), WestfallYoung.correct(observed, nulls)[4], 0.01);
  }

  @Test
  void aLowerPNeverHasAHigherCorrectedP() {
    double[][] nulls = noise(6, 200, 5);
    double[] observed = {0.99, 0.2, 0.95, 0.95, 0.7, 0.999};
    double[] corrected = WestfallYoung.correct(observed, nulls);
    for (int i = 0; i < 6; i++) {
      double p = (1 + above(nulls[i], observed[i])) / 201.0;
      assertTrue(corrected[i] >= p && corrected[i] <= 1);
      for (int j = 0; j < 6; j++) {
        boolean lower = p < (1 + above(nulls[j], observed[j])) / 201.0;
        assertTrue(!lower || corrected[i] <= corrected[j]);
      }
    }
  }

  private static long above(double[] nulls, double observed) {
    return Arrays.stream(nulls).filter(v -> v >= observed).count();
  }

  /** Under the null at most 5 % of records have any corrected p of 0.05 or less; 4 s.e. allowed. */
  @Test
  void theFamilyRingsAtTheStatedRate() {
    int records = 2000;
    int alarms = 0;
    for (int r = 0; r < records; r++) {
      double[][] nulls = noise(5, 99, 100 + r);
      double[] observed = Rng.of(7, r).doubles(5).toArray();
      double least = Arrays.stream(WestfallYoung.correct(observed, nulls)).min().orElseThrow();
      alarms += least <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, alarms / (double) records, 4 * Math.sqrt(0.05 * 0.95 / records));
  }

  @Test
  void whatIsUndefinedSaysNothingAndAnUndefinedDrawCountsAgainst() {
    double[][] nulls = {{1, 2, Double.NaN}, {1, 2, 3}};
    double[] corrected = WestfallYoung.correct(new double[] {5, Double.NaN}, nulls);
    assertEquals(0.5, corrected[0]);
    assertTrue(Double.isNaN(corrected[1]));
    assertEquals(0, WestfallYoung.correct(new double[0], new double[0][]).length);
  }

  @Test
  void raggedDrawsAreRefused() {
    double[] two = {1, 2};
    assertThrows(
        IllegalArgumentException.class, () -> WestfallYoung.correct(two, new double[][] {{1}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> WestfallYoung.correct(two, new double[][] {{1}, {1, 2}}));
    assertThrows(
        IllegalArgumentException.class, () -> WestfallYoung.correct(two, new double[][] {{}, {}}));
  }
}
