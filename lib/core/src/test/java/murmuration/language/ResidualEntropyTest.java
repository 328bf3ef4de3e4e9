package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResidualEntropyTest {
  @Test
  void positionsOfTheirOwnLeaveNothingOpen() {
    var found = ResidualEntropy.of(Specimen.positional(3, 4));
    assertEquals(0.0, found.value());
    assertArrayEquals(new int[] {0, 1, 2}, found.attributeOfPosition());
    assertTrue(found.exact());
  }

  @Test
  void theEntangledCodeLeavesMostOpen() {
    // both symbols are needed for either attribute: one attribute gets both, the other none
    var found = ResidualEntropy.of(Specimen.entangled(5));
    assertEquals(0.5, found.value(), 1e-12);
  }

  @Test
  void silenceLeavesAllOpenAndAConstantMeaningIsUndefined() {
    int[][] grid = Specimen.grid(2, 3);
    assertEquals(1, ResidualEntropy.of(Language.of(grid, new int[9][0])).value(), 1e-12);
    var constant = ResidualEntropy.of(Language.of(new int[9][2], grid));
    assertEquals(Double.NaN, constant.value());
    assertEquals(List.of(MetricFlag.CONSTANT_MEANINGS), constant.flags());
  }

  @Test
  void aConstantAttributeDoesNotCount() {
    int[][] meanings = {{7, 0}, {7, 1}, {7, 2}};
    var found = ResidualEntropy.of(Language.of(meanings, new int[][] {{1}, {2}, {3}}));
    assertEquals(0, found.value());
    assertArrayEquals(new double[] {Double.NaN, 0}, found.shares());
  }

  @Test
  void manyPositionsAreSharedOutGreedily() {
    int[][] grid = Specimen.grid(4, 3);
    int[][] messages =
        Arrays.stream(grid)
            .map(m -> IntStream.range(0, 24).map(j -> m[j % 4]).toArray())
            .toArray(int[][]::new);
    var found = ResidualEntropy.of(Language.of(grid, messages));
    assertFalse(found.exact());
    assertEquals(0, found.value(), 1e-12);
  }

  @Property(tries = 40)
  void theBestPartitionIsTheBestOfAll(@ForAll long seed) {
    var language = Specimen.weighted(Rng.of(seed), 25, 3, 3, 4, 3);
    var found = ResidualEntropy.of(language);
    assertEquals(best(language, new int[0]), found.value(), 1e-12);
    assertEquals(found.value(), ResidualEntropy.of(Specimen.expanded(language)).value(), 1e-12);
    var renamed = Specimen.renamed(Specimen.expanded(language), Rng.of(seed, 1));
    assertEquals(found.value(), ResidualEntropy.of(renamed).value(), 1e-12);
  }

  /** By trying every partition, with entropies of whole messages. */
  private static double best(Language language, int[] owners) {
    int longest = Arrays.stream(language.messages()).mapToInt(m -> m.length).max().orElse(0);
    if (owners.length < longest) {
      double best = 2;
      for (int a = 0; a < 3; a++) {
        int[] more = Arrays.copyOf(owners, owners.length + 1);
        more[owners.length] = a;
        best = Math.min(best, best(language, more));
      }
      return best;
    }
    double sum = 0;
    int varied = 0;
    for (int a = 0; a < 3; a++) {
      int attribute = a;
      int[][] value =
          Arrays.stream(language.meanings())
              .map(m -> new int[] {m[attribute]})
              .toArray(int[][]::new);
      int[][] group =
          Arrays.stream(language.messages())
              .map(
                  m ->
                      IntStream.range(0, owners.length)
                          .filter(j -> owners[j] == attribute)
                          .map(j -> j < m.length ? m[j] : -1)
                          .toArray())
              .toArray(int[][]::new);
      long[] weights = IntStream.range(0, language.size()).mapToLong(language::weight).toArray();
      var found = LanguageInformation.of(Language.of(value, group).weights(weights));
      if (found.meaningEntropy() > 0) {
        sum += found.homonymy() / found.meaningEntropy();
        varied++;
      }
    }
    return sum / varied;
  }
}
