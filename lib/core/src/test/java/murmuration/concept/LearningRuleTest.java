package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import murmuration.data.Provenance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LearningRuleTest {
  private static final double[] STEPS = {0, 10, 20, 40, 80, 160};
  private static final double[] AGAIN = {0.9, 0.4, 0.9, 0.6, 1.0, 0.9};

  @Test
  void anUntrainedModelThatStartsAboveIsLearnedAtOnceByFirstCrossingButNotBySettle() {
    assertEquals(0, LearningRule.firstCrossing().time(STEPS, AGAIN));
    assertEquals(60, LearningRule.settle().time(STEPS, AGAIN), 1e-12);
    assertEquals(80, LearningRule.firstTwo().time(STEPS, AGAIN));
  }

  @Test
  void aCurveThatEndsBelowDoesNotSettle() {
    double[] fallen = {0, 0, 1, 1, 1, 0.5};
    assertEquals(Double.NaN, LearningRule.settle().time(STEPS, fallen));
    assertEquals(18, LearningRule.firstCrossing().time(STEPS, fallen), 1e-12);
    assertEquals(20, LearningRule.firstTwo().time(STEPS, fallen));
    assertEquals(40, LearningRule.sustained().time(STEPS, fallen));
  }

  @Test
  void sustainedIsTheMiddleOfTheFirstRunStrictlyAbove() {
    double[] curve = {0.9, 0.9, 0.8, 0.9, 0.9, 0.9};
    assertEquals(4, LearningRule.sustained(0.8, 3).index(curve));
    assertEquals(0, LearningRule.sustained(0.8, 1).index(curve));
    assertEquals(-1, LearningRule.sustained(0.8, 5).index(curve));
    assertEquals(-1, LearningRule.sustained(0.8, Integer.MAX_VALUE).index(curve));
  }

  @Test
  void indexAndTimeAgreeOnWhetherItWasLearned() {
    for (var rule :
        List.of(
            LearningRule.firstCrossing(),
            LearningRule.settle(),
            LearningRule.sustained(),
            LearningRule.firstTwo())) {
      assertEquals(rule.index(AGAIN) < 0, Double.isNaN(rule.time(STEPS, AGAIN)), rule.toString());
    }
  }

  @Property(tries = 200)
  void settleIsNeverBeforeTheFirstCrossingAndBothMeetTheLine(
      @ForAll @Size(6) double @DoubleRange(min = 0, max = 1) [] curve) {
    double first = LearningRule.firstCrossing(0.5).time(STEPS, curve);
    double settled = LearningRule.settle(0.5).time(STEPS, curve);
    if (!Double.isNaN(settled)) {
      assertTrue(settled >= first);
    }
  }

  @Test
  void whatIsNoRuleIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LearningRule.settle(0));
    assertThrows(IllegalArgumentException.class, () -> LearningRule.settle(1));
    assertThrows(IllegalArgumentException.class, () -> LearningRule.settle(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> LearningRule.sustained(0.8, 2));
    double[] holed = {0, Double.NaN, 1, 1, 1, 1};
    assertThrows(IllegalArgumentException.class, () -> LearningRule.settle().time(STEPS, holed));
  }

  @Test
  void equalTimesShareARankAndTheNeverLearnedComeLast() {
    double[] times = {50, Double.NaN, 20, 50, Double.NaN};
    var found =
        new LearningTimes(
            List.of("a", "b", "c", "d", "e"),
            times,
            LearningRule.settle(),
            Provenance.of(Map.of()));
    assertArrayEquals(new int[] {2, 4, 1, 2, 4}, found.ranks());
    assertArrayEquals(new int[] {2, 0, 3, 1, 4}, found.order());
    assertEquals(List.of("c"), found.first());
    assertArrayEquals(new double[] {0.02, 0, 0.05, 0.02, 0}, found.speeds());
    assertTrue(found.summary().contains("not learned"));
  }
}
