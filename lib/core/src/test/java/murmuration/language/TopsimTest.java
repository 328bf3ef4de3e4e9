package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Kendall;
import murmuration.math.Levenshtein;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class TopsimTest {
  private static final int[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private static final TopsimConvention STANDARD = Topsim.standard();

  @Test
  void aCodeWithItsOwnSymbolForEveryValueHasTopsimOne() {
    var language = Language.of(SQUARE, new int[][] {{1, 3}, {1, 4}, {2, 3}, {2, 4}});
    for (var correlation : TopsimCorrelation.values()) {
      assertEquals(1.0, Topsim.of(language, STANDARD.correlation(correlation)).value());
    }
  }

  @Test
  void correlationsAreThoseOfTheListOfPairs() {
    var language = random(40, 3, 4, 0, 6, 3, 1);
    double[] x = pairs(language.meanings(), (a, b) -> PairDistances.differing(a, b) / 3.0);
    double[] d = pairs(language.messages(), Levenshtein::distance);
    double[] mean =
        pairs(
            language.messages(),
            (a, b) ->
                a.length + b.length == 0
                    ? 0
                    : 2.0 * Levenshtein.distance(a, b) / (a.length + b.length));
    double[] max = pairs(language.messages(), Levenshtein::normalised);
    var over = STANDARD.messages(MessageDistance.EDIT_OVER_MEAN_LENGTH);
    var most = STANDARD.messages(MessageDistance.EDIT_OVER_MAX_LENGTH);
    check(language, STANDARD, x, d);
    check(language, over, x, mean);
    check(language, most, x, max);
  }

  private static void check(Language language, TopsimConvention by, double[] x, double[] y) {
    assertEquals(new SpearmansCorrelation().correlation(x, y), topsim(language, by), 1e-13);
    assertEquals(
        new PearsonsCorrelation().correlation(x, y),
        topsim(language, by.correlation(TopsimCorrelation.PEARSON)),
        1e-13);
    assertEquals(
        Kendall.of(x, y).tau(),
        topsim(language, by.correlation(TopsimCorrelation.KENDALL_B)),
        1e-13);
  }

  private static double topsim(Language language, TopsimConvention by) {
    return Topsim.of(language, by).value();
  }

  @Test
  void aWeightCountsAsThatManyRecords() {
    var few = random(12, 2, 3, 1, 4, 3, 2);
    long[] weights = IntStream.range(0, 12).mapToLong(i -> 1 + i % 4).toArray();
    int[] all =
        IntStream.range(0, 12)
            .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
            .toArray();
    var many =
        Language.of(
            Arrays.stream(all).mapToObj(few::meaning).toArray(int[][]::new),
            Arrays.stream(all).mapToObj(few::message).toArray(int[][]::new));
    var weighted = Topsim.of(few.weights(weights));
    var expanded = Topsim.of(many);
    assertEquals(expanded.value(), weighted.value());
    assertEquals(expanded.pairs(), weighted.pairs());
    assertEquals(30, weighted.n());
  }

  @Test
  void whatIsUndefinedSaysWhy() {
    var constant = Language.of(SQUARE, new int[][] {{1}, {1}, {1}, {1}});
    assertUndefined(Topsim.of(constant), MetricFlag.CONSTANT_MESSAGES);
    var same = Language.of(new int[][] {{1}, {1}, {1}}, new int[][] {{1}, {2}, {2, 2}});
    assertUndefined(Topsim.of(same), MetricFlag.CONSTANT_MEANINGS);
    var one = Language.of(new int[][] {{1}}, new int[][] {{1}});
    assertUndefined(Topsim.of(one), MetricFlag.TOO_FEW_PAIRS);
    var two = Language.of(new int[][] {{1}, {2}}, new int[][] {{1}, {2}});
    assertUndefined(Topsim.of(two), MetricFlag.TOO_FEW_PAIRS);
    assertEquals(0.0, Topsim.of(two, Topsim.ueda()).value());
    assertEquals(List.of(MetricFlag.TOO_FEW_PAIRS), Topsim.of(two, Topsim.ueda()).flags());
  }

  private static void assertUndefined(Topsim found, MetricFlag flag) {
    assertTrue(Double.isNaN(found.value()));
    assertEquals(List.of(flag), found.flags());
    assertTrue(found.summary().contains(flag.reason()));
  }

  @Test
  void paddingChangesTopsim() {
    int[][] padded = {{1, 1, 0, 0}, {1, 0, 0, 0}, {2, 1, 1, 1}, {2, 2, 1, 0}};
    var language = Language.fromPadded(SQUARE, padded, 0);
    double asPadded = Topsim.of(language, STANDARD.eos(EosPolicy.PADDED)).value();
    assertEquals(topsim(Language.of(SQUARE, padded), STANDARD), asPadded);
    assertTrue(asPadded != Topsim.of(language).value());
  }

  @Test
  void whatDependsOnOneLengthIsRefusedForSeveral() {
    var ragged = Language.of(SQUARE, new int[][] {{1}, {}, {1, 2}, {2}});
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Topsim.of(ragged, Topsim.eggCompo()));
    assertTrue(String.valueOf(thrown.getMessage()).contains("0 to 2 symbols"), thrown::getMessage);
    assertThrows(
        IllegalArgumentException.class,
        () -> Topsim.of(ragged, STANDARD.messages(MessageDistance.HAMMING)));
  }

  @Test
  void exactCosinesKeepTiesThatRoundingSplits() {
    int[][] meanings = new int[64][];
    for (int i = 0; i < 64; i++) {
      meanings[i] = new int[] {1 + i / 16, 1 + i / 4 % 4, 1 + i % 4};
    }
    var language = Language.of(meanings, random(64, 3, 4, 3, 3, 5, 3).messages());
    var cosine = STANDARD.meanings(MeaningDistance.COSINE);
    var exact = STANDARD.meanings(MeaningDistance.COSINE_EXACT);
    double rounded = topsim(language, cosine);
    assertTrue(rounded != topsim(language, exact));
    assertEquals(rounded, topsim(language, exact), 4e-3);
    assertEquals(
        topsim(language, cosine.correlation(TopsimCorrelation.PEARSON)),
        topsim(language, exact.correlation(TopsimCorrelation.PEARSON)),
        1e-13);
  }

  @Test
  void aMeaningOfZerosHasNoCosine() {
    var language = Language.of(SQUARE, new int[][] {{1}, {2}, {1, 2}, {2}});
    assertThrows(
        IllegalArgumentException.class,
        () -> Topsim.of(language, STANDARD.meanings(MeaningDistance.COSINE)));
  }

  @Test
  void aDistanceOfOnesOwnIsTakenAsItIs() {
    var language = random(30, 3, 4, 1, 5, 4, 4);
    var own =
        STANDARD
            .meanings(MeaningDistance.of("differing", (a, b) -> PairDistances.differing(a, b)))
            .messages(MessageDistance.of("edits", Levenshtein::distance));
    assertEquals(topsim(language, STANDARD), topsim(language, own));
    var broken = STANDARD.meanings(MeaningDistance.of("nothing", (a, b) -> Double.NaN));
    var thrown = assertThrows(IllegalArgumentException.class, () -> Topsim.of(language, broken));
    assertTrue(String.valueOf(thrown.getMessage()).contains("nothing of ["), thrown::getMessage);
  }

  @Test
  void weightsWhosePairsCannotBeCountedAreRefused() {
    var language = Language.of(SQUARE, SQUARE);
    var heavy = language.weights(1L << 31, 1, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> Topsim.of(heavy));
    assertThrows(IllegalArgumentException.class, () -> language.weights(Long.MAX_VALUE, 1, 1, 1));
    var most = language.weights((1L << 31) - 3, 1, 1, 1);
    assertEquals(1, Topsim.of(most).value(), 1e-9);
  }

  @Test
  void thePOfIndependentPairsErrsBothWays() {
    int hamming = 0;
    int euclidean = 0;
    for (int seed = 0; seed < 200; seed++) {
      int[][] messages = random(64, 3, 4, 1, 12, 2, seed).messages();
      int[][] meanings =
          IntStream.range(0, 64)
              .mapToObj(i -> new int[] {i / 16, i / 4 % 4, i % 4})
              .toArray(int[][]::new);
      var language = Language.of(meanings, messages);
      hamming += Topsim.of(language).naiveP() < 0.05 ? 1 : 0;
      euclidean +=
          Topsim.of(language, STANDARD.meanings(MeaningDistance.EUCLIDEAN)).naiveP() < 0.05 ? 1 : 0;
    }
    // a true level would give 10 of 200 with a standard deviation of 3
    assertTrue(hamming <= 9, "Hamming: " + hamming);
    assertTrue(euclidean >= 30, "Euclidean: " + euclidean);
  }

  /** A function of two rows. */
  private interface Distance {
    double of(int[] a, int[] b);
  }

  private static double[] pairs(int[][] rows, Distance distance) {
    return IntStream.range(0, rows.length)
        .boxed()
        .flatMapToDouble(
            i ->
                IntStream.range(i + 1, rows.length).mapToDouble(j -> distance.of(rows[i], rows[j])))
        .toArray();
  }

  /** Meanings and messages drawn evenly. */
  static Language random(
      int n, int attributes, int values, int shortest, int longest, int symbols, long seed) {
    RandomGenerator random = Rng.of(seed);
    int[][] meanings = new int[n][];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      meanings[i] = random.ints(attributes, 0, values).toArray();
      messages[i] = random.ints(random.nextInt(shortest, longest + 1), 0, symbols).toArray();
    }
    return Language.of(meanings, messages);
  }
}
