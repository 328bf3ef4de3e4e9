package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.data.Provenance;
import org.junit.jupiter.api.Test;

class HiddenCapabilityTest {
  private static final double[] STEPS = {0, 100, 200, 300, 400};
  private static final double[] NAIVE = {0, 0, 0.2, 0.9, 0.9};

  private static HiddenCapability two() {
    Map<String, double[]> elicited = new LinkedHashMap<>();
    elicited.put("prompt", new double[] {0, 0.9, 0.3, 0.9, 0.9});
    elicited.put("latent", new double[] {0, 0.1, 0.9, 0.9, 0.8});
    return HiddenCapability.of(STEPS, NAIVE, elicited);
  }

  @Test
  void theBestInterventionIsTakenPointByPointAndEachIsReportedAlone() {
    var found = two();
    assertArrayEquals(new double[] {0, 0.9, 0.9, 0.9, 0.9}, found.best());
    assertEquals(100, found.elicitedTime());
    assertEquals(200, found.alone("latent").elicitedTime());
    assertEquals(300, found.alone("prompt").elicitedTime());
    assertEquals(300, found.naiveTime());
    assertEquals(200, found.gap());
    assertTrue(found.isHidden());
    assertFalse(found.alone("prompt").isHidden());
    assertTrue(found.summary().lines().count() <= 12);
  }

  @Test
  void theAreaIsTheMeanOfWhatIsHidden() {
    // trapezoids of 0, 0.9, 0.7, 0, 0 at distances of 100, over 400
    assertEquals((0.45 + 0.8 + 0.35) / 4, two().area(), 1e-15);
  }

  @Test
  void aCapabilityThatIsNeverUsedIsHiddenWithoutAGap() {
    var found = HiddenCapability.of(STEPS, new double[5], new double[] {0, 1, 1, 1, 1});
    assertTrue(found.isHidden());
    assertEquals(Double.NaN, found.gap());
    assertTrue(found.summary().contains("gap: none"), found.summary());
  }

  @Test
  void interventionsAlongTrainingMakeTheCurves() {
    var at = Provenance.of(Map.of());
    var names = List.of("naive", "latent 1");
    var kinds = List.of(InterventionKind.NAIVE, InterventionKind.LATENT);
    var early = new Elicitation(names, kinds, new double[] {0, 0.5}, 10, at);
    var late = new Elicitation(names, kinds, new double[] {0.5, 1}, 10, at);
    var found = HiddenCapability.of(new double[] {1, 2}, List.of(early, late));
    assertArrayEquals(new double[] {0, 0.5}, found.naive());
    assertArrayEquals(new double[] {0.5, 1}, found.best());
    assertEquals(List.of("latent 1"), found.ways());
  }

  @Test
  void curvesOfOtherLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> HiddenCapability.of(STEPS, NAIVE, new double[] {0, 1}));
    assertThrows(IllegalArgumentException.class, () -> HiddenCapability.of(STEPS, NAIVE, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> two().alone("patch"));
  }
}
