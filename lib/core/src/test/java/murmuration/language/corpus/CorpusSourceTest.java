package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.language.Language;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusSourceTest {
  private static final ZipfMandelbrot LAW = ZipfMandelbrot.of(64, 1, 2.7);

  /** False-alarm rate 0.001, fixed seed. */
  @Test
  void zipfFrequenciesFollowTheirLaw() {
    int[] symbols = new ZipfSource(LAW).symbols(100_000, 7);
    long[] counts = new long[64];
    IntStream.of(symbols).forEach(s -> counts[s]++);
    double[] expected = IntStream.range(0, 64).mapToDouble(LAW::probability).toArray();
    assertTrue(new ChiSquareTest().chiSquareTest(expected, counts) > 0.001);
  }

  @Test
  void theLawOfZipfAndMandelbrotIsOneOverRankPlusShift() {
    assertEquals(4.7 / 3.7, LAW.probability(0) / LAW.probability(1), 1e-12);
    assertEquals(66.7 / 3.7, LAW.probability(0) / LAW.probability(63), 1e-10);
  }

  /** False-alarm rate 0.001, fixed seed. */
  @Test
  void uniformTokensAreEquallyFrequent() {
    var corpus = CorpusSource.uniform(10).draw(50_000, 3);
    long[] counts = IntStream.of(corpus.counts()).asLongStream().toArray();
    double[] expected = new double[10];
    Arrays.fill(expected, 0.1);
    assertTrue(new ChiSquareTest().chiSquareTest(expected, counts) > 0.001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.4, 0.5, 0.7, 1})
  void parenthesesAreAlwaysNested(double open) {
    int[] depth = new int[5000];
    int[] symbols = new ParenthesesSource(LAW, open).symbols(5000, 11, depth);
    int[] stack = new int[5000];
    int height = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (depth[i] > height) {
        stack[height++] = symbols[i];
      } else {
        assertEquals(stack[--height], symbols[i], "a close repeats what was opened last");
      }
      assertEquals(depth[i], height);
    }
  }

  /**
   * Below one half, returns to depth 0 take 1 + 1/(q - p) steps on average with variance 4pq/(q -
   * p)^3, and the deepest point of an excursion is at least m with the chance of the gambler's
   * ruin. Bounds of 4 standard errors: false-alarm rate 6e-5 each, fixed seed.
   */
  @Test
  void depthHasTheLawOfAWalkThatIsReflectedAtZero() {
    double p = 0.4;
    double q = 0.6;
    int[] depth = new int[200_000];
    new ParenthesesSource(LAW, p).symbols(depth.length, 5, depth);
    int returns = 0;
    int last = 0;
    int deepest = 0;
    int deep = 0;
    for (int i = 0; i < depth.length; i++) {
      deepest = Math.max(deepest, depth[i]);
      if (depth[i] == 0) {
        returns++;
        last = i + 1;
        deep += deepest >= 4 ? 1 : 0;
        deepest = 0;
      }
    }
    double se = Math.sqrt(4 * p * q / Math.pow(q - p, 3) / returns);
    assertEquals(1 + 1 / (q - p), last / (double) returns, 4 * se);
    double ruin = (1 - q / p) / (1 - Math.pow(q / p, 4));
    assertEquals(ruin, deep / (double) returns, 4 * Math.sqrt(ruin * (1 - ruin) / returns));
  }

  /**
   * At one half depth is the absolute value of a symmetric walk: mean sqrt(2n/pi). 4 standard
   * errors over 200 seeds: false-alarm rate 6e-5.
   */
  @Test
  void theProbabilityInCirculationMakesDepthGrowLikeTheRootOfLength() {
    int n = 10_000;
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      int[] depth = new int[n];
      new ParenthesesSource(LAW, 0.5).symbols(n, seed, depth);
      sum += depth[n - 1];
    }
    double se = Math.sqrt(n * (1 - 2 / Math.PI) / 200);
    assertEquals(Math.sqrt(2 * n / Math.PI), sum / 200, 4 * se);
  }

  @Test
  void parenthesesOpenWithOneHalfUnlessTheyAreTold() {
    assertArrayEquals(
        CorpusSource.parentheses(64).draw(2000, 1).tokens(),
        CorpusSource.parentheses(64, 0.5).draw(2000, 1).tokens());
    assertEquals("parentheses, open 0.4", CorpusSource.parentheses(64, 0.4).name());
  }

  @Test
  void anEmergentCorpusIsMadeOfWholeMessagesByTheirWeights() {
    var language =
        Language.of(new int[][] {{0}, {1}}, new int[][] {{5, 6}, {8, 8}}).weights(999_999, 1);
    var corpus = CorpusSource.emergent(language).draw(101, 1);
    assertEquals(2, corpus.vocabulary(), "a chance of 5e-5 to see the other");
    assertEquals(5, corpus.symbol(0));
    for (int i = 0; i < corpus.size(); i++) {
      assertEquals(i % 2, corpus.tokens()[i]);
    }
  }

  @Test
  void aTextComesParagraphByParagraphAllOnceBeforeAnyAgain() {
    var corpus = CorpusSource.text("t", List.of("AB", "c", "dd")).draw(16, 4);
    var text = new StringBuilder();
    IntStream.of(corpus.tokens()).forEach(t -> text.appendCodePoint(corpus.symbol(t)));
    for (String half : List.of(text.substring(0, 8), text.substring(8))) {
      assertEquals(List.of("ab", "c", "dd"), Arrays.stream(half.split(" ")).sorted().toList());
    }
  }

  @Test
  void theDeclarationIsTheSameTextInThirteenLanguages() {
    assertEquals(13, UniversalDeclaration.languages().size());
    assertEquals("Danish", UniversalDeclaration.languages().get("dan"));
    assertTrue(UniversalDeclaration.languages().keySet().containsAll(UniversalDeclaration.TARGETS));
    var finnish = UniversalDeclaration.corpus("fin");
    assertEquals(' ', finnish.symbol(0));
    assertEquals('a', finnish.symbol(1), "the most frequent letter of Finnish");
    assertThrows(IllegalArgumentException.class, () -> UniversalDeclaration.corpus("xxx"));
  }

  @Test
  void sourcesRefuseLengthsAndLawsOutOfRange() {
    var source = CorpusSource.uniform(4);
    assertThrows(IllegalArgumentException.class, () -> source.draw(0, 1));
    assertThrows(IllegalArgumentException.class, () -> source.draw(Integer.MAX_VALUE, 1));
    assertThrows(IllegalArgumentException.class, () -> CorpusSource.uniform(0));
    assertThrows(IllegalArgumentException.class, () -> CorpusSource.zipf(8, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> CorpusSource.parentheses(8, 1.1));
  }
}
