package murmuration.concept.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.concept.Turn;
import org.junit.jupiter.api.Test;

class SimTaskTest {
  private static final SimTask TASK = SimTask.of(new double[] {1, 2}, 0.1, 4);

  @Test
  void theSecondMomentIsThatOfTheClasses() {
    assertArrayEquals(new double[] {0.51, 2.01, 0.01, 0.01}, TASK.secondMoment(), 1e-15);
    assertArrayEquals(new double[] {1, 2, 0, 0}, TASK.testPoint());
  }

  @Test
  void oneLayerForgetsItsStartAndLearnsTheIdentity() {
    double[][] w0 = TASK.smallStart(0.3, 5);
    var course = TASK.oneLayer(w0, 0, 2000);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(i == j ? 1 : 0, course.end()[i][j], 1e-8);
      }
    }
    assertArrayEquals(new double[] {1, 1}, course.concepts()[1], 1e-8);
  }

  @Test
  void strongConceptsAreLearnedFirstByOneLayerAndByTwo() {
    double[] t = IntStream.rangeClosed(0, 60).mapToDouble(i -> 0.25 * i).toArray();
    var two = TASK.twoLayers(TASK.smallStart(0.05, 1), t);
    int weak = first(two.concept(0));
    int strong = first(two.concept(1));
    assertTrue(strong < weak, strong + " against " + weak);
  }

  private static int first(double[] curve) {
    return IntStream.range(0, curve.length).filter(i -> curve[i] >= 0.8).findFirst().orElseThrow();
  }

  @Test
  void aDiagonalStartOfTwoLayersIsSaxesModeInEachConcept() {
    double[][] u0 = new double[4][4];
    for (int i = 0; i < 4; i++) {
      u0[i][i] = 0.1;
    }
    double[] t = {0, 1, 2, 4, 8};
    var course = TASK.twoLayers(u0, t);
    // w' = 2 a w (1 - w): a mode of strength 1, tau 1/a.
    double[] first = new SaxeMode(1, 0.01, 1 / 0.51).curve(t);
    double[] second = new SaxeMode(1, 0.01, 1 / 2.01).curve(t);
    for (int i = 0; i < t.length; i++) {
      assertEquals(first[i], course.concepts()[i][0], 1e-9);
      assertEquals(second[i], course.concepts()[i][1], 1e-9);
    }
  }

  /** The order of the error is that of Euler's method: it halves with the rate. */
  @Test
  void gradientDescentFollowsTheFlowToFirstOrderInItsRate() {
    double[][] u0 = TASK.smallStart(0.05, 2);
    double coarse = distance(u0, 2e-3, 4000);
    double fine = distance(u0, 1e-3, 8000);
    assertTrue(fine < 2e-3, "largest difference " + fine);
    assertEquals(2, coarse / fine, 0.05);
  }

  private static double distance(double[][] u0, double rate, int steps) {
    int[] at = IntStream.rangeClosed(0, 40).map(i -> i * (steps / 40)).toArray();
    var walked = TASK.descend(u0, rate, at);
    var flowed = TASK.twoLayers(u0, walked.times());
    double most = 0;
    for (int i = 0; i < at.length; i++) {
      for (int p = 0; p < 2; p++) {
        most = Math.max(most, Math.abs(walked.concepts()[i][p] - flowed.concepts()[i][p]));
      }
    }
    return most;
  }

  /** Of 40 random starts, 8 swing by with signals 1 and 2 (counted once); with equal ones none. */
  @Test
  void swingBysNeedUnequalSignals() {
    double[] t = IntStream.rangeClosed(0, 300).mapToDouble(i -> 0.1 * i).toArray();
    var equal = SimTask.of(new double[] {2, 2}, 0.1, 4);
    int swings = 0;
    for (int seed = 0; seed < 40; seed++) {
      swings += TASK.twoLayers(TASK.smallStart(0.05, seed), t).swingBy().found() ? 1 : 0;
      assertFalse(equal.twoLayers(equal.smallStart(0.05, seed), t).swingBy().found());
    }
    assertEquals(8, swings, 1);
  }

  @Test
  void aStrongConceptDragsTheOtherAlongAndThenTheRunTurnsBack() {
    double[] t = IntStream.rangeClosed(0, 200).mapToDouble(i -> 0.1 * i).toArray();
    var dragged = new CoupledConcepts(new double[] {1, 2}, 0.01, 0.9, 1).course(t);
    assertTrue(dragged.swingBy().found());
    assertTrue(Turn.of(dragged.trajectory()).angle() > 90);
    var pushed = new CoupledConcepts(new double[] {1, 2}, 0.01, -0.9, 1).course(t);
    assertTrue(Arrays.stream(pushed.concept(0)).min().orElseThrow() < -0.1);
    assertFalse(pushed.swingBy().found());
  }

  @Test
  void aRiseOfTheLossIsSeenAndItsTimesAreGiven() {
    double[] t = {0, 1, 2, 3, 4};
    var swing = SwingBy.of(t, new double[] {5, 2, 3, 2.5, 0});
    assertTrue(swing.found());
    assertEquals(1, swing.from());
    assertEquals(2, swing.to());
    assertEquals(1, swing.rise());
    assertFalse(SwingBy.of(t, new double[] {5, 4, 3, 2, 1}).found());
  }

  @Test
  void learningRatesThatDivergeAreRefused() {
    double[][] u0 = TASK.smallStart(0.05, 2);
    var refusal = assertThrows(IllegalArgumentException.class, () -> TASK.descend(u0, 10, 0, 1000));
    assertTrue(String.valueOf(refusal.getMessage()).contains("diverge"));
  }
}
