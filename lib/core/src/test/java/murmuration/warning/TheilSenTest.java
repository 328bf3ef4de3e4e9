package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class TheilSenTest {
  @Test
  void oneWildValueDoesNotMoveTheLine() {
    double[] y = IntStream.range(0, 21).mapToDouble(i -> 2 - 0.5 * i).toArray();
    y[4] = 1e6;
    var line = TheilSen.of(y);
    assertEquals(-0.5, line.slope(), 1e-12);
    assertTrue(line.low() <= line.slope() && line.slope() <= line.high());
  }

  @Test
  void manyPairsGiveTheSameAsListingThemAll() {
    RandomGenerator random = Rng.of(9);
    int n = 2500;
    double[] t = random.doubles(n).sorted().toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> t[i] + random.nextGaussian()).toArray();
    t[7] = t[8];
    double[] all =
        IntStream.range(0, n)
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.range(i + 1, n)
                        .filter(j -> t[j] != t[i])
                        .mapToDouble(j -> (y[j] - y[i]) / (t[j] - t[i])))
            .sorted()
            .toArray();
    var slopes = new PairSlopes(t, y);
    assertEquals(all.length, slopes.count());
    for (int k : new int[] {0, 1, 1000, all.length / 2, all.length - 2, all.length - 1}) {
      assertEquals(all[k], slopes.smallest(k)[0]);
    }
    var line = TheilSen.of(t, y);
    assertEquals((all[(all.length - 1) / 2] + all[all.length / 2]) / 2, line.slope(), 1e-15);
  }

  @Test
  void valuesAtTheSameTimeAreNoPair() {
    var line = TheilSen.of(new double[] {0, 0, 1, 1}, new double[] {0, 100, 1, 101});
    assertEquals(1, line.slope());
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TheilSen.of(new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> TheilSen.of(new double[] {1, Double.NaN, Double.NaN}));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> TheilSen.of(new double[3], new double[3]));
    assertEquals(
        "y has 3 values, all at one time: expected values at two times or more", e.getMessage());
  }

  @Test
  void theReportIsOneLineAndThreeRows() {
    var line = TheilSen.of(new double[] {1, 2, 4});
    assertTrue(line.summary().startsWith("Theil-Sen line: slope 1.5 ("), line.summary());
    assertEquals(3, line.table().rowCount());
    assertEquals(
        3, Arrays.stream(line.table().doubleColumn("value").asDoubleArray()).max().orElse(0));
  }
}
