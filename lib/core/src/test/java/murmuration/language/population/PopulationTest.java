package murmuration.language.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static Language spoken(int... messages) {
    int[][] meanings =
        IntStream.range(0, messages.length).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    return Language.of(
        meanings, Arrays.stream(messages).mapToObj(m -> new int[] {m}).toArray(int[][]::new));
  }

  @Test
  void agentsWhoSayTheSameAreInStepAndStrangersAreNot() {
    assertEquals(1, Synchronisation.of(List.of(spoken(1, 2), spoken(1, 2))).value());
    assertEquals(0, Synchronisation.of(List.of(spoken(1, 2), spoken(3, 4))).value());
    var three = Synchronisation.of(List.of(spoken(1, 2), spoken(1, 9), spoken(1, 2)));
    assertEquals((0.5 + 1 + 0.5) / 3, three.value(), 1e-15);
    assertEquals(0.5, three.similarity()[1][0], 1e-15);
  }

  @Test
  void weightsCountAsUses() {
    int[][] once = {{0}, {0}};
    var mixed = Language.of(once, new int[][] {{1}, {2}}).weights(1, 3);
    var pure = Language.of(new int[][] {{0}}, new int[][] {{2}});
    double h = -(0.125 * log2(0.125) + 0.875 * log2(0.875));
    double own = -(0.25 * log2(0.25) + 0.75 * log2(0.75));
    assertEquals(1 - (h - own / 2), Synchronisation.of(List.of(mixed, pure)).value(), 1e-12);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void agentsWithoutACommonMeaningAreCountedOrRefused() {
    var elsewhere = Language.of(new int[][] {{77}}, new int[][] {{1}});
    var some = Synchronisation.of(List.of(spoken(1, 2), spoken(1, 2), elsewhere));
    assertEquals(2, some.unmatched());
    assertEquals(1, some.value());
    assertThrows(
        IllegalArgumentException.class, () -> Synchronisation.of(List.of(spoken(1), elsewhere)));
  }

  @Test
  void driftBeginsAtNothingAndIsABitWhenNoMessageIsLeft() {
    var drift = LanguageDrift.of(List.of(spoken(1, 2), spoken(1, 3), spoken(4, 5), spoken(1, 2)));
    assertArrayEquals(new double[] {0, 0.5, 1, 0}, drift.divergence(), 1e-15);
  }

  private static Language grid(boolean compositional) {
    int[][] meanings =
        IntStream.range(0, 36).mapToObj(i -> new int[] {i / 6, i % 6}).toArray(int[][]::new);
    int[][] messages = Arrays.stream(meanings).map(int[]::clone).toArray(int[][]::new);
    if (!compositional) {
      var rng = Rng.of(1);
      for (int i = 35; i > 0; i--) {
        int j = rng.nextInt(i + 1);
        int[] held = messages[i];
        messages[i] = messages[j];
        messages[j] = held;
      }
    }
    return Language.of(meanings, messages);
  }

  @Test
  void aCompositionalLanguageIsEasierForAPupilOfPartsAndNoEasierForOneOfWholes() {
    double parts = EaseOfTeaching.of(grid(true), Pupil::ofParts).run().area();
    double jumbled = EaseOfTeaching.of(grid(false), Pupil::ofParts).run().area();
    double wholes = EaseOfTeaching.of(grid(true), Pupil::ofWholes).run().area();
    double jumbledWholes = EaseOfTeaching.of(grid(false), Pupil::ofWholes).run().area();
    assertTrue(parts > jumbled + 0.3, () -> parts + " and " + jumbled);
    assertTrue(parts > wholes + 0.1, () -> parts + " and " + wholes);
    // a pupil of wholes cannot tell them apart: the same lessons, the same right answers
    assertEquals(wholes, jumbledWholes, 0.03);
  }

  @Test
  void aPupilOfWholesKnowsWhatItHasHeard() {
    var language = grid(false);
    var pupil = Pupil.ofWholes(language);
    for (int i = 0; i < 36; i++) {
      pupil.learn(language.meaning(i), language.message(i));
    }
    for (int i = 0; i < 36; i++) {
      assertArrayEquals(language.meaning(i), pupil.understand(language.message(i)));
    }
    assertThrows(IllegalArgumentException.class, () -> pupil.learn(new int[] {1}, new int[] {1}));
  }

  @Test
  void teachingIsTheSameForASeed() {
    var study = EaseOfTeaching.of(grid(true), Pupil::ofParts).lessons(30).learners(3).seed(4);
    assertArrayEquals(study.run().areas(), study.run().areas());
    assertEquals(31, study.run().lessons().length);
  }
}
