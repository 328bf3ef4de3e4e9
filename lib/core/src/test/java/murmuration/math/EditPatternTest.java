package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EditPatternTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void isTheDistanceOfTheTable(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int lengthA,
      @ForAll @IntRange(max = 200) int lengthB,
      @ForAll @IntRange(min = 1, max = 9) int symbols) {
    RandomGenerator random = Rng.of(seed);
    int[] a = random.ints(lengthA, 0, symbols).map(i -> i * 1_000_003).toArray();
    int[] b = random.ints(lengthB, 0, symbols).map(i -> i * 1_000_003).toArray();
    int expected = Levenshtein.distance(a, b);
    assertEquals(expected, EditPattern.of(a).distance(b));
    assertEquals(expected, EditPattern.of(b).distance(a));
  }

  @Test
  void wordsMeetAtSixtyFour() {
    for (int length : new int[] {63, 64, 65, 127, 128, 129}) {
      int[] a = Rng.of(length).ints(length, 0, 3).toArray();
      int[] b = Rng.of(-length).ints(length, 0, 3).toArray();
      assertEquals(Levenshtein.distance(a, b), EditPattern.of(a).distance(b));
      assertEquals(0, EditPattern.of(a).distance(a));
      assertEquals(length, EditPattern.of(a).distance());
      assertEquals(length, EditPattern.of().distance(a));
    }
  }

  @Test
  void moreSymbolsThanFitInBitsAreComparedByTheTable() {
    int[] a = IntStream.range(0, 20_000).toArray();
    assertEquals(19_999, EditPattern.of(a).distance(1));
  }
}
