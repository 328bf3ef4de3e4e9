package murmuration.concept.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import murmuration.concept.LearningRule;
import murmuration.concept.LearningTimes;
import murmuration.concept.Turn;
import org.junit.jupiter.api.Test;

class ToyLandscapeTest {
  private static final double[] STEPS = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();

  @Test
  void aRiseSolvesItsEquationAndTakesTheLogarithmOf81OverItsRate() {
    var rise = new LogisticRise(0.4, 10);
    double h = 1e-6;
    double z = rise.at(12);
    assertEquals(0.4 * z * (1 - z), (rise.at(12 + h) - rise.at(12 - h)) / (2 * h), 1e-9);
    assertEquals(rise.width(), rise.crossing(0.9) - rise.crossing(0.1), 1e-12);
    assertEquals(0.8, rise.at(rise.crossing(0.8)), 1e-12);
  }

  @Test
  void theStrongerSignalIsLearnedFirst() {
    var toy = ToyLandscape.ofSignals(new double[] {0.05, 0.02}, 0.5);
    var times = LearningTimes.of(toy.trajectory(STEPS), LearningRule.settle(0.5)).times();
    assertEquals(20, times[0], 0.01);
    assertEquals(50, times[1], 0.01);
  }

  /** The run of the golden detectors: 103.2513 degrees at step 40.4499. */
  @Test
  void aConceptThatIsMemorisedFirstTurnsSharply() {
    var toy =
        ToyLandscape.of(new double[] {0.25, 0.2}, new double[] {60, 20})
            .memorising(0, 0.5, 0.05, new LogisticRise(0.25, 20));
    assertEquals(0.4969885076911874, toy.at(0)[0][0], 1e-12);
    assertEquals(0.08466132071463697, toy.at(30)[0][0], 1e-12);
    var turn = Turn.of(toy.trajectory(STEPS));
    assertEquals(103.25130641795143, turn.angle(), 1e-4);
    assertEquals(40.449966429630905, turn.step(), 1e-6);
    var without = ToyLandscape.of(new double[] {0.25, 0.2}, new double[] {60, 20});
    assertTrue(Turn.of(without.trajectory(STEPS)).angle() < turn.angle());
  }

  @Test
  void conceptsThatAreNotThereAreRefused() {
    var toy = ToyLandscape.of(new double[] {1}, new double[] {5});
    var fall = new LogisticRise(1, 2);
    assertThrows(IllegalArgumentException.class, () -> toy.memorising(1, 0.5, 0.1, fall));
    assertThrows(IllegalArgumentException.class, () -> toy.memorising(0, 1.5, 0.1, fall));
    assertThrows(IllegalArgumentException.class, () -> ToyLandscape.ofSignals(new double[] {0}, 1));
  }
}
