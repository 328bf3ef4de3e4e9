package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class RankSumTestTest {
  @Test
  void withoutTiesItIsThatOfCommonsMath() {
    double[] a = Rng.of(1).doubles(20).toArray();
    double[] b = Rng.of(2).doubles(33).map(v -> v + 0.2).toArray();
    var found = RankSumTest.of(a, b);
    double larger = new MannWhitneyUTest().mannWhitneyU(a, b);
    assertEquals(larger, Math.max(found.u(), 20 * 33 - found.u()), 1e-9);
    assertEquals(new MannWhitneyUTest().mannWhitneyUTest(a, b), found.p(), 1e-12);
  }

  @Test
  void uCountsPairsAndTiesHalf() {
    assertEquals(4, RankSumTest.of(new double[] {2, 5}, new double[] {1, 2, 5}).u());
    assertEquals(0, RankSumTest.of(new double[] {1, 2}, new double[] {3, 4}).chance());
  }

  /** The variance with ties is that of all ways to divide the values into two samples. */
  @Test
  void tiesShrinkTheVarianceAsAllDivisionsDo() {
    double[] values = {0, 0, 0, 1, 1, 2, 5};
    var us = IntStream.builder();
    Orders.all(
        7,
        order -> {
          double[] shuffled = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
          double u =
              RankSumTest.of(Arrays.copyOf(shuffled, 3), Arrays.copyOfRange(shuffled, 3, 7)).u();
          us.add((int) Math.round(2 * u));
        });
    double[] all = us.build().mapToDouble(u -> u / 2.0).toArray();
    var found = RankSumTest.of(new double[] {0, 0, 1}, new double[] {0, 1, 2, 5});
    assertEquals(6, StatUtils.mean(all), 1e-12);
    double sd = Math.sqrt(StatUtils.populationVariance(all));
    assertEquals((found.u() - 6) / sd, found.z(), 1e-12);
  }

  @Test
  void equalRunsAreUndecided() {
    var found = RankSumTest.of(new double[] {1, 1}, new double[] {1, 1, 1});
    assertEquals(Double.NaN, found.z());
    assertEquals(0.5, found.chance());
  }

  /** 95 % intervals of 400 studies: between 92 and 98 % cover, false-alarm rate below 1 %. */
  @Test
  void theIntervalOfTheChanceCovers() {
    int covered = 0;
    for (int i = 0; i < 400; i++) {
      var random = Rng.of(3, i);
      double[] a = random.doubles(60).toArray();
      double[] b = random.doubles(40).map(v -> v * 0.8).toArray();
      var found = RankSumTest.of(a, b);
      covered += found.low() <= 0.6 && found.high() >= 0.6 ? 1 : 0;
    }
    assertTrue(covered >= 368 && covered <= 392, "covered " + covered);
  }
}
