package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ZipfTest {
  private static final Language CODE =
      Language.of(new int[][] {{0}, {1}, {2}, {3}}, new int[][] {{5}, {7, 5}, {7, 7, 9}, {5}})
          .weights(60, 30, 20, 1);

  @Test
  void messagesAndSymbolsAreCountedByWeight() {
    assertArrayEquals(new long[] {61, 30, 20}, Zipf.ofMessages(CODE).counts());
    assertArrayEquals(new long[] {91, 70, 20}, Zipf.ofSymbols(CODE).counts());
    assertThrows(
        IllegalArgumentException.class,
        () -> Zipf.ofSymbols(Language.of(new int[1][1], new int[][] {{3}})));
  }

  @Test
  void aLawByRankIsALawByFrequencyOfAnotherExponent() {
    // f(r) = C/r: the number of types of k occurrences falls as k^-2
    var laws = Zipf.of(LongStream.rangeClosed(1, 5000).map(r -> 1_000_000 / r).toArray());
    assertEquals(1, laws.rank().exponent(), 1e-3);
    assertEquals(2, laws.tail().orElseThrow().exponent(), 0.1);
    assertTrue(laws.summary().lines().count() <= 12);
    assertTrue(!laws.chart().panels().isEmpty());
  }
}
