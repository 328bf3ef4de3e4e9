package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HarrisTest {
  private static Language random(int seed) {
    var rng = Rng.of(seed);
    int n = 2 + rng.nextInt(9);
    int[][] messages = new int[n][];
    Arrays.setAll(messages, i -> rng.ints(rng.nextInt(9), 0, 3).toArray());
    int[][] meanings = new int[n][2];
    Arrays.setAll(meanings, i -> new int[] {i % 3, i / 3});
    return Language.of(meanings, messages);
  }

  /** The scheme as its pseudocode has it, from entropies of contexts one by one. */
  private static int[] scheme(Substrings substrings, int[] d, double threshold) {
    var found = new TreeSet<Integer>();
    int start = 0;
    int width = 2;
    while (start < d.length) {
      int[] s = Arrays.copyOfRange(d, start, Math.min(start + width, d.length));
      int[] before = Arrays.copyOf(s, s.length - 1);
      double rise =
          substrings.branchingEntropy(BranchingRule.PEER, s)
              - substrings.branchingEntropy(BranchingRule.PEER, before);
      if (rise > threshold) {
        found.add(start + width);
      }
      if (start + width + 1 < d.length) {
        width++;
      } else {
        start++;
        width = 2;
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property(tries = 100)
  void boundariesAreThoseOfThePseudocode(@ForAll @IntRange(max = 1_000_000) int seed) {
    var language = random(seed);
    var substrings = Substrings.of(language);
    for (double threshold : new double[] {-1, 0, 0.3}) {
      var peer = Harris.of(language).peer().threshold(threshold).run();
      var inside = Harris.of(language).threshold(threshold).run();
      for (int i = 0; i < language.size(); i++) {
        int[] message = language.message(i);
        int[] expected = scheme(substrings, message, threshold);
        assertArrayEquals(expected, peer.boundaries()[i]);
        assertArrayEquals(
            Arrays.stream(expected).filter(b -> b < message.length).toArray(),
            inside.boundaries()[i]);
      }
    }
  }

  @Property(tries = 100)
  void segmentsInARowAreTheMessage(@ForAll @IntRange(max = 1_000_000) int seed) {
    var language = random(seed);
    for (var cut :
        new HarrisSegments[] {
          Harris.of(language).threshold(-0.5).run(),
          Harris.of(language).peer().threshold(-0.5).run(),
          Harris.of(language).threshold(-0.5).run().random(seed)
        }) {
      for (int i = 0; i < language.size(); i++) {
        int[] joined =
            Arrays.stream(cut.words()[i])
                .mapToObj(w -> cut.vocabulary()[w])
                .flatMapToInt(Arrays::stream)
                .toArray();
        assertArrayEquals(language.message(i), joined);
      }
    }
  }

  @Test
  void wordsThatMeetInEveryWayAreFound() {
    // two attributes of three words each, all joined to all; a word is closed, its end is open
    int[][] first = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int[][] second = {{11, 12}, {13, 14}, {15, 16}};
    int[][] meanings = new int[9][];
    int[][] messages = new int[9][];
    for (int i = 0; i < 9; i++) {
      meanings[i] = new int[] {i / 3, i % 3};
      messages[i] =
          IntStream.concat(Arrays.stream(first[i / 3]), Arrays.stream(second[i % 3])).toArray();
    }
    var cut = Harris.of(Language.of(meanings, messages)).run();
    assertArrayEquals(new int[] {3}, cut.boundaries()[4]);
    assertEquals(6, cut.vocabularySize());
    assertEquals(1, cut.wordTopsim().value(), 1e-12);
    assertTrue(cut.topsimGain() >= 0);
    assertEquals(1, cut.meanBoundaries());
    assertEquals(1, HarrisCriteria.of(cut).wordsFollowMeaning());
    assertTrue(Double.isNaN(HarrisCriteria.of(cut).boundariesGrow()));
  }

  @Test
  void aWeightIsAsManyRecords() {
    var language = random(7);
    long[] weights = IntStream.range(0, language.size()).mapToLong(i -> 1 + i % 3).toArray();
    int[] each =
        IntStream.range(0, language.size())
            .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
            .toArray();
    var expanded =
        Language.of(
            Arrays.stream(each).mapToObj(language::meaning).toArray(int[][]::new),
            Arrays.stream(each).mapToObj(language::message).toArray(int[][]::new));
    var one = Harris.of(language.weights(weights)).threshold(0.1).run();
    var many = Harris.of(expanded).threshold(0.1).run();
    assertEquals(many.meanBoundaries(), one.meanBoundaries(), 1e-12);
    assertArrayEquals(many.conditionalEntropies(), one.conditionalEntropies(), 1e-12);
    assertEquals(many.wordTopsim().value(), one.wordTopsim().value(), 1e-12);
  }

  @Test
  void randomBoundariesAreAsManyAndElsewhere() {
    var language = random(11);
    var cut = Harris.of(language).threshold(-0.5).run();
    var drawn = cut.random(1);
    for (int i = 0; i < language.size(); i++) {
      assertEquals(cut.boundaries()[i].length, drawn.boundaries()[i].length);
      assertEquals(
          drawn.boundaries()[i].length, Arrays.stream(drawn.boundaries()[i]).distinct().count());
    }
    assertArrayEquals(drawn.boundaries(), cut.random(1).boundaries());
    assertNotEquals(
        Arrays.deepToString(drawn.boundaries()), Arrays.deepToString(cut.random(2).boundaries()));
  }

  @Test
  void aMessageWithoutSymbolsHasNoSegments() {
    var cut = Harris.of(Language.of(new int[][] {{0}, {1}}, new int[][] {{}, {1, 2}})).run();
    assertEquals(0, cut.words()[0].length);
    assertEquals(1, cut.vocabularySize());
  }

  @Test
  void theThresholdIsFinite() {
    assertThrows(IllegalArgumentException.class, () -> Harris.of(random(1)).threshold(Double.NaN));
  }
}
