package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LanguageInformationTest {
  @Test
  void aCodeOfOneMessageAMeaningHasNeitherSynonymsNorHomonyms() {
    var found = LanguageInformation.of(Specimen.own(2, 4));
    assertEquals(4, found.information(), 1e-12);
    assertEquals(0, found.homonymy(), 1e-12);
    assertEquals(0, found.synonymy(), 1e-12);
    assertEquals(1, found.normalisedInformation(), 1e-12);
    assertEquals(1, found.polysemy());
    assertEquals(8, found.effectiveVocabulary(), 1e-12);
    assertEquals(2, found.tokenLength());
  }

  @Test
  void synonymsAndHomonymsAreWhatEitherSideLeavesOpen() {
    // meaning 1 is said in two ways, message 7 means two things
    var language = Language.of(new int[][] {{1}, {1}, {2}, {3}}, new int[][] {{5}, {6}, {7}, {7}});
    var found = LanguageInformation.of(language);
    assertEquals(0.5, found.synonymy(), 1e-12);
    assertEquals(0.5, found.homonymy(), 1e-12);
    assertEquals(4.0 / 3, found.polysemy(), 1e-12);
    assertEquals(0.75, found.typeTokenRatio(), 1e-12);
  }

  @Test
  void messagesThatSayNothingHaveExactlyNoInformation() {
    int[][] grid = Specimen.grid(2, 3);
    var found = LanguageInformation.of(Language.of(grid, new int[9][0]));
    assertEquals(0.0, found.information());
    assertEquals(0.0, found.messageEntropy());
    assertEquals(Double.NaN, found.normalisedInformation());
    assertEquals(Double.NaN, found.effectiveVocabulary());
    assertEquals(List.of(MetricFlag.CONSTANT_MESSAGES), found.flags());
    assertTrue(found.summary().contains(MetricFlag.CONSTANT_MESSAGES.reason()));
  }

  @Test
  void natsAreBitsTimesTheLogarithmOfTwo() {
    var language = Specimen.random(Rng.of(3), 50, 2, 3, 3, 4);
    var bits = LanguageInformation.of(language);
    var nats = LanguageInformation.of(language, InformationUnit.NATS);
    assertEquals(bits.homonymy() * Math.log(2), nats.homonymy(), 1e-12);
    assertEquals(bits.information() * Math.log(2), nats.information(), 1e-12);
    assertEquals(bits.effectiveVocabulary(), nats.effectiveVocabulary(), 1e-12);
  }

  @Property(tries = 50)
  void weightsCountAsEqualRecords(@ForAll long seed) {
    var weighted = Specimen.weighted(Rng.of(seed), 20, 2, 3, 3, 3);
    var one = LanguageInformation.of(weighted);
    var all = LanguageInformation.of(Specimen.expanded(weighted));
    assertEquals(all.information(), one.information(), 1e-12);
    assertEquals(all.symbolEntropy(), one.symbolEntropy(), 1e-12);
    assertEquals(all.tokenLength(), one.tokenLength(), 1e-12);
    assertEquals(all.typeLength(), one.typeLength(), 1e-12);
    assertEquals(all.polysemy(), one.polysemy(), 1e-12);
    assertEquals(all.typeTokenRatio(), one.typeTokenRatio(), 1e-12);
  }

  @Property(tries = 50)
  void namesDoNotMatterAndTheChainRuleHolds(@ForAll long seed) {
    var language = Specimen.random(Rng.of(seed), 30, 2, 3, 2, 3);
    var found = LanguageInformation.of(language);
    var renamed = LanguageInformation.of(Specimen.renamed(language, Rng.of(seed, 1)));
    assertEquals(found.information(), renamed.information(), 1e-12);
    assertEquals(found.jointEntropy(), renamed.jointEntropy(), 1e-12);
    assertEquals(found.jointEntropy(), found.meaningEntropy() + found.synonymy(), 1e-12);
    assertTrue(
        found.information() <= Math.min(found.messageEntropy(), found.meaningEntropy()) + 1e-12);
  }
}
