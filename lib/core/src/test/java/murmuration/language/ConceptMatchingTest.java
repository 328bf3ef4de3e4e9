package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConceptMatchingTest {
  @Test
  void aWordForEachConceptMatchesInFull() {
    var found = ConceptMatching.of(Specimen.own(3, 4));
    assertEquals(1, found.score());
    assertEquals(1, found.precision());
    assertEquals(1, found.recall());
    assertEquals(0, found.ambiguity() + found.paraphrasing() + found.unmatched());
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, found.conceptOfWord());
  }

  @Test
  void sharedSymbolsCanStandForOneAttributeOnly() {
    var found = ConceptMatching.of(Specimen.positional(3, 4));
    assertEquals(96, found.good());
    assertEquals(0.5, found.ambiguity());
    assertEquals(2.0 / 3, found.unmatched(), 1e-12);
  }

  @Test
  void silenceMatchesNothing() {
    var found = ConceptMatching.of(Language.of(new int[][] {{0}, {1}}, new int[][] {{}, {}}));
    assertEquals(0, found.score());
    assertEquals(1, found.unmatched());
    assertEquals(0, found.precision());
  }

  @Property(tries = 50)
  void theScoreDependsOnNeitherNamesNorTheWayWeightsAreWritten(@ForAll long seed) {
    var language = Specimen.weighted(Rng.of(seed), 15, 2, 3, 3, 4);
    var all = Specimen.expanded(language);
    double score = ConceptMatching.of(language).score();
    assertEquals(score, ConceptMatching.of(all).score(), 1e-12);
    assertEquals(score, ConceptMatching.of(Specimen.renamed(all, Rng.of(seed, 1))).score(), 1e-12);
  }

  @Property(tries = 50)
  void everyOccurrenceIsGoodAmbiguousOrAParaphrase(@ForAll long seed) {
    var language = Specimen.random(Rng.of(seed), 20, 3, 3, 4, 12);
    var found = ConceptMatching.of(language);
    long tokens = LanguageInformation.of(language).symbolTokens();
    assertEquals(tokens, found.good() + found.ambiguous() + found.paraphrase());
    assertTrue(found.score() >= 0 && found.score() <= 1);
  }
}
