package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConceptTablesTest {
  @Test
  void theColourSweepHasThirtyCheckpointsOfTwentyOneRuns() {
    var sweep = Datasets.load("concept-colour-sweep");
    assertEquals(21 * 30, sweep.rowCount());
    assertEquals(20, sweep.columnCount());
    assertEquals(7, sweep.column("separation").countUnique());
    assertEquals(1500, sweep.numberColumn("step").max());
    assertEquals(0, sweep.column("p11_colour").countMissing());
  }

  @Test
  void theEarlyTurnHasFiftyCheckpointsOfNineRuns() {
    var turn = Datasets.load("concept-early-turn");
    assertEquals(9 * 50, turn.rowCount());
    assertEquals(600, turn.numberColumn("step").max());
  }

  @Test
  void everyReportedClaimSaysHowItWasObtained() {
    var claims = Datasets.load("concept-reported-claims");
    assertEquals(18, claims.rowCount());
    assertEquals(0, claims.stringColumn("kind").countMissing());
    assertTrue(claims.stringColumn("value").contains("0.010445819827637465"));
  }
}
