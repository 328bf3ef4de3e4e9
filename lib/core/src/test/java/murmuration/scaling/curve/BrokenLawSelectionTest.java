package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BrokenLawSelectionTest {
  @Test
  void aCurveThatBreaksHasOneBreak() {
    var curve = CurveFitTest.curve(CurveForm.BNSL1, 24, 0.003, 1);
    var selection = BrokenLawSelection.of(curve, CurveObjective.LOG, 1);
    assertEquals(1, selection.byBic());
    assertEquals(1, selection.byAicc());
    assertEquals(1, selection.supported(), selection::summary);
    assertTrue(selection.chart().svg().startsWith("<"));
    assertEquals(2, selection.table().rowCount());
  }

  /** Of 10 curves without a break at most 2 are said to have one. */
  @Test
  void anUnbrokenCurveIsSeldomSaidToBreak() {
    int said = 0;
    for (int i = 0; i < 10; i++) {
      var curve = CurveFitTest.curve(CurveForm.OFFSET, 20, 0.01, 60 + i);
      said += BrokenLawSelection.of(curve, CurveObjective.LOG, 1).supported();
    }
    assertTrue(said <= 2, said + " of 10");
  }

  @Test
  void lawsAreTriedAsFarAsThereArePoints() {
    var curve = CurveFitTest.curve(CurveForm.OFFSET, 8, 0.01, 3);
    assertEquals(1, BrokenLawSelection.of(curve).laws().size());
    assertThrows(
        IllegalArgumentException.class, () -> BrokenLawSelection.of(curve, CurveObjective.LOG, 4));
    assertThrows(IllegalArgumentException.class, () -> BrokenLawSelection.of(curve.rows(0, 1, 2)));
  }
}
