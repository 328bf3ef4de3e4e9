package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.stream.IntStream;
import murmuration.math.Normal;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class JoinCountTest {
  @Test
  void meanAndVarianceAreThoseOfAllOrders() {
    for (int[] types : new int[][] {{0, 0, 0, 1, 1, 2, 2}, {0, 0, 0, 0, 1, 1}, {0, 1}, {5, 5, 7}}) {
      var counts = new ArrayList<Double>();
      Orders.all(types, order -> counts.add((double) Aggregation.samePairs(order)));
      double[] all = counts.stream().mapToDouble(c -> c).toArray();
      var found = JoinCount.of(types);
      assertEquals(StatUtils.mean(all), found.mean(), 1e-12);
      assertEquals(StatUtils.populationVariance(all), found.sd() * found.sd(), 1e-12);
    }
  }

  @Test
  void twoTypesHaveTheVarianceOfWaldAndWolfowitz() {
    for (int[] n : new int[][] {{50, 50}, {3, 97}, {1, 1}, {200_000, 300_000}}) {
      double m = 1 + 2.0 * n[0] * n[1] / (n[0] + n[1]);
      double variance = (m - 1) * (m - 2) / (n[0] + n[1] - 1);
      assertEquals(variance, SortingLaws.varianceSamePairs(n), 1e-6 * variance + 1e-12);
    }
  }

  @Test
  void oneTypeLeavesNothingToChance() {
    var found = JoinCount.of(new int[] {3, 3, 3, 3});
    assertEquals(Double.NaN, found.z());
    assertEquals(1, found.permuted(99, 1).permutationP());
  }

  /** 19 of 20 seeds would pass by chance if p were off by 3 standard errors of 2000 orders. */
  @Test
  void permutationsAgreeWithTheExactShareOfOrders() {
    int[] types = {0, 0, 1, 1, 1, 2, 2, 0};
    var atLeast = new int[2];
    int pairs = Aggregation.samePairs(types);
    Orders.all(
        types,
        order -> {
          atLeast[0] += Aggregation.samePairs(order) >= pairs ? 1 : 0;
          atLeast[1]++;
        });
    double exact = (double) atLeast[0] / atLeast[1];
    double found = JoinCount.of(types).permuted(2000, 7).permutationP();
    assertEquals(exact, found, 3 * Math.sqrt(exact * (1 - exact) / 2000) + 1e-3);
  }

  /** False-alarm rate of the bound: 0.1 %. */
  @Test
  void randomOrdersHaveAZOfMeanZeroAndVarianceOne() {
    int runs = 2000;
    var random = Rng.of(11);
    double[] z =
        IntStream.range(0, runs)
            .mapToDouble(r -> JoinCount.of(random.ints(100, 0, 3).toArray()).z())
            .toArray();
    double bound = Normal.quantile(1 - 0.0005);
    assertEquals(0, StatUtils.mean(z), bound / Math.sqrt(runs));
    assertEquals(1, StatUtils.variance(z), bound * Math.sqrt(2.0 / runs));
  }

  @Test
  void noOrdersOrTooManyAreRefused() {
    var count = JoinCount.of(new int[] {0, 1});
    assertThrows(IllegalArgumentException.class, () -> count.permuted(0, 1));
    assertThrows(IllegalArgumentException.class, () -> count.permuted(Integer.MAX_VALUE, 1));
  }
}
