package murmuration.sorting.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.sorting.CellArray;
import murmuration.sorting.FrozenMode;
import murmuration.sorting.RunQuantity;
import murmuration.sorting.StopReason;
import org.junit.jupiter.api.Test;

class AlgotypesTest {
  private static CellArray array(Algotype... algotypes) {
    return CellArray.of(24).algotypes(algotypes);
  }

  @Test
  void bubbleCellsThatSeeOnePositionAreBubbleCells() {
    var plain = array(Algotypes.BUBBLE).simulate(7);
    assertEquals(plain.trail(), array(Algotypes.vision(1)).simulate(7).trail());
  }

  @Test
  void farSightSavesSwaps() {
    int plain = array(Algotypes.BUBBLE).simulate(7).swaps();
    assertTrue(array(Algotypes.vision(5)).simulate(7).swaps() < plain / 2);
    assertEquals(0, array(Algotypes.vision(5)).simulate(7).finalErrors());
  }

  @Test
  void cellsThatRememberOrAreLazyMakeTheSwapsOfTheInversionsToo() {
    for (Algotype algotype :
        List.of(Algotypes.memory(), Algotypes.lazy(Algotypes.BUBBLE, 0.3), Algotypes.noisy(0))) {
      var run = array(algotype).simulate(3);
      assertEquals(StopReason.SORTED, run.end());
      assertEquals(array(Algotypes.BUBBLE).simulate(3).swaps(), run.swaps());
    }
  }

  /** A third of the turns: times over 400 runs each, within 5 standard errors of their ratio. */
  @Test
  void lazyCellsTakeInverselyMoreTurns() {
    var plain = array(Algotypes.BUBBLE).ensemble(400).run().statistic(RunQuantity.ACTIVATIONS);
    var lazy =
        array(Algotypes.lazy(Algotypes.BUBBLE, 1.0 / 3))
            .ensemble(400)
            .seed(2)
            .run()
            .statistic(RunQuantity.ACTIVATIONS);
    double error = Math.hypot(3 * plain.standardError(), lazy.standardError());
    assertEquals(3 * plain.mean(), lazy.mean(), 5 * error);
  }

  @Test
  void memorySavesTurns() {
    double plain = array(Algotypes.BUBBLE).ensemble(200).run().mean(RunQuantity.ACTIVATIONS);
    double memory = array(Algotypes.memory()).ensemble(200).run().mean(RunQuantity.ACTIVATIONS);
    assertTrue(memory < plain, memory + " against " + plain);
  }

  /**
   * A cell that always errs sorts backwards; half noise is no order: descents of the last states
   * near (n-1)/2, whose standard deviation over 200 runs is below 0.12.
   */
  @Test
  void noiseUndoesOrder() {
    var backwards = array(Algotypes.noisy(1)).maxActivations(20_000).simulate(1);
    assertArrayEquals(IntStream.range(0, 24).map(i -> 23 - i).toArray(), backwards.last().values());
    var half = array(Algotypes.noisy(0.5)).maxActivations(20_000).ensemble(200).run();
    assertEquals(11.5, half.mean(RunQuantity.FINAL_ERRORS), 0.6);
  }

  /** Random walkers shuffle: their final descents have the mean (n-1)/2, as above. */
  @Test
  void randomWalkersShuffle() {
    var run = array(Algotypes.randomWalker()).maxActivations(20_000).ensemble(200).run();
    assertEquals(11.5, run.mean(RunQuantity.FINAL_ERRORS), 0.6);
  }

  @Test
  void walkersDoNotMoveImmovableCells() {
    var run =
        array(Algotypes.randomWalker())
            .frozen(3, FrozenMode.IMMOVABLE)
            .maxActivations(5000)
            .simulate(1);
    boolean[] frozen = run.start().frozen();
    int[] cells = run.last().cells();
    assertTrue(IntStream.range(0, 24).allMatch(i -> !frozen[i] || cells[i] == i));
    assertEquals(StopReason.MAX_ACTIVATIONS, run.end());
  }

  @Test
  void aCellThatLooksTooFarIsStopped() {
    var cheat =
        new Algotype() {
          @Override
          public String name() {
            return "cheat";
          }

          @Override
          public int vision() {
            return 1;
          }

          @Override
          public int target(CellView cell) {
            return cell.valueAt((cell.position() + 2) % cell.size()) >= 0 ? cell.position() : 0;
          }

          @Override
          public boolean shouldMove(CellView cell) {
            return false;
          }

          @Override
          public boolean canAct(CellView cell) {
            return true;
          }
        };
    assertThrows(IllegalArgumentException.class, () -> array(cheat).simulate(1));
  }

  @Test
  void namesTellSettingsApart() {
    var names =
        Arrays.asList(
            Algotypes.noisy(0.1).name(),
            Algotypes.noisy(0.2).name(),
            Algotypes.vision(2).name(),
            Algotypes.lazy(Algotypes.BUBBLE, 0.5).name());
    assertEquals(4, names.stream().distinct().count());
    assertThrows(IllegalArgumentException.class, () -> Algotypes.noisy(1.1));
    assertThrows(IllegalArgumentException.class, () -> Algotypes.vision(0));
    assertThrows(IllegalArgumentException.class, () -> Algotypes.lazy(Algotypes.BUBBLE, 0));
  }
}
