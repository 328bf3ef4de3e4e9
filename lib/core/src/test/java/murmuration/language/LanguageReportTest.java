package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class LanguageReportTest {
  @Test
  void aCompositionalCodeStandsFarFromItsShuffledSelf() {
    var found = LanguageReport.of(Specimen.own(3, 4)).permutations(99).samples(49).seed(1).run();
    for (String name : new String[] {"topsim", "posdis", "bosdis", "matching"}) {
      var figure = found.figure(name);
      assertEquals(1, figure.value(), 1e-12, name);
      assertEquals(0.01, figure.p(), 1e-12, name);
      assertTrue(figure.chanceHigh() < 0.6, name);
      assertTrue(figure.low() > 0.9, name);
    }
    assertEquals(0, found.figure("residual entropy").value());
    assertEquals(0.01, found.figure("residual entropy").p(), 1e-12);
    assertEquals(0.01, found.figure("conflicts").p(), 1e-12);
  }

  @Test
  void anInventoryOfUniqueMessagesIsAsInformativeShuffled() {
    var found = LanguageReport.of(Specimen.own(2, 4)).permutations(19).samples(0).run();
    var information = found.figure("information of whole messages (bits)");
    assertEquals(4, information.chance(), 1e-12);
    assertEquals(1, information.p());
    assertTrue(information.reason().contains("no interval"));
  }

  @Test
  void aReportOfWeightsIsThatOfAsManyRecords() {
    var weighted = Specimen.weighted(Rng.of(4), 12, 2, 3, 3, 4);
    var one = LanguageReport.of(weighted).permutations(19).samples(19).seed(5).run();
    var all = LanguageReport.of(Specimen.expanded(weighted)).permutations(19).samples(19).seed(5);
    assertEquals(all.run().figures().toString(), one.figures().toString());
  }

  @Test
  void aReportIsTheSameOnAnyNumberOfThreads() {
    var report =
        LanguageReport.of(Specimen.random(Rng.of(4), 30, 2, 3, 3, 4))
            .permutations(39)
            .samples(29)
            .seed(5);
    try (var one = new ForkJoinPool(1);
        var three = new ForkJoinPool(3)) {
      assertEquals(
          one.submit(report::run).join().figures(), three.submit(report::run).join().figures());
    }
  }

  /**
   * 60 languages without structure: p at or below 0.1 for more than 17 (of 6 expected) comes by
   * chance with probability 3e-5 for each of five figures.
   */
  @Test
  void chanceIsSeldomTakenForStructure() {
    int[] rejected = new int[5];
    String[] names = {"topsim", "posdis", "bosdis", "residual entropy", "CI symbols"};
    for (int r = 0; r < 60; r++) {
      var language = Specimen.random(Rng.of(77, r), 20, 2, 3, 3, 4);
      var found = LanguageReport.of(language).permutations(39).samples(0).seed(r).run();
      for (int i = 0; i < names.length; i++) {
        rejected[i] += found.figure(names[i]).p() <= 0.1 ? 1 : 0;
      }
    }
    for (int i = 0; i < names.length; i++) {
      int count = rejected[i];
      assertTrue(count <= 17, names[i] + " rejected " + count + " of 60");
    }
  }

  /**
   * 80 samples of a noisy code: the interval of 90 % holds topsim of the code itself (from 3,000
   * records) for at least 62 of them; fewer come by chance with probability 1e-4 at a coverage of
   * 90 %, and 80 of 80 with probability 2e-4.
   */
  @Test
  void theIntervalCoversWhatMoreRecordsWouldShow() {
    double truth = Topsim.of(noisy(Rng.of(1000), 3000)).value();
    int covered = 0;
    for (int r = 0; r < 80; r++) {
      var found =
          LanguageReport.of(noisy(Rng.of(55, r), 60))
              .permutations(0)
              .samples(99)
              .level(0.9)
              .seed(r);
      var figure = found.run().figure("topsim");
      covered += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
    }
    int count = covered;
    assertTrue(count >= 62 && count < 80, () -> count + " of 80 covered");
  }

  private static Language noisy(RandomGenerator random, int n) {
    int[][] meanings = new int[n][];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      meanings[i] = random.ints(3, 0, 4).toArray();
      messages[i] = meanings[i].clone();
      for (int j = 0; j < 3; j++) {
        messages[i][j] = 4 * j + (random.nextDouble() < 0.4 ? random.nextInt(4) : messages[i][j]);
      }
    }
    return Language.of(meanings, messages);
  }

  @Test
  void whatIsMissingHasAReason() {
    var one = Language.of(new int[][] {{1, 2}}, new int[][] {{3}});
    var found = LanguageReport.of(one).permutations(19).samples(19).run();
    assertEquals(Double.NaN, found.figure("topsim").value());
    assertFalse(found.figure("topsim").reason().isEmpty());
    assertTrue(found.summary().lines().count() <= 12);
    var silent = Language.of(Specimen.grid(2, 3), new int[9][0]);
    var quiet = LanguageReport.of(silent).permutations(19).samples(19).run();
    assertEquals(Double.NaN, quiet.figure("CI symbols").value());
    assertEquals(1, quiet.figure("residual entropy").value());
  }

  @Test
  void drawsAreBoundedAndNamesAreChecked() {
    var report = LanguageReport.of(Specimen.own(2, 3));
    assertThrows(IllegalArgumentException.class, () -> report.permutations(5));
    assertThrows(IllegalArgumentException.class, () -> report.samples(Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> report.level(1));
    var found = report.permutations(0).samples(0).run();
    assertThrows(IllegalArgumentException.class, () -> found.figure("topsimilarity"));
  }
}
