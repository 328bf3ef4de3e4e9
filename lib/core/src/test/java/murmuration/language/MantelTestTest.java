package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class MantelTestTest {
  private static final int[][] GRID =
      IntStream.range(0, 16).mapToObj(i -> new int[] {i / 4, i % 4}).toArray(int[][]::new);

  private static Language code() {
    return Language.of(
        GRID,
        IntStream.range(0, 16).mapToObj(i -> new int[] {i / 4, 4 + i % 4}).toArray(int[][]::new));
  }

  @Test
  void noPermutationOfACodeIsAsHighButThoseThatAreCodes() {
    var test = Topsim.of(code()).permutations(999).seed(1).run();
    assertEquals(0, test.asHigh());
    assertEquals(0.001, test.p());
    assertTrue(Math.abs(test.mean()) < 0.02, () -> "mean " + test.mean());
    assertTrue(test.summary().contains("p 0.001"), test::summary);
  }

  @Test
  void allPermutationsOfThreeRecordsAreEquallyLikely() {
    int[][] meanings = {{0}, {1}, {3}};
    var language = Language.of(meanings, new int[][] {{1}, {1, 2}, {1, 2, 2, 2}});
    var line =
        Topsim.standard()
            .meanings(MeaningDistance.EUCLIDEAN)
            .correlation(TopsimCorrelation.PEARSON);
    var topsim = Topsim.of(language, line);
    assertEquals(1, topsim.value(), 1e-15);
    var test = topsim.permutations(6000).seed(2).run();
    // 1 of 6 permutations reaches the value; six standard errors, one false alarm in 5e8
    assertEquals(1 / 6.0, test.p(), 6 * Math.sqrt(5.0 / 36 / 6000));
  }

  @Test
  void pOfUnrelatedMessagesIsUniform() {
    int below = 0;
    for (int seed = 0; seed < 200; seed++) {
      var language = TopsimTest.random(12, 2, 4, 1, 4, 3, seed);
      below += Topsim.of(language).permutations(19).seed(seed).run().p() <= 0.25 ? 1 : 0;
    }
    // binomial(200, 0.25): within 5 standard errors, one false alarm in 2e6
    assertEquals(50, below, 5 * Math.sqrt(200 * 0.25 * 0.75));
  }

  @Test
  void weightedRecordsAreExpanded() {
    var language = TopsimTest.random(8, 2, 3, 1, 3, 3, 5).weights(1, 2, 3, 1, 1, 2, 1, 1);
    int[] places = {0, 1, 1, 2, 2, 2, 3, 4, 5, 5, 6, 7};
    var expanded =
        Language.of(language.records(places).meanings(), language.records(places).messages());
    for (var convention :
        new TopsimConvention[] {
          Topsim.standard(),
          Topsim.egg().correlation(TopsimCorrelation.KENDALL_B),
          Topsim.standard().meanings(MeaningDistance.EUCLIDEAN)
        }) {
      assertArrayEquals(
          Topsim.of(expanded, convention).permutations(50).seed(3).run().draws(),
          Topsim.of(language, convention).permutations(50).seed(3).run().draws());
    }
  }

  @Test
  void theSameMessagesInTheirOwnPlacesGiveTheSameBits() {
    var topsim = Topsim.of(TopsimTest.random(60, 3, 3, 0, 5, 4, 6), Topsim.egg());
    var classes = PairClasses.of(topsim);
    int[] table = new int[classes.cells()];
    classes.tally(IntStream.range(0, 60).toArray(), table);
    assertEquals(topsim.value(), classes.correlation(table, TopsimCorrelation.SPEARMAN));
    int[] once = IntStream.generate(() -> 1).limit(60).toArray();
    int[] again = new int[classes.cells()];
    classes.tallyTimes(once, again);
    assertArrayEquals(table, again);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    var topsim = Topsim.of(TopsimTest.random(40, 3, 3, 0, 5, 4, 7));
    double[] here = topsim.permutations(40).seed(9).run().draws();
    double[] resampled = topsim.bootstrap(40).seed(9).run().draws();
    try (var one = new ForkJoinPool(1);
        var four = new ForkJoinPool(4)) {
      for (var pool : new ForkJoinPool[] {one, four}) {
        assertArrayEquals(
            here, pool.submit(() -> topsim.permutations(40).seed(9).run().draws()).join());
        assertArrayEquals(
            resampled, pool.submit(() -> topsim.bootstrap(40).seed(9).run().draws()).join());
      }
    }
  }

  @Test
  void anInterruptStopsIt() {
    var topsim = Topsim.of(TopsimTest.random(40, 3, 3, 0, 5, 4, 7));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> topsim.permutations(1000).run());
  }

  @Test
  void whatIsUndefinedIsNotTested() {
    var constant = Topsim.of(Language.of(GRID, new int[16][1]));
    assertThrows(IllegalArgumentException.class, () -> constant.permutations(9).run());
    assertThrows(IllegalArgumentException.class, () -> constant.bootstrap(9).run());
    var heavy = Topsim.of(code().weights(IntStream.range(0, 16).mapToLong(i -> 1000).toArray()));
    assertThrows(IllegalArgumentException.class, () -> heavy.permutations(9).run());
    assertThrows(IllegalArgumentException.class, () -> heavy.permutations(0));
    assertThrows(IllegalArgumentException.class, () -> heavy.bootstrap(1));
  }

  @Test
  void pairsOfARecordAndItselfBiasTheSimilarityUp() {
    var topsim = Topsim.of(TopsimTest.random(30, 3, 4, 4, 4, 6, 8));
    var leftOut = topsim.bootstrap(400).seed(1).run();
    var counted = topsim.bootstrap(400).seed(1).countingTwins().run();
    assertTrue(Math.abs(leftOut.bias()) < 0.01, () -> "bias " + leftOut.bias());
    assertTrue(counted.bias() > 0.03, () -> "bias " + counted.bias());
    assertTrue(leftOut.summary().contains("95 %"));
  }

  @Test
  void intervalsHoldTheSimilarityOfTheSource() {
    int held = 0;
    double truth = Topsim.of(noisy(3000, 99)).value();
    for (int seed = 0; seed < 60; seed++) {
      var interval = Topsim.of(noisy(60, seed)).bootstrap(199).seed(seed).run().percentile(0.9);
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    // 54 of 60 expected; fewer than 43 would be one in 2e5
    assertTrue(held >= 43, "held " + held + " of 60");
  }

  /** A code of three attributes in which each symbol is another with chance 0.3. */
  private static Language noisy(int n, long seed) {
    var random = Rng.of(seed, 17);
    int[][] meanings = new int[n][];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      meanings[i] = random.ints(3, 0, 5).toArray();
      messages[i] =
          IntStream.of(meanings[i])
              .map(v -> random.nextDouble() < 0.3 ? random.nextInt(5) : v)
              .toArray();
    }
    return Language.of(meanings, messages);
  }

  @Test
  void theJackknifeLeavesOutEachRecord() {
    var language = TopsimTest.random(20, 2, 4, 1, 4, 3, 10);
    var interval = Topsim.of(language).bootstrap(50).run();
    double[] expected = new double[20];
    for (int i = 0; i < 20; i++) {
      int left = i;
      expected[i] =
          Topsim.of(language.records(IntStream.range(0, 20).filter(k -> k != left).toArray()))
              .value();
    }
    assertArrayEquals(expected, interval.jackknife());
    assertTrue(interval.bca(0.9).low() < interval.bca(0.9).high());
    assertTrue(StatUtils.variance(interval.draws()) > 0);
  }

  @Test
  void equalMeaningsAreAtNoExactCosineDistance() {
    var language = TopsimTest.random(9, 2, 3, 1, 3, 3, 11);
    int[][] raised = language.meanings();
    for (int[] row : raised) {
      row[0]++;
      row[1]++;
    }
    var positive = Language.of(raised, language.messages());
    var convention =
        Topsim.standard()
            .meanings(MeaningDistance.COSINE_EXACT)
            .correlation(TopsimCorrelation.PEARSON);
    int[] twice = IntStream.range(0, 18).map(i -> i / 2).toArray();
    assertEquals(
        Topsim.of(positive.records(twice), convention).value(),
        Topsim.of(positive.records(twice), convention.meanings(MeaningDistance.COSINE)).value(),
        1e-12);
  }
}
