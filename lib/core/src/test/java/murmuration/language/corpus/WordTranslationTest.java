package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class WordTranslationTest {
  private static Language language(int values, IntFunction<int[]> message) {
    int[][] meanings =
        IntStream.range(0, values * values)
            .mapToObj(i -> new int[] {i / values, i % values})
            .toArray(int[][]::new);
    return Language.of(
        meanings, IntStream.range(0, values * values).mapToObj(message).toArray(int[][]::new));
  }

  @Test
  void aCodeWithItsOwnSymbolForEveryValueTranslatesWithoutError() {
    var score = WordTranslation.of(language(5, i -> new int[] {i / 5, 100 + i % 5})).run();
    assertEquals(1, score.accuracy());
    assertArrayEquals(new double[] {1, 1}, score.accuracies());
    assertTrue(score.perplexity() < 2, score.summary());
    assertEquals(0.2, score.majority(), 1e-12);
    assertTrue(score.shuffled() < 0.5);
    assertEquals(1 / 21.0, score.p(), 1e-12);
  }

  @Test
  void aHolisticCodeIsAtChanceOnMeaningsItNeverSaid() {
    var score = WordTranslation.of(language(5, i -> new int[] {i})).run();
    assertTrue(score.accuracy() <= 0.4, score.summary());
    assertTrue(score.perplexity() > 4, score.summary());
    assertTrue(score.p() > 0.05);
  }

  @Test
  void aCodeThatUsesItsSymbolsInBothPlacesNeedsThePlaces() {
    var language = language(5, i -> new int[] {i / 5, i % 5});
    assertEquals(1, WordTranslation.of(language).positions(true).run().accuracy());
    assertTrue(WordTranslation.of(language).run().accuracy() < 1);
  }

  @Test
  void oneSymbolAndOneWordAreTranslatedByTheirShares() {
    // no smoothing to speak of, and the empty symbol takes its part at the same shares
    var model =
        new TranslationModel(
            new int[][] {{0}, {0}, {0}},
            new int[][] {{0}, {0}, {1}},
            new double[] {1, 1, 1},
            1,
            2,
            1e-9);
    assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, model.among(new int[] {0}, 0, 2), 1e-8);
  }

  @Test
  void aWeightCountsAsEqualRecords() {
    int[][] meanings = {{0}, {1}, {1}, {2}, {3}};
    int[][] messages = {{0}, {1}, {1}, {0}, {1}};
    var weighted =
        Language.of(new int[][] {{0}, {1}, {2}, {3}}, new int[][] {{0}, {1}, {0}, {1}})
            .weights(1, 2, 1, 1);
    var plain = WordTranslation.of(Language.of(meanings, messages)).run();
    var heavy = WordTranslation.of(weighted).run();
    assertEquals(plain.perplexity(), heavy.perplexity(), 1e-9);
    assertEquals(plain.n(), heavy.n());
  }

  @Test
  void randomMessagesAreAsGoodAsTheirShuffles() {
    var rng = Rng.of(5);
    var language = language(6, i -> rng.ints(4, 0, 8).toArray());
    var score = WordTranslation.of(language).shuffles(99).run();
    assertTrue(score.p() > 0.01, score.summary()); // false-alarm rate 0.01, fixed seed
  }

  @Test
  void badChoicesAreRefused() {
    var one = Language.of(new int[][] {{1}, {1}}, new int[][] {{1}, {2}});
    assertThrows(IllegalArgumentException.class, () -> WordTranslation.of(one));
    var language = language(3, i -> new int[] {i});
    assertThrows(IllegalArgumentException.class, () -> WordTranslation.of(language).folds(10));
    assertThrows(IllegalArgumentException.class, () -> WordTranslation.of(language).smoothing(0));
  }
}
