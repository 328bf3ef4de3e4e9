package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbbreviationTest {
  /** Messages of these lengths over two symbols, all different, with these frequencies. */
  private static Language code(int[] lengths, long... frequencies) {
    int n = lengths.length;
    int[][] messages = new int[n][];
    int[][] meanings = new int[n][1];
    var seen = new HashSet<List<Integer>>();
    for (int i = 0; i < n; i++) {
      meanings[i][0] = i;
      int number = 0;
      do {
        int bits = number++;
        messages[i] = IntStream.range(0, lengths[i]).map(j -> 1 + (bits >> j) % 2).toArray();
      } while (!seen.add(Arrays.stream(messages[i]).boxed().toList()));
    }
    return Language.of(meanings, messages).weights(frequencies);
  }

  @Test
  void thereAreAsManyMessagesOfALengthAsSymbolsToThatPower() {
    assertArrayEquals(
        new int[] {1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4}, OptimalCode.lengths(2, 15));
    assertArrayEquals(new int[] {1, 2, 3, 4}, OptimalCode.lengths(1, 4));
    assertEquals(1, OptimalCode.lengths(Integer.MAX_VALUE, 1000)[999]);
    assertEquals(0, OptimalCode.lengths(5, 0).length);
  }

  @Test
  void theShortestCodeIsEfficient() {
    var law = Abbreviation.of(code(new int[] {1, 1, 2, 2, 2, 2}, 60, 50, 9, 8, 7, 6), 999, 1);
    assertEquals(1, law.efficiency(), 1e-12);
    assertEquals(law.optimalLength(), law.meanLength(), 1e-12);
    assertTrue(law.spearman() < -0.8);
    // of the 15 ways to deal two lengths of 1 to six messages one is as good
    assertEquals(1.0 / 15, law.lengthP(), 4 * Math.sqrt(1.0 / 15 / 999) + 1e-3);
    assertEquals(10.0 / 6, law.randomLength(), 1e-12);
  }

  @Test
  void longMessagesForWhatIsFrequentAreAntiEfficient() {
    var law = Abbreviation.of(code(new int[] {3, 3, 2, 2, 1, 1}, 60, 50, 9, 8, 2, 1), 199, 1);
    assertTrue(law.efficiency() < -0.5);
    assertTrue(law.spearman() > 0.9);
    assertEquals(1, law.lengthP(), 0.02);
  }

  @Test
  void equalLengthsHaveNoCorrelationAndSayWhy() {
    var law = Abbreviation.of(code(new int[] {2, 2, 2, 2}, 4, 3, 2, 1), 99, 1);
    assertTrue(Double.isNaN(law.spearman()));
    assertEquals("all messages are equally long", law.undefined());
    assertEquals(1, law.lengthP());
    assertEquals("all messages are equally frequent", flat().undefined());
  }

  private static Abbreviation flat() {
    return Abbreviation.of(code(new int[] {1, 1, 2}, 1, 1, 1), 9, 1);
  }

  @Test
  void recordsOfEqualMessagesAreOneType() {
    var twice = Language.of(new int[][] {{0}, {1}, {2}}, new int[][] {{1}, {1}, {2, 2}});
    var law = Abbreviation.of(twice, 9, 1);
    assertArrayEquals(new long[] {2, 1}, law.counts());
    assertArrayEquals(new int[] {1, 2}, law.lengths());
    assertEquals(4.0 / 3, law.meanLength(), 1e-12);
    assertEquals(4.0 / 3, law.optimalLength(), 1e-12, "two symbols for three meanings");
  }

  @Test
  void endOfSequenceIsNoSymbolOfTheShortestCode() {
    var padded =
        Language.fromPadded(
            new int[][] {{0}, {1}, {2}}, new int[][] {{1, 0, 0}, {2, 0, 0}, {1, 2, 0}}, 0);
    assertEquals(2, Abbreviation.of(padded.eos(EosPolicy.PADDED), 9, 1).alphabet());
    assertEquals(2, Abbreviation.of(padded, 9, 1).alphabet());
  }
}
