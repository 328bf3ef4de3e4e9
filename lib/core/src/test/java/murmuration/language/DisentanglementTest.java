package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DisentanglementTest {
  @Test
  void aSymbolForEachValueAtItsPlaceIsDisentangledInBothWays() {
    var language = Specimen.own(3, 4);
    assertEquals(1, Disentanglement.posdis(language).value(), 1e-12);
    assertEquals(1, Disentanglement.bosdis(language).value(), 1e-12);
  }

  @Test
  void symbolsSharedBetweenPlacesAreDisentangledByPlaceOnly() {
    var language = Specimen.positional(3, 4);
    assertEquals(1, Disentanglement.posdis(language).value(), 1e-12);
    assertEquals(0, Disentanglement.bosdis(language).value(), 1e-12);
  }

  @Test
  void theEntangledCodeHasExactlyNone() {
    var posdis = Disentanglement.posdis(Specimen.entangled(5));
    assertEquals(0.0, posdis.value());
    assertTrue(posdis.information()[0][0] > 0);
  }

  @Test
  void theMiniatureOfChaabouniHasItsPublishedFigures() {
    var language = Specimen.chaabouni();
    assertEquals(0.42916329198070624, Disentanglement.posdis(language).value(), 1e-12);
    assertEquals(1, Disentanglement.bosdis(language).value(), 1e-12);
  }

  @Test
  void paddingCountsWhereItIsAskedTo() {
    var language = Language.of(new int[][] {{0}, {1}, {2}}, new int[][] {{}, {5}, {5, 5}});
    var without = Disentanglement.bosdis(language);
    var with =
        Disentanglement.bosdis(language, PaddingRule.INCLUDE_PADDING, EntropyEstimate.plugIn());
    assertEquals(List.of("symbol 5"), without.units());
    assertEquals(List.of("symbol 5", "padding"), with.units());
    assertArrayEquals(new double[] {1, 1}, with.gaps(), 1e-12);
  }

  @Test
  void constantMessagesAreUndefinedAndSaySo() {
    var language = Language.of(new int[][] {{0, 1}, {1, 0}}, new int[][] {{3, 4}, {3, 4}});
    for (var found : List.of(Disentanglement.posdis(language), Disentanglement.bosdis(language))) {
      assertEquals(Double.NaN, found.value());
      assertEquals(List.of(MetricFlag.CONSTANT_MESSAGES), found.flags());
      assertArrayEquals(new double[found.units().size()], found.entropy());
    }
    var empty = Language.of(new int[][] {{0, 1}, {1, 0}}, new int[][] {{}, {}});
    assertEquals(Double.NaN, Disentanglement.posdis(empty).value());
    assertEquals(Double.NaN, Disentanglement.bosdis(empty).value());
  }

  @Test
  void oneAttributeHasNoRivalAndIsFlagged() {
    var language = Specimen.own(1, 6);
    assertEquals(1, Disentanglement.posdis(language).value(), 1e-12);
    assertEquals(List.of(MetricFlag.SINGLE_ATTRIBUTE), Disentanglement.posdis(language).flags());
  }

  @Property(tries = 60)
  void namesOfSymbolsValuesAndPlacesDoNotMatter(@ForAll long seed) {
    var language = Specimen.random(Rng.of(seed), 40, 3, 4, 5, 6);
    var renamed = Specimen.renamed(language, Rng.of(seed, 1));
    assertEquals(
        Disentanglement.posdis(language).value(), Disentanglement.posdis(renamed).value(), 1e-12);
    for (var padding : PaddingRule.values()) {
      var plain = EntropyEstimate.plugIn();
      assertEquals(
          Disentanglement.bosdis(language, padding, plain).value(),
          Disentanglement.bosdis(renamed, padding, plain).value(),
          1e-12);
    }
  }

  @Property(tries = 60)
  void plainGapsLieBetweenNoneAndOne(@ForAll long seed) {
    var language = Specimen.random(Rng.of(seed), 12, 2, 3, 4, 3);
    for (var found : List.of(Disentanglement.posdis(language), Disentanglement.bosdis(language))) {
      for (double gap : found.gaps()) {
        assertTrue(Double.isNaN(gap) || (gap >= 0 && gap <= 1 + 1e-12), () -> "gap " + gap);
      }
    }
  }

  @Property(tries = 30)
  void aRecordOfWeightThreeIsThreeRecords(@ForAll long seed) {
    var weighted = Specimen.weighted(Rng.of(seed), 15, 3, 3, 4, 4);
    var expanded = Specimen.expanded(weighted);
    for (var estimate :
        List.of(
            EntropyEstimate.plugIn(),
            EntropyEstimate.millerMadow(),
            EntropyEstimate.chanceCorrected(),
            EntropyEstimate.shuffleCorrected(3, 7))) {
      assertEquals(
          Disentanglement.posdis(expanded, estimate).value(),
          Disentanglement.posdis(weighted, estimate).value(),
          1e-11);
      assertEquals(
          Disentanglement.bosdis(expanded, PaddingRule.INCLUDE_PADDING, estimate).value(),
          Disentanglement.bosdis(weighted, PaddingRule.INCLUDE_PADDING, estimate).value(),
          1e-11);
    }
  }

  @Property(tries = 40)
  void countsKeptBySymbolGiveWhatAFullTableGives(@ForAll long seed) {
    var language = Specimen.weighted(Rng.of(seed), 30, 2, 9, 6, 5);
    var found = Disentanglement.bosdis(language);
    for (int u = 0; u < found.units().size(); u++) {
      int symbol = Integer.parseInt(found.units().get(u).substring("symbol ".length()));
      for (int a = 0; a < 2; a++) {
        assertEquals(FullTable.bits(language, symbol, a), found.information()[u][a], 1e-12);
      }
    }
  }

  /**
   * Independent symbols and values: z of the mean over 400 languages; each bound is passed by
   * chance with probability 6e-5 (|z| < 4), all together in less than 1 of 3,000 seeds.
   */
  @Test
  void correctionsTakeAwayWhatChanceGives() {
    double[] plain = new double[400];
    double[] chance = new double[400];
    double[] miller = new double[400];
    for (int r = 0; r < plain.length; r++) {
      var language = Specimen.random(Rng.of(99, r), 120, 1, 4, 1, 5, 1);
      plain[r] = Disentanglement.posdis(language).information()[0][0];
      chance[r] =
          Disentanglement.posdis(language, EntropyEstimate.chanceCorrected()).information()[0][0];
      miller[r] =
          Disentanglement.posdis(language, EntropyEstimate.millerMadow()).information()[0][0];
    }
    double bias = 3.0 * 4 / (2 * 120 * Math.log(2));
    assertEquals(0, z(plain, bias), 4 + 0.05 * bias / standardError(plain));
    assertTrue(z(plain, 0) > 20);
    assertEquals(0, z(chance, 0), 4);
    assertEquals(0, z(miller, 0), 4 + 0.05 * bias / standardError(miller));
  }

  @Test
  void shufflesApproachTheExactMeanOfChance() {
    var language = Specimen.random(Rng.of(5), 60, 2, 5, 3, 6);
    double exact =
        Disentanglement.posdis(language, EntropyEstimate.chanceCorrected()).information()[0][0];
    double[] few = new double[50];
    for (int r = 0; r < few.length; r++) {
      var estimate = EntropyEstimate.shuffleCorrected(20, r);
      few[r] = Disentanglement.posdis(language, estimate).information()[0][0];
    }
    assertEquals(0, z(few, exact), 4);
  }

  @Test
  void enormousSymbolsNeedNoMemory() {
    int n = 20_000;
    int[][] meanings = new int[n][];
    int[][] messages = new int[n][];
    Arrays.setAll(meanings, i -> new int[] {i * 100_003, i % 7});
    Arrays.setAll(
        messages, i -> IntStream.range(0, 4).map(j -> Integer.MIN_VALUE + 4 * i + j).toArray());
    var found = Disentanglement.bosdis(Language.of(meanings, messages));
    assertEquals(4 * n, found.units().size());
  }

  private static double z(double[] values, double expected) {
    return (mean(values) - expected) / standardError(values);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  /** The slow way: every record counted in a table of symbol counts by values. */
  private static final class FullTable {
    static double bits(Language language, int symbol, int attribute) {
      double total = language.total();
      double[][] table = new double[32][32];
      double[] rows = new double[32];
      double[] columns = new double[32];
      for (int i = 0; i < language.size(); i++) {
        int count = (int) Arrays.stream(language.message(i)).filter(s -> s == symbol).count();
        int value = language.meaning(i)[attribute];
        table[count][value] += language.weight(i);
        rows[count] += language.weight(i);
        columns[value] += language.weight(i);
      }
      double sum = 0;
      for (int r = 0; r < 32; r++) {
        for (int c = 0; c < 32; c++) {
          if (table[r][c] > 0) {
            sum += table[r][c] / total * Math.log(table[r][c] * total / (rows[r] * columns[c]));
          }
        }
      }
      return sum / Math.log(2);
    }
  }
}
