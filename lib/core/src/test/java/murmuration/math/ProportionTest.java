package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void theExactIntervalHasAClosedFormWhereAllOrNoneSucceed() {
    double upper = 1 - Math.pow(0.025, 1 / 50.0);
    assertArrayEquals(new double[] {0, upper}, new Proportion(0, 50).clopperPearson(0.95), 1e-12);
    assertArrayEquals(
        new double[] {1 - upper, 1}, new Proportion(50, 50).clopperPearson(0.95), 1e-12);
  }

  @Test
  void theExactIntervalKeepsItsDigitsForRareSuccesses() {
    double[] interval = new Proportion(1, 100_000_000).clopperPearson(0.95);
    assertEquals(1, interval[0] / -Math.expm1(Math.log1p(-0.025) / 1e8), 1e-9);
    double poisson = 5.571643390938; // the mean under which at most 1 has probability 0.025
    assertEquals(1, interval[1] / (poisson / 1e8), 1e-7);
  }

  @Property(tries = 100)
  void atTheEndsOfTheExactIntervalTheTailsHaveHalfOfWhatIsLeft(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @DoubleRange(max = 1) double share) {
    int k = (int) Math.round(share * n);
    double[] ends = new Proportion(k, n).clopperPearson(0.9);
    if (k > 0) {
      double above = 1 - new BinomialDistribution(null, n, ends[0]).cumulativeProbability(k - 1);
      assertEquals(0.05, above, 1e-9);
    }
    if (k < n) {
      double below = new BinomialDistribution(null, n, ends[1]).cumulativeProbability(k);
      assertEquals(0.05, below, 1e-9);
    }
  }

  @Property(tries = 100)
  void theEndsOfWilsonsIntervalAreWhereTheScoreTestGivesIn(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @DoubleRange(max = 1) double share) {
    int k = (int) Math.round(share * n);
    double z = Normal.quantile(0.975);
    for (double end : new Proportion(k, n).wilson(0.95)) {
      double score = ((double) k / n - end) / Math.sqrt(end * (1 - end) / n);
      if (end > 0 && end < 1) {
        assertEquals(z, Math.abs(score), 1e-8);
      }
    }
  }

  @Test
  void trialsThatEndWithASuccessHaveTheirOwnUpperEnd() {
    var sample = new Proportion(3, 40);
    double[] ends = sample.untilSuccesses(0.95);
    assertEquals(sample.clopperPearson(0.95)[0], ends[0], 1e-15);
    assertTrue(ends[1] < sample.clopperPearson(0.95)[1]);
    double fortyOrMore = 1 - new PascalDistribution(null, 3, ends[1]).cumulativeProbability(36);
    assertEquals(0.025, fortyOrMore, 1e-9);
    assertEquals(1, new Proportion(3, 3).untilSuccesses(0.95)[1], 0);
  }

  @Test
  void withoutTrialsEveryChanceIsPossible() {
    assertArrayEquals(new double[] {0, 1}, new Proportion(0, 0).clopperPearson(0.95), 0);
    assertArrayEquals(new double[] {0, 1}, new Proportion(0, 0).wilson(0.95), 0);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(Double.NaN, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(1, 2).wilson(1));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 2).untilSuccesses(0.9));
  }
}
