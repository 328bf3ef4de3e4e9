package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void kappaOfATextbookTableIsTwoFifths() {
    int[][] table = {{20, 5}, {10, 15}};
    var kappa = CohenKappa.of(rater(table, true), rater(table, false));
    assertEquals(0.7, kappa.observed(), 1e-15);
    assertEquals(0.5, kappa.expected(), 1e-15);
    assertEquals(0.4, kappa.value(), 1e-15);
  }

  @Test
  void kappasErrorIsThatOfTheDeltaMethod() {
    int[][] table = {{20, 5, 3}, {10, 15, 1}, {2, 4, 9}};
    var kappa = CohenKappa.of(rater(table, true), rater(table, false));
    double[][] shares = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        shares[i][j] = table[i][j] / 69.0;
      }
    }
    double mean = 0;
    double square = 0;
    double h = 1e-6;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double p = shares[i][j];
        shares[i][j] = p + h;
        double up = kappa(shares);
        shares[i][j] = p - h;
        double slope = (up - kappa(shares)) / (2 * h);
        shares[i][j] = p;
        mean += p * slope;
        square += p * slope * slope;
      }
    }
    double expected = Math.sqrt((square - mean * mean) / 69);
    assertEquals(expected, kappa.standardError(), 1e-8);
    double[] interval = kappa.interval(0.95);
    assertEquals(2 * 1.959963984540054 * expected, interval[1] - interval[0], 1e-8);
  }

  private static double kappa(double[][] p) {
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < p.length; i++) {
      observed += p[i][i];
      for (int j = 0; j < p.length; j++) {
        for (int k = 0; k < p.length; k++) {
          expected += p[i][j] * p[k][i];
        }
      }
    }
    return (observed - expected) / (1 - expected);
  }

  @Test
  void ofRatersByChanceFiveInAHundredLieOutsideTheirNullBand() {
    var random = Rng.of(1);
    int outside = 0;
    for (int i = 0; i < 2000; i++) {
      int[] a = random.ints(200, 0, 3).toArray();
      int[] b = random.ints(200, 0, 3).toArray();
      var kappa = CohenKappa.of(a, b);
      outside += Math.abs(kappa.value()) > 1.96 * kappa.nullStandardError() ? 1 : 0;
    }
    // binomial(2000, 0.05): mean 100, sd 9.7; 4 sd are a false alarm of 6e-5
    assertEquals(100, outside, 39);
  }

  @Test
  void kappaIsUndefinedWhereThereIsNothingToDisagreeOn() {
    var kappa = CohenKappa.of(new int[] {4, 4}, new int[] {4, 4});
    assertFalse(kappa.defined());
    assertTrue(CohenKappa.of(new int[] {4, 4}, new int[] {4, 5}).defined());
  }

  @Test
  void adjustedRandHasKnownValues() {
    assertEquals(4.0 / 7, AdjustedRand.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}), 1e-15);
    assertEquals(0, AdjustedRand.of(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}), 0);
    assertEquals(-0.5, AdjustedRand.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}), 1e-15);
    assertEquals(1, AdjustedRand.of(new int[] {5, 5, 5}, new int[] {-1, -1, -1}), 0);
    assertEquals(1, AdjustedRand.of(new int[] {1, 2, 3}, new int[] {7, 9, 8}), 0);
    assertEquals(1, AdjustedRand.of(new int[] {1}, new int[] {2}), 0);
    assertThrows(
        IllegalArgumentException.class, () -> AdjustedRand.of(new int[] {1}, new int[] {1, 2}));
  }

  @Property(tries = 200)
  void adjustedRandComparesPairsAsTheDefinitionDoes(
      @ForAll @Size(12) int[] seeds, @ForAll @IntRange(min = 2, max = 4) int classes) {
    int[] a = Arrays.stream(seeds).map(s -> Math.floorMod(s, classes)).toArray();
    int[] b = Arrays.stream(seeds).map(s -> Math.floorMod(s / 7, 3) * 1_000_000 - 5).toArray();
    double both = 0;
    double inA = 0;
    double inB = 0;
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < i; j++) {
        both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
        inA += a[i] == a[j] ? 1 : 0;
        inB += b[i] == b[j] ? 1 : 0;
      }
    }
    double expected = inA * inB / 66;
    double top = (inA + inB) / 2;
    double index = top == expected ? 1 : (both - expected) / (top - expected);
    assertEquals(index, AdjustedRand.of(a, b), 1e-12);
    assertEquals(AdjustedRand.of(b, a), AdjustedRand.of(a, b), 1e-15);
  }

  @Test
  void aSampleMeanHasStudentsInterval() {
    var mean = SampleMean.of(new double[] {1, 2, 3, 4});
    assertEquals(2.5, mean.mean(), 0);
    assertEquals(Math.sqrt(5.0 / 3), mean.sd(), 1e-15);
    assertEquals(2.5 + 3.182446305283708 * Math.sqrt(5.0 / 12), mean.high(0.95), 1e-9);
    assertEquals(5, mean.low(0.9) + mean.high(0.9), 1e-12);
    assertTrue(Double.isNaN(SampleMean.of(new double[] {1}).low(0.95)));
  }

  /** The labels of one rater, of a table whose cell (i, j) counts items rated i and j. */
  private static int[] rater(int[][] table, boolean first) {
    var labels = java.util.stream.IntStream.builder();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        for (int k = 0; k < table[i][j]; k++) {
          labels.add(first ? i : j);
        }
      }
    }
    return labels.build().toArray();
  }
}
