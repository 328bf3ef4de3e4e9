package murmuration.language.iterated;

import static murmuration.language.iterated.LanguageClass.COMPOSITIONAL;
import static murmuration.language.iterated.LanguageClass.DEGENERATE;
import static murmuration.language.iterated.LanguageClass.HOLISTIC;
import static murmuration.language.iterated.LanguageClass.OTHER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.language.Topsim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesianLearningTest {
  @Test
  void theWorldHas256LanguagesOfFourKinds() {
    assertEquals(4, MiniatureLanguages.count(DEGENERATE));
    assertEquals(8, MiniatureLanguages.count(COMPOSITIONAL));
    assertEquals(16, MiniatureLanguages.count(HOLISTIC));
    assertEquals(228, MiniatureLanguages.count(OTHER));
    assertEquals(1, Arrays.stream(MiniatureLanguages.prior()).sum(), 1e-12);
  }

  @Test
  void grammarsAreShortForSystems() {
    int system = number("aa ab ba bb");
    assertEquals("SAB.A0a.A1b.B2a.B3b", MiniatureLanguages.code(system));
    assertEquals("SBA.A0b.A1a.B2b.B3a", MiniatureLanguages.code(number("bb ab ba aa")));
    assertEquals("S02aa.S03ab.S12bb.S13ba", MiniatureLanguages.code(number("aa ab bb ba")));
    assertEquals(HOLISTIC, MiniatureLanguages.kind(number("aa ab bb ba")));
    assertEquals(1, Topsim.of(MiniatureLanguages.language(system)).metric().value(), 1e-12);
  }

  private static int number(String spelled) {
    return IntStream.range(0, 256)
        .filter(h -> MiniatureLanguages.spelled(h).equals(spelled))
        .findFirst()
        .orElseThrow();
  }

  /** Griffiths and Kalish (2007): for samplers that know how their teachers speak. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0.05", "2, 3, 0.05", "3, 1, 0.2", "3, 3, 0.01"})
  void thePriorIsTheStationaryLaw(int utterances, double ambiguity, double noise) {
    var law =
        BayesianLearning.standard()
            .utterances(utterances)
            .ambiguity(ambiguity)
            .noise(noise)
            .transition();
    double[] prior = MiniatureLanguages.prior();
    assertArrayEquals(prior, law.next(prior), 1e-12);
    assertArrayEquals(prior, law.stationary(), 1e-11);
  }

  /** Detailed balance, which the theorem rests on: prior(g) T(g, h) is symmetric. */
  @Test
  void theChainOfSamplersIsReversible() {
    double[][] matrix =
        BayesianLearning.standard().utterances(2).ambiguity(2).transition().matrix();
    double[] prior = MiniatureLanguages.prior();
    for (int g = 0; g < 256; g++) {
      for (int h = 0; h < g; h++) {
        assertEquals(prior[g] * matrix[g][h], prior[h] * matrix[h][g], 1e-15);
      }
    }
  }

  /** Means of 20 batches against the exact law: 4 errors of t with 19 d.f., below 1e-3 a kind. */
  @ParameterizedTest
  @CsvSource({"0, 0, SAMPLER", "3, 3, SAMPLER", "3, 0, SAMPLER", "0, 0, MAP"})
  void chainsSettleToTheExactLaw(double teacher, double expected, LearnerKind kind) {
    var study =
        BayesianLearning.standard()
            .utterances(3)
            .teacherAmbiguity(teacher)
            .learnerAmbiguity(expected)
            .learner(kind)
            .generations(40_000);
    var law = MiniatureLanguages.mass(study.transition().stationary());
    var chain = study.simulate(8);
    for (LanguageClass c : LanguageClass.values()) {
      var share = chain.share(c);
      assertEquals(law.of(c), share.mean(), 4 * share.standardError() + 1e-3, c.name());
      assertEquals(chain.shares().of(c), share.mean(), 1e-12);
    }
  }

  @Test
  void speakersWhoMustBeUnderstoodRaiseStructure() {
    var plain = BayesianLearning.standard().utterances(3);
    var prior = MiniatureLanguages.mass(MiniatureLanguages.prior());
    var law = MiniatureLanguages.mass(plain.teacherAmbiguity(3).transition().stationary());
    assertTrue(law.compositional() > prior.compositional() + 0.05);
    assertTrue(law.degenerate() < prior.degenerate() / 2);
  }

  @Test
  void mapLearnersAmplifyTheBestOfThePrior() {
    var law = BayesianLearning.standard().utterances(3).learner(LearnerKind.MAP).transition();
    var settled = MiniatureLanguages.mass(law.stationary());
    assertEquals(0, settled.holistic());
    assertTrue(settled.compositional() > 0.85);
  }

  @Test
  void withoutNoiseAndWithAllMeaningsHeardNothingChanges() {
    for (int language : new int[] {0, 27, 100, 255}) {
      var chain =
          BayesianLearning.standard().noise(0).utterances(300).generations(200).from(language);
      int[] all = new int[201];
      Arrays.fill(all, language);
      assertArrayEquals(all, chain.simulate(1).languages());
      assertArrayEquals(all, chain.learner(LearnerKind.MAP).simulate(1).languages());
    }
  }

  @Test
  void manyUtterancesKeepTheLanguageInSpiteOfNoise() {
    var chain = BayesianLearning.standard().utterances(5000).generations(50).from(99);
    assertTrue(Arrays.stream(chain.simulate(1).languages()).allMatch(h -> h == 99));
  }

  @Test
  void theExactLawIsRefusedWhereItIsNotOne() {
    assertThrows(
        IllegalArgumentException.class,
        () -> BayesianLearning.standard().utterances(7).transition());
    var silent = BayesianLearning.standard().utterances(1).noise(0).transition();
    assertThrows(IllegalArgumentException.class, silent::stationary);
    assertTrue(silent.summary().startsWith("exact law"));
  }

  @Test
  void chainsAreTheSameForAnyNumberOfThreads() {
    var ensemble = BayesianLearning.standard().generations(20).ensemble(100).seed(4);
    var all = ensemble.run();
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(one.submit(ensemble::run).join().counts(), all.counts());
    }
    assertEquals(
        100,
        Arrays.stream(LanguageClass.values()).mapToDouble(k -> all.share(k, 7).successes()).sum());
  }

  @Test
  void anInterruptStopsAChain() {
    Thread.currentThread().interrupt();
    var study = BayesianLearning.standard();
    assertThrows(CancellationException.class, () -> study.simulate(1));
  }

  @Test
  void resultsSayWhatTheyAre() {
    var study = BayesianLearning.standard().generations(50);
    var chain = study.simulate(1);
    assertEquals(5, chain.summary().lines().count());
    assertEquals(4, chain.table().rowCount());
    assertEquals(4, chain.chart().panels().getFirst().layers().size());
    assertEquals(4, chain.language().size());
    assertEquals(4, study.generations(3).simulate(1).table().rowCount());
    var chains = study.ensemble(10).run();
    assertEquals(5, chains.table().rowCount());
    assertEquals(4, chains.chart().panels().getFirst().layers().size());
    assertTrue(chains.summary().contains("10 chains"));
  }
}
