package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LevenshteinTest {
  @Test
  void aCharacterBeyondSixteenBitsCountsOnce() {
    assertEquals(1, Levenshtein.distance("a🐦b", "ab"));
    assertEquals(1 / 3.0, Levenshtein.normalised("a🐦b", "ab"), 1e-15);
  }

  @Test
  void emptySequencesAreAsFarAsTheOtherIsLong() {
    assertEquals(3, Levenshtein.distance(new int[0], new int[] {1, 2, 3}));
    assertEquals(1, Levenshtein.normalised(new int[0], new int[] {1, 2, 3}), 0);
    assertEquals(0, Levenshtein.normalised("", ""), 0);
  }

  @Property(tries = 200)
  void itIsADistance(
      @ForAll @Size(max = 7) @IntRange(max = 2) int[] a,
      @ForAll @Size(max = 7) @IntRange(max = 2) int[] b,
      @ForAll @Size(max = 7) @IntRange(max = 2) int[] c) {
    int ab = Levenshtein.distance(a, b);
    assertEquals(ab, Levenshtein.distance(b, a));
    assertEquals(0, Levenshtein.distance(a, a));
    assertTrue(ab <= Levenshtein.distance(a, c) + Levenshtein.distance(c, b));
    assertTrue(ab >= Math.abs(a.length - b.length) && ab <= Math.max(a.length, b.length));
  }

  @Property(tries = 200)
  void itIsTheRecursionOfItsDefinition(
      @ForAll @Size(max = 5) @IntRange(max = 2) int[] a,
      @ForAll @Size(max = 5) @IntRange(max = 2) int[] b) {
    assertEquals(recursive(a, a.length, b, b.length), Levenshtein.distance(a, b));
  }

  private static int recursive(int[] a, int i, int[] b, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int same = a[i - 1] == b[j - 1] ? 0 : 1;
    return Math.min(
        recursive(a, i - 1, b, j - 1) + same,
        1 + Math.min(recursive(a, i - 1, b, j), recursive(a, i, b, j - 1)));
  }
}
