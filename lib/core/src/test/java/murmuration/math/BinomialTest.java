package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialTest {
  @Property(tries = 300)
  void theQuantileIsThatOfTheDistribution(
      @ForAll @IntRange(max = 5000) int n,
      @ForAll @DoubleRange(max = 1) double p,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double u) {
    var reference = new BinomialDistribution(null, n, p);
    int k = Binomial.of(n, p).quantile(u);
    double rounding = 1e-9;
    if (reference.cumulativeProbability(k) < u - rounding
        || (k > 0 && reference.cumulativeProbability(k - 1) > u + rounding)) {
      assertEquals(reference.inverseCumulativeProbability(u), k);
    }
  }

  @Test
  void certainTrialsGiveCertainCounts() {
    assertEquals(0, Binomial.of(7, 0).quantile(0.999));
    assertEquals(7, Binomial.of(7, 1).quantile(0.001));
    assertEquals(0, Binomial.of(0, 0.3).quantile(0.5));
  }

  @Test
  void aRareSuccessOfManyTrialsIsDrawnAsOftenAsItShould() {
    var law = Binomial.of(1_000_000_000, 1e-9);
    var rng = Rng.of(1);
    int none = 0;
    for (int i = 0; i < 10_000; i++) {
      none += law.next(rng) == 0 ? 1 : 0;
    }
    assertEquals(Math.exp(-1), none / 10_000.0, 4 * Math.sqrt(0.233 / 10_000));
  }

  @Test
  void impossibleTrialsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Binomial.of(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> Binomial.of(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Binomial.of(1, 0.5).quantile(2));
  }
}
