package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContextIndependenceTest {
  @Test
  void theTwoDefinitionsDisagreeOnACompositionalCode() {
    var language = Specimen.own(2, 4);
    // half of a concept's symbols are its own, and its symbol is only about it, for one attribute
    assertEquals(0.25, ContextIndependence.symbolLevel(language).value(), 1e-6);
    assertEquals(1, ContextIndependence.messageLevel(language).value(), 1e-6);
  }

  @Test
  void conceptsThatDoNotOccurCountAsNone() {
    var language = Specimen.own(1, 4);
    assertEquals(0.5, ContextIndependence.messageLevel(language, 8).value(), 1e-6);
    assertThrows(
        IllegalArgumentException.class, () -> ContextIndependence.messageLevel(language, 3));
  }

  @Test
  void withoutSymbolsThereIsNoWord() {
    var silent = Language.of(new int[][] {{0}, {1}}, new int[][] {{}, {}});
    var found = ContextIndependence.symbolLevel(silent);
    assertEquals(Double.NaN, found.value());
    assertEquals(List.of(MetricFlag.CONSTANT_MESSAGES), found.flags());
  }

  @Test
  void ofEquallyCommonWordsTheOneThatIsRarerElsewhereCounts() {
    // concept 0 is said with 5 and 6 once each; 6 also belongs to concept 1
    var language = Language.of(new int[][] {{0}, {1}}, new int[][] {{5, 6}, {6, 6}});
    var found = ContextIndependence.symbolLevel(language);
    assertEquals((0.5 * 1 + 1 * 2.0 / 3) / 2, found.value(), 1e-6);
    assertEquals((0.5 / 3 + 1 * 2.0 / 3) / 2, found.lowest(), 1e-6);
  }

  @Property(tries = 60)
  void namesAndWeightsAsRecordsDoNotMatter(@ForAll long seed) {
    var language = Specimen.weighted(Rng.of(seed), 15, 2, 3, 3, 4);
    var all = Specimen.expanded(language);
    var renamed = Specimen.renamed(all, Rng.of(seed, 1));
    for (var other : List.of(all, renamed)) {
      assertEquals(
          ContextIndependence.symbolLevel(language).value(),
          ContextIndependence.symbolLevel(other).value(),
          1e-12);
      assertEquals(
          ContextIndependence.symbolLevel(language).lowest(),
          ContextIndependence.symbolLevel(other).lowest(),
          1e-12);
      assertEquals(
          ContextIndependence.messageLevel(language).value(),
          ContextIndependence.messageLevel(other).value(),
          1e-12);
    }
  }

  @Property(tries = 60)
  void bothLieBetweenNoneAndOne(@ForAll long seed) {
    var language = Specimen.random(Rng.of(seed), 15, 2, 3, 3, 4, 1);
    var symbols = ContextIndependence.symbolLevel(language);
    assertTrue(symbols.lowest() > 0 && symbols.lowest() <= symbols.value());
    assertTrue(symbols.value() <= 1);
    double messages = ContextIndependence.messageLevel(language).value();
    assertTrue(messages > 0 && messages <= 1);
  }
}
