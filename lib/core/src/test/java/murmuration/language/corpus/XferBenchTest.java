package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class XferBenchTest {
  private static final XferBench BENCH = XferBench.published();

  @Test
  void theReductionsAreThoseOfThePublishedRuns() {
    assertEquals(19.81, BENCH.corpus("zh").reduction(), 0.005);
    assertEquals(9.16, BENCH.corpus("pz_real").reduction(), 0.005);
    assertEquals(9.62, BENCH.corpus("coco_2014").reduction(), 0.005);
    assertEquals(3.75, BENCH.corpus("cc").reduction(), 0.005);
    assertEquals(-7.57, BENCH.corpus("rand").reduction(), 0.005);
  }

  @Test
  void onAverageEmergentCorporaBringNothing() {
    assertEquals(73, BENCH.ofType("emergent").size());
    assertEquals(47, BENCH.better("emergent"));
    assertEquals(0, BENCH.better("emergent", 0));
    assertTrue(BENCH.score("emergent") > BENCH.baselineScore());
    assertEquals(3, BENCH.baselineScores().length);
  }

  @Test
  void aTableOfTwoRunsGivesTheFormula() {
    var bench =
        XferBench.of(
            Table.create(
                "t",
                StringColumn.create("system", "n", "s", "s"),
                StringColumn.create("variant", "n", "v", "v"),
                StringColumn.create("type", "baseline", "emergent", "emergent"),
                IntColumn.create("run", 1, 1, 2),
                DoubleColumn.create("score", 2, 1.5, 2.5),
                DoubleColumn.create("1gram_entropy", Double.NaN, 3, 3),
                DoubleColumn.create("ce_x", 2, 1, 2),
                DoubleColumn.create("ce_y", 2, 2, 3)));
    var corpus = bench.corpora().getFirst();
    assertEquals(2, corpus.score());
    assertEquals(100 * (1 - Math.exp(-0.5)), corpus.reductions()[0], 1e-12);
    assertEquals(100 * (1 - Math.exp(0.5)), corpus.reductions()[1], 1e-12);
    assertEquals(Arrays.stream(corpus.reductions()).sum() / 2, corpus.reduction(), 1e-12);
  }

  @Test
  void entropyGoesWithScoreWithinSystemsToo() {
    var both = BENCH.entropyScore("emergent", "human");
    assertEquals(-0.8512, both.pearson(), 1e-4);
    assertEquals(80, both.corpora());
    assertTrue(both.low() < both.corpusPearson() && both.corpusPearson() < both.high());
    assertTrue(both.withinP() <= 0.05, both.summary());
  }

  @Test
  void tablesWithoutTheirColumnsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> XferBench.of(Table.create("t")));
    assertThrows(IllegalArgumentException.class, () -> BENCH.corpus("nothing"));
    assertThrows(IllegalArgumentException.class, () -> BENCH.ofType("nothing"));
    assertThrows(IllegalArgumentException.class, () -> BENCH.entropyScore("nothing"));
  }

  @Test
  void theBenchShowsItself() {
    assertTrue(BENCH.summary().contains("emergent: 73 corpora, 47 better"));
    assertEquals(83, BENCH.table().rowCount());
    assertEquals(4, BENCH.chart().panels().getFirst().layers().size());
    assertTrue(BENCH.provenance().toString().contains("elcc-xferbench sha256:"));
    var entropy = BENCH.entropyScore("emergent");
    assertTrue(entropy.summary().contains("219 runs"));
    assertEquals(7, entropy.table().rowCount());
    assertEquals(1, entropy.chart().panels().getFirst().layers().size());
  }
}
