package murmuration.scaling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MirageModelTest {
  private static final MirageModel MODEL = new MirageModel(2e7, -0.25);

  @Property(tries = 100)
  void exactMatchIsALineOnTheScaleOfTheTaskScalingLaw(
      @ForAll @DoubleRange(min = 1e6, max = 1e12) double n,
      @ForAll @IntRange(min = 1, max = 30) int length) {
    double f = Math.log(-MODEL.logExactMatch(n, length));
    assertEquals(Math.log(length) - 0.25 * Math.log(n / 2e7), f, 1e-12);
  }

  @Test
  void aLengthOfOneIsTheTokenItself() {
    assertEquals(MODEL.tokenProbability(1e9), MODEL.exactMatch(1e9, 1), 1e-16);
    assertEquals(1 - MODEL.tokenProbability(1e9), MODEL.tokenEditDistance(1e9, 1), 1e-15);
  }

  @Test
  void aLawThatDoesNotFallIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MirageModel(2e7, 0.25));
    assertThrows(IllegalArgumentException.class, () -> new MirageModel(0, -0.25));
    assertThrows(IllegalArgumentException.class, () -> MODEL.exactMatch(1e9, 0));
    assertThrows(IllegalArgumentException.class, () -> MODEL.crossEntropy(-1));
  }

  @Property(tries = 100)
  void theItemsNeededAreTheFewestThatShowOneRight(
      @ForAll @DoubleRange(min = 0.11, max = 13) double bits) {
    double q = Math.exp(-bits);
    double needed = Resolution.itemsNeeded(q, 0.95);
    if (needed < 1e6) {
      assertEquals(true, new Resolution((int) needed).allWrong(q) <= 0.05 * (1 + 1e-9));
      if (needed > 1) {
        assertEquals(true, new Resolution((int) needed - 1).allWrong(q) > 0.05 * (1 - 1e-9));
      }
    }
  }

  @Test
  void anImpossibleItemNeedsInfinitelyManyAndACertainOneOne() {
    assertEquals(Double.POSITIVE_INFINITY, Resolution.itemsNeeded(0, 0.95));
    assertEquals(1, Resolution.itemsNeeded(1, 0.95));
    assertEquals(1, new Resolution(7).allWrong(0));
    assertEquals(0, new Resolution(7).allWrong(1));
    assertEquals(0.005, new Resolution(200).step());
  }
}
