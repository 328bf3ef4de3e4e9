package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void aTokenIsTheFrequencyRankOfItsSymbolTheLowerOfEqualOnesFirst() {
    var corpus = Corpus.of("c", new int[] {900_000, -3, 7, 7, -3, 7, 5});
    assertArrayEquals(new int[] {3, 1, 0, 0, 1, 0, 2}, corpus.tokens());
    assertArrayEquals(new int[] {3, 2, 1, 1}, corpus.counts());
    assertEquals(7, corpus.symbol(0));
    assertEquals(5, corpus.symbol(2));
    assertEquals(900_000, corpus.symbol(3));
  }

  @Test
  void aTextIsReadInLowerCaseByCodePoint() {
    var corpus = Corpus.ofText("t", "Aa\uD83D\uDC26a");
    assertArrayEquals(new int[] {0, 0, 1, 0}, corpus.tokens());
    assertEquals(0x1F426, corpus.symbol(1));
  }

  @Test
  void rarerSymbolsShareTheLastTokenOfASmallerAlphabet() {
    var corpus = Corpus.ofText("t", "aaaabbbccd").alphabet(3);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2, 2}, corpus.tokens());
    assertEquals(3, corpus.vocabulary());
    assertEquals(4, Corpus.ofText("t", "aaaabbbccd").alphabet(9).vocabulary());
  }

  @Test
  void fourEquallyFrequentTokensHoldTwoBits() {
    assertEquals(2, Corpus.of("c", new int[] {1, 2, 3, 4}).entropy(), 1e-15);
  }

  @Test
  void anEmptyCorpusIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Corpus.of("c", new int[0]));
    assertThrows(IllegalArgumentException.class, () -> Corpus.ofText("c", ""));
  }

  @Property(tries = 200)
  void ranksFallInFrequencyAndNameTheSymbolsThatWereGiven(
      @ForAll @NotEmpty @IntRange(min = -5, max = 5) int[] symbols) {
    var corpus = Corpus.of("c", symbols);
    int[] counts = corpus.counts();
    for (int t = 1; t < counts.length; t++) {
      assertEquals(
          counts[t] == counts[t - 1]
              ? Integer.compare(corpus.symbol(t - 1), corpus.symbol(t))
              : Integer.compare(counts[t], counts[t - 1]),
          -1);
    }
    assertArrayEquals(symbols, IntStream.of(corpus.tokens()).map(corpus::symbol).toArray());
  }
}
