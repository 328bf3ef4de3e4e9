package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import murmuration.warning.model.DoubleWell;
import org.junit.jupiter.api.Test;

class ProsecutorsFallacyTest {
  private static final SelectionBias BIAS =
      ProsecutorsFallacy.ofMayHarvest().runs(600).seed(5).run();

  /** Of 600 runs the share is known to 0.02 and the area to 0.025: 4 sd from chance. */
  @Test
  void runsThatHappenToCollapseRiseBeforehand() {
    assertEquals(0.354, BIAS.share(), 0.08);
    assertTrue(BIAS.roc("variance").auc() > 0.6, BIAS::summary);
    assertTrue(BIAS.roc("acf1").auc() > 0.53, BIAS::summary);
    assertTrue(BIAS.shift("variance") > 0.15, BIAS::summary);
    assertEquals(0, BIAS.meanOfSurvivors("variance"), 0.12);
  }

  @Test
  void survivorsAndTheCollapsedAreAllRunsButThoseThatPassTooEarly() {
    var variance = BIAS.roc("variance");
    assertEquals(600 - BIAS.collapsed(), variance.nulls().length);
    assertTrue(variance.events().length <= BIAS.collapsed());
    assertTrue(BIAS.againstAll().getFirst().nulls().length > variance.nulls().length);
  }

  @Test
  void theExperimentDoesNotDependOnThreads() throws Exception {
    var study = ProsecutorsFallacy.ofMayHarvest().runs(60).seed(5);
    double[] here = study.run().roc("variance").events();
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(here, one.submit(() -> study.run().roc("variance").events()).get());
    }
  }

  /** A jump between two wells leaves the upper level and the lower one alike. */
  @Test
  void anotherModelCollapsesUpwards() {
    var scenario =
        new DoubleWell().with("sigma", 0.4).unforced().from(-1).step(0.05).every(0.5).duration(150);
    var bias =
        ProsecutorsFallacy.of(scenario, 0.5)
            .runs(100)
            .seed(2)
            .indicators(Indicators.SD)
            .window(Window.fraction(0.4))
            .run();
    assertTrue(bias.share() > 0.1 && bias.share() < 0.999, bias::summary);
    assertEquals(1, bias.rocs().size());
  }

  @Test
  void theResultShowsItself() {
    assertTrue(BIAS.summary().lines().count() <= 12 && BIAS.summary().contains("collapsed"));
    assertEquals(11, BIAS.table().rowCount());
    assertTrue(BIAS.chart().svg().startsWith("<"));
    assertThrows(IllegalArgumentException.class, () -> BIAS.roc("cv"));
  }

  @Test
  void anExperimentWithoutCollapseIsRefused() {
    var calm = new DoubleWell().with("sigma", 0.01).unforced().from(-1).duration(100);
    var study = ProsecutorsFallacy.of(calm, 0.5).runs(5);
    assertThrows(IllegalArgumentException.class, study::run);
    assertThrows(IllegalArgumentException.class, () -> study.runs(1));
  }

  /** What a forced system does before its collapse is no selection bias. */
  @Test
  void aForcedScenarioIsRefused() {
    var forced = new DoubleWell().forced().duration(100);
    var e = assertThrows(IllegalArgumentException.class, () -> ProsecutorsFallacy.of(forced, 0.5));
    assertTrue(String.valueOf(e.getMessage()).contains("forced"), e.getMessage());
  }
}
