package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class SortingLawsTest {
  private static SummaryStatistics overAllOrders(int n, ToDoubleFunction<int[]> quantity) {
    var statistics = new SummaryStatistics();
    Orders.all(n, order -> statistics.addValue(quantity.applyAsDouble(order)));
    return statistics;
  }

  @Test
  void startsHaveTheMeansAndVariancesOfAllOrders() {
    for (int n = 1; n <= 7; n++) {
      var inversions = overAllOrders(n, Sortedness::inversions);
      assertEquals(inversions.getMean(), SortingLaws.meanInversions(n), 1e-9);
      assertEquals(inversions.getPopulationVariance(), SortingLaws.varianceInversions(n), 1e-9);
      var descents = overAllOrders(n, Sortedness::descents);
      assertEquals(descents.getMean(), SortingLaws.meanDescents(n), 1e-9);
      assertEquals(descents.getPopulationVariance(), SortingLaws.varianceDescents(n), 1e-9);
    }
  }

  @Test
  void traditionalSortsCostWhatTheoryCounts() {
    for (int n = 1; n <= 7; n++) {
      var insertion = overAllOrders(n, a -> TraditionalSort.INSERTION.sort(a).comparisons());
      assertEquals(insertion.getMean(), SortingLaws.meanInsertionComparisons(n), 1e-9);
      var selection = overAllOrders(n, a -> TraditionalSort.SELECTION.sort(a).swaps());
      assertEquals(selection.getMean(), SortingLaws.meanSelectionSwaps(n), 1e-9);
    }
  }

  /** All orders and all places of frozen cells: segments sort themselves, borders stay. */
  @Test
  void immovableCellsLeaveTheDescentsThatTheLawExpects() {
    for (int n = 2; n <= 6; n++) {
      for (int k = 0; k <= n; k++) {
        var statistics = new SummaryStatistics();
        int size = n;
        CombinatoricsUtils.combinationsIterator(n, k)
            .forEachRemaining(
                frozen ->
                    Orders.all(
                        size,
                        a -> statistics.addValue(Sortedness.descents(segmentsSorted(a, frozen)))));
        assertEquals(
            statistics.getMean(), SortingLaws.meanImmovableDescents(n, k), 1e-9, n + ", " + k);
      }
    }
  }

  private static int[] segmentsSorted(int[] a, int[] frozen) {
    int from = 0;
    for (int p : frozen) {
      Arrays.sort(a, from, p);
      from = p + 1;
    }
    Arrays.sort(a, from, a.length);
    return a;
  }

  @Test
  void descentsUnderTheLawOfMallowsAreTheShareOfErrors() {
    for (double share : new double[] {0.05, 0.3, 0.5}) {
      double q = share / (1 - share);
      double[] sums = new double[2];
      Orders.all(
          6,
          order -> {
            double weight = Math.pow(q, Sortedness.inversions(order));
            sums[0] += weight * Sortedness.descents(order);
            sums[1] += weight;
          });
      assertEquals(sums[0] / sums[1], SortingLaws.meanNoisyDescents(6, share), 1e-12);
    }
  }

  @Test
  void segmentLengthsAreALaw() {
    double[] share = SortingLaws.segmentLengths(100, 3);
    assertEquals(1, StatUtils.sum(share), 1e-12);
    double mean = IntStream.range(0, share.length).mapToDouble(g -> g * share[g]).sum();
    assertEquals(97 / 4.0, mean, 1e-10, "97 cells in 4 segments");
    assertEquals(
        CombinatoricsUtils.binomialCoefficientDouble(79, 2)
            / CombinatoricsUtils.binomialCoefficientDouble(100, 3),
        share[20],
        1e-15);
  }

  @Test
  void harmonicNumbersMeetWhereTheirFormulaChanges() {
    double step = SortingLaws.meanSelectionSwaps(1001) - SortingLaws.meanSelectionSwaps(1000);
    assertEquals(1 - 1 / 1001.0, step, 1e-11);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SortingLaws.meanInversions(0));
    assertThrows(IllegalArgumentException.class, () -> SortingLaws.meanImmovableDescents(5, 6));
    assertThrows(IllegalArgumentException.class, () -> SortingLaws.meanSamePairs(0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> SortingLaws.segmentLengths(Integer.MAX_VALUE, 1));
  }
}
