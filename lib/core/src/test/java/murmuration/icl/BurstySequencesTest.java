package murmuration.icl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BurstySequencesTest {
  @Property(tries = 200)
  void aBurstySequenceHasTheQueryAndARivalEquallyOftenAndTheRestOnce(
      @ForAll @IntRange(min = 1, max = 4) int copies,
      @ForAll @IntRange(min = 0, max = 5) int further,
      @ForAll @DoubleRange(min = 0, max = 6) double alpha,
      @ForAll long seed) {
    var sequences = new BurstySequences(ZipfClasses.of(13, alpha), 8 + further, copies, 1);
    var one = sequences.burstySequence(Rng.of(seed));
    assertEquals(copies, one.queryCopies());
    assertEquals(copies, one.maxRepeat());
    assertEquals(2 + 8 + further - 2 * copies, one.uniqueClasses());
    assertEquals(8 + further, one.context().length);
  }

  @Test
  void chanEtAlHaveThreeOfTheQueryThreeOfOneOtherAndTwoMore() {
    var one = BurstySequences.of(ZipfClasses.of(1603, 1)).burstySequence(Rng.of(1));
    int[] counts = new int[1603];
    Arrays.stream(one.context()).forEach(c -> counts[c]++);
    int[] seen = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
    assertArrayEquals(new int[] {1, 1, 3, 3}, seen);
  }

  /** Four standard deviations of a binomial share: fails once in 16,000. */
  @Test
  void nineInTenAreBursty() {
    var sequences = BurstySequences.of(ZipfClasses.of(1603, 0));
    var random = Rng.of(2);
    int n = 20_000;
    int bursty = 0;
    for (int i = 0; i < n; i++) {
      bursty += sequences.sequence(random).queryCopies() == 3 ? 1 : 0;
    }
    assertEquals(0.9, bursty / (double) n, 4 * Math.sqrt(0.09 / n));
  }

  /** The query of a bursty sequence, and further classes without replacement, by their chances. */
  @Test
  void theQueryFollowsZipfAndTheRivalFollowsItAmongTheOthers() {
    var classes = ZipfClasses.of(4, 1.5);
    var sequences = new BurstySequences(classes, 4, 2, 1);
    var random = Rng.of(4);
    int n = 100_000;
    double[][] pairs = new double[4][4];
    for (int i = 0; i < n; i++) {
      var one = sequences.burstySequence(random);
      int rival =
          Arrays.stream(one.context()).filter(c -> c != one.query()).findFirst().orElseThrow();
      pairs[one.query()][rival] += 1.0 / n;
    }
    double[] p = classes.probabilities();
    for (int q = 0; q < 4; q++) {
      for (int r = 0; r < 4; r++) {
        double expected = q == r ? 0 : p[q] * p[r] / (1 - p[q]);
        assertEquals(expected, pairs[q][r], 4.5 * Math.sqrt(expected / n));
      }
    }
  }

  /** Where rejection gives up, the pass over all classes has the same law. */
  @Test
  void rareClassesAreFoundByAPassOverAll() {
    var chooser = new ClassChooser(ZipfClasses.of(50, 12), 50);
    var random = Rng.of(6);
    int twos = 0;
    int n = 3000;
    for (int i = 0; i < n; i++) {
      int k = chooser.draw(random, c -> c == 30 || c == 31);
      assertTrue(k == 30 || k == 31);
      twos += k == 30 ? 1 : 0;
    }
    double expected = 1 / (1 + Math.pow(31.0 / 32, 12));
    assertEquals(expected, twos / (double) n, 4 * Math.sqrt(0.25 / n));
  }

  @Test
  void theContextAloneIsCounted() {
    var alone = ClassSequence.of(1, 2, 3, 7);
    assertEquals(0, alone.queryCopies());
    assertEquals(1, alone.maxRepeat());
    assertEquals(3, alone.uniqueClasses());
    assertEquals(7, alone.query());
  }

  @Test
  void tooFewClassesAreRefused() {
    var few = ZipfClasses.of(3, 0);
    assertThrows(IllegalArgumentException.class, () -> BurstySequences.of(few));
    assertThrows(IllegalArgumentException.class, () -> ClassSequence.of(1));
  }
}
