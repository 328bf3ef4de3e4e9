package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class SpearmanTest {
  private static final double[] X = {1, 2, 3, 3, 5, 6, 7, 8};
  private static final double[] Y = {2, 1, 4, 4, 3, 9, 9, 7};

  @Test
  void tiesShareTheirMeanRankAsInCommonsMath() {
    assertEquals(new SpearmansCorrelation().correlation(X, Y), Spearman.of(X, Y).rho(), 1e-14);
  }

  @Test
  void pairsWithAMissingValueAreLeftOut() {
    double[] x = {1, Double.NaN, 2, 3, 3, 5, 6, 7, 8, 4};
    double[] y = {2, 50, 1, 4, 4, 3, 9, 9, 7, Double.NaN};
    assertEquals(Spearman.of(X, Y), Spearman.of(x, y));
  }

  @Test
  void thePOfTenPairsIsThatOfStudentsT() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] y = {3, 1, 2, 4, 7, 6, 5, 10, 8, 9};
    var found = Spearman.of(x, y);
    double rho = 1 - 6.0 * 20 / 990;
    assertEquals(rho, found.rho(), 1e-14);
    double t = rho * Math.sqrt(8 / (1 - rho * rho));
    double tail = new TDistribution(null, 8).cumulativeProbability(-t);
    assertEquals(2 * tail, found.p(), 1e-14);
  }

  @Test
  void theIntervalIsWiderThanFishersForPearson() {
    var found = new Spearman(0.5, 30);
    double z = Math.log(3) / 2;
    double half = 1.959963984540054 * Math.sqrt(1.125 / 27);
    assertArrayEquals(
        new double[] {Math.tanh(z - half), Math.tanh(z + half)}, found.interval(0.95), 1e-12);
    assertArrayEquals(new double[] {-1, -1}, new Spearman(-1, 5).interval(0.95));
    assertEquals(Double.NaN, new Spearman(0.5, 3).interval(0.95)[0]);
  }

  @Test
  void aConstantHasNoCorrelation() {
    assertEquals(Double.NaN, Spearman.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).rho());
    assertEquals(Double.NaN, Spearman.of(new double[] {1}, new double[] {2}).rho());
    assertThrows(
        IllegalArgumentException.class, () -> Spearman.of(new double[] {1}, new double[] {1, 2}));
  }
}
