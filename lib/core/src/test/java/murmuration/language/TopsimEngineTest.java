package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import murmuration.math.Rng;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopsimEngineTest {
  private static final List<TopsimConvention> COUNTED =
      List.of(
          Topsim.standard(),
          Topsim.standard().messages(MessageDistance.EDIT_OVER_MEAN_LENGTH),
          Topsim.standard().messages(MessageDistance.EDIT_OVER_MAX_LENGTH),
          Topsim.standard()
              .meanings(MeaningDistance.JACCARD)
              .messages(MessageDistance.EDIT_OVER_PADDED_LENGTH));

  @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
  void sixtyFourAtATimeIsOneByOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int n,
      @ForAll @IntRange(min = 1, max = 9) int attributes,
      @ForAll @IntRange(max = 12) int shortest,
      @ForAll @IntRange(max = 20) int more,
      @ForAll @IntRange(min = 1, max = 30) int symbols,
      @ForAll boolean weighted) {
    var language = TopsimTest.random(n, attributes, 3, shortest, shortest + more, symbols, seed);
    if (weighted) {
      language = language.weights(weights(n, seed));
    }
    var records = CollapsedRecords.of(language);
    for (var convention : COUNTED) {
      assertSame(records, convention);
    }
    if (more == 0) {
      assertSame(records, Topsim.standard().messages(MessageDistance.HAMMING));
    }
  }

  private static long[] weights(int n, long seed) {
    RandomGenerator random = Rng.of(seed);
    return LongStream.range(0, n).map(i -> 1L << random.nextInt(20)).toArray();
  }

  private static void assertSame(CollapsedRecords records, TopsimConvention convention) {
    assertTrue(SlicedRecords.fits(records, convention));
    var expected = TopsimEngine.oneByOne(records, convention);
    var found = TopsimEngine.sliced(records, convention);
    double[] x = expected.meanings();
    double[] y = expected.messages();
    assertArrayEquals(x, found.meanings());
    assertArrayEquals(y, found.messages());
    long[] places = expected.places(x, y);
    assertArrayEquals(places, found.places(x, y));
    for (long place : places) {
      double meaning = x[(int) (place / y.length)];
      double message = y[(int) (place % y.length)];
      assertEquals(expected.count(meaning, message), found.count(meaning, message));
    }
  }

  @Test
  void messagesLongerThanTheColumnsKeptAreTheSame() {
    var language = TopsimTest.random(70, 2, 3, 250, 300, 4, 1);
    assertSame(CollapsedRecords.of(language), Topsim.standard());
  }

  @Test
  void symbolsAndValuesOfAnySizeAreTheSame() {
    int[][] meanings = new int[300][];
    int[][] messages = new int[300][];
    RandomGenerator random = Rng.of(2);
    for (int i = 0; i < 300; i++) {
      meanings[i] = random.ints(3).map(v -> v & ~0xFFFFF).toArray();
      messages[i] = random.ints(random.nextInt(9)).map(v -> v & ~0x3FFFFFFF).toArray();
    }
    assertSame(CollapsedRecords.of(Language.of(meanings, messages)), Topsim.standard());
  }

  @Test
  void veryLongMessagesAreComparedOneByOne() {
    var language = TopsimTest.random(3, 2, 3, 5000, 5000, 4, 3);
    assertFalse(SlicedRecords.fits(CollapsedRecords.of(language), Topsim.standard()));
    assertEquals(3, Topsim.of(language).pairs());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    var language = TopsimTest.random(900, 3, 5, 0, 9, 6, 4);
    var cosine = Topsim.standard().meanings(MeaningDistance.EUCLIDEAN);
    for (var convention : List.of(Topsim.standard(), Topsim.egg(), cosine)) {
      double here = Topsim.of(language, convention).value();
      try (var one = new ForkJoinPool(1);
          var four = new ForkJoinPool(4)) {
        assertEquals(here, one.submit(() -> Topsim.of(language, convention).value()).join());
        assertEquals(here, four.submit(() -> Topsim.of(language, convention).value()).join());
      }
    }
  }

  @Test
  void collapsedRecordsKeepEveryWeight() {
    var language = TopsimTest.random(500, 1, 2, 0, 2, 2, 5).weights(weights(500, 6));
    var records = CollapsedRecords.of(language);
    assertTrue(records.size() < 20);
    assertEquals(language.total(), LongStream.of(records.weights).sum());
    long n = language.total();
    assertEquals(n * (n - 1) / 2, Topsim.of(language).pairs());
  }
}
