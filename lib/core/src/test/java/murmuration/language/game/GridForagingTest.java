package murmuration.language.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import murmuration.language.SocialGraph;
import murmuration.language.hallmark.Interchangeability;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class GridForagingTest {
  private static final GridForaging SCORE = GridForaging.of(ForagingTask.SCORE_G);

  @Test
  void searchingBringsEveryCellIntoView() {
    // Both go round from wherever they start: in 12 steps each has seen both items.
    var rng = Rng.of(1);
    var grid = ForagingGrid.of(ForagingTask.SCORE_G);
    for (int e = 0; e < 500; e++) {
      grid.reset(rng);
      boolean[][] seen = new boolean[2][2];
      var minds = new GridMind[] {new GridMind(3, 0), new GridMind(3, 1)};
      for (int t = 0; t < 12; t++) {
        for (int g = 0; g < 2; g++) {
          seen[g][0] |= grid.sees(g, 0);
          seen[g][1] |= grid.sees(g, 1);
        }
        grid.step(minds[0].step(grid, 0), 0, minds[1].step(grid, 0), 0);
      }
      assertTrue(seen[0][0] && seen[0][1] && seen[1][0] && seen[1][1], "episode " + e);
    }
  }

  @Test
  void binsDivideTheScoresEvenly() {
    int[] counts = new int[4];
    for (int score = 1; score <= 255; score++) {
      counts[GridMind.bin(score, 3)]++;
    }
    assertArrayEquals(new int[] {0, 85, 85, 85}, counts);
  }

  @Test
  void aPairLearnsBeyondWhatItBeginsWith() {
    var run = SCORE.episodes(30_000).simulate(1);
    double[] success = run.history().of("success while learning");
    assertTrue(success[1] < 0.2, "at first " + success[1]);
    assertTrue(success[success.length - 1] > 0.35, run.summary());
    assertTrue(run.success() > 0.3, run.summary());
  }

  @Test
  void temporalForagingIsBeyondThisTable() {
    // Nothing in the memory is a place told by tokens; the partner would have to stand on the item
    // by chance.
    var run = GridForaging.of(ForagingTask.TEMPORAL_G).episodes(10_000).simulate(1);
    assertTrue(run.success() < 0.02, run.summary());
  }

  @Test
  void runsHaveTheSameBitsForAnyNumberOfThreads() {
    var game = SCORE.episodes(500);
    double[] many = game.simulate(3, 4).success();
    try (var pool = new ForkJoinPool(1)) {
      assertArrayEquals(many, pool.submit(() -> game.simulate(3, 4).success()).join(), 0);
    }
  }

  @Test
  void withTheChannelOffNobodyLearnsFromWhatIsHeard() {
    // The rows of heard tokens are never read, so that their logits stay as they began: all alike.
    var community = SCORE.silent().episodes(2000).simulate(1).community();
    double[] intend = community.agents().getFirst().intend();
    for (int row = 0; row < intend.length / GridMind.INTENTIONS; row++) {
      if (row % (ForagingGrid.TOKENS + 1) != 0) {
        for (int k = 0; k < GridMind.INTENTIONS; k++) {
          assertEquals(0, intend[row * GridMind.INTENTIONS + k], 0);
        }
      }
    }
  }

  @Test
  void aLogCountsWhatWasSaidOfWhichScore() {
    var run = SCORE.society(SocialGraph.complete(3)).episodes(3000).simulate(2);
    var log = run.community().log(2000, 3);
    var uses = log.uses();
    assertEquals(3, uses.size());
    assertEquals(log.moments().size(), uses.stream().mapToInt(u -> u.total()).sum());
    assertArrayEquals(new int[] {0, 1, 2, 3}, uses.get(0).meanings());
    assertTrue(Interchangeability.of(uses, 1).value() > 0);
    var language = log.language(0, 2);
    assertEquals(3, language.attributeCount());
    assertEquals(2, language.message(0).length);
    for (int i = 0; i < language.size(); i++) {
      assertTrue(language.meaning(i)[2] >= 1 && language.meaning(i)[2] <= 3);
    }
    assertTrue(log.displacedScore(1, 1).records() > 100);
    assertTrue(log.displacedCell(2, 1).records() > 100);
  }

  @Test
  void newcomersLearnWhileTheirTeachersStayAsTheyAre() {
    var run = SCORE.society(SocialGraph.complete(3)).episodes(6000).simulate(2);
    double before = run.success();
    var handed = run.transmission(1000, 3, 1);
    assertEquals(3, handed.taught().length);
    assertEquals(before, run.success(), 0);
    assertEquals(3, run.turnover(1000, 1).size());
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SCORE.bins(0));
    assertThrows(IllegalArgumentException.class, () -> SCORE.places(1));
    assertThrows(IllegalArgumentException.class, () -> SCORE.episodes(0));
    assertThrows(IllegalArgumentException.class, () -> SCORE.noise(2));
  }

  @Test
  void anybodyMayWriteALog() {
    var grid = ForagingGrid.of(ForagingTask.SCORE_G);
    var log = GridLog.of(ForagingTask.SCORE_G, 3);
    grid.reset(murmuration.math.Rng.of(1));
    log.add(grid, 0, 2, 3, 1);
    log.add(grid, 1, 0, 1, 0);
    log.end();
    assertEquals(
        new GridLog.Moment(0, 0, 0, 2, 3, 1, grid.sees(0, 0), grid.cell(0)),
        log.build().moments().get(0));
    assertThrows(IllegalArgumentException.class, () -> log.add(grid, 0, 3, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> GridLog.of(ForagingTask.SCORE_G, 1));
  }
}
