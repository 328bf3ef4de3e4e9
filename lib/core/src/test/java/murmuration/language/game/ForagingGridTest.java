package murmuration.language.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class ForagingGridTest {
  private static final int SIDE = ForagingGrid.SIDE;

  private static GridAction towards(int place, int goal) {
    if (place / SIDE != goal / SIDE) {
      return place / SIDE < goal / SIDE ? GridAction.SOUTH : GridAction.NORTH;
    }
    if (place % SIDE != goal % SIDE) {
      return place % SIDE < goal % SIDE ? GridAction.EAST : GridAction.WEST;
    }
    return GridAction.STAY;
  }

  /** Walks both to a cell, without picking. */
  private static void meet(ForagingGrid grid, int goal) {
    while (grid.position(0) != goal || grid.position(1) != goal) {
      grid.step(towards(grid.position(0), goal), 1, towards(grid.position(1), goal), 2);
    }
  }

  private static ForagingGrid begun(ForagingTask task, long seed) {
    var grid = ForagingGrid.of(task);
    grid.reset(Rng.of(seed));
    return grid;
  }

  @Test
  void pickingTheHigherItemTogetherEndsWithOne() {
    for (long seed = 0; seed < 50; seed++) {
      var grid = begun(ForagingTask.SCORE_G, seed);
      assertEquals(grid.cell(grid.score(0) > grid.score(1) ? 0 : 1), grid.target());
      meet(grid, grid.target());
      grid.step(GridAction.PICK, 0, GridAction.PICK, 0);
      assertTrue(grid.isOver() && grid.isSuccess());
      assertEquals(1 - 0.01, grid.reward(), 1e-15);
    }
  }

  @Test
  void pickingAnythingElseTogetherCostsAHalf() {
    for (long seed = 0; seed < 50; seed++) {
      var grid = begun(ForagingTask.SCORE_G, seed);
      meet(grid, grid.cell(grid.score(0) > grid.score(1) ? 1 : 0));
      grid.step(GridAction.PICK, 0, GridAction.PICK, 0);
      assertTrue(grid.isOver() && !grid.isSuccess());
      assertEquals(-0.5 - 0.01, grid.reward(), 1e-15);
    }
  }

  @Test
  void aPickByOneAloneDoesNothingAndTwentyStepsAreAll() {
    var grid = begun(ForagingTask.SCORE_G, 1);
    for (int t = 0; t < 20; t++) {
      assertFalse(grid.isOver());
      assertEquals(t, grid.time());
      grid.step(GridAction.PICK, 0, GridAction.STAY, 0);
      assertEquals(-0.01, grid.reward(), 0);
    }
    assertTrue(grid.isOver() && !grid.isSuccess());
    assertThrows(
        IllegalArgumentException.class, () -> grid.step(GridAction.STAY, 0, GridAction.STAY, 0));
  }

  @Test
  void tokensAreHeardInTheNextStep() {
    var grid = begun(ForagingTask.SCORE_G, 2);
    assertEquals(-1, grid.heard(0));
    grid.step(GridAction.STAY, 3, GridAction.STAY, 1);
    assertEquals(1, grid.heard(0));
    assertEquals(3, grid.heard(1));
  }

  @Test
  void wallsHold() {
    var grid = begun(ForagingTask.SCORE_G, 3);
    for (int t = 0; t < 6; t++) {
      grid.step(GridAction.NORTH, 0, GridAction.SOUTH, 0);
    }
    assertEquals(0, grid.position(0) / SIDE);
    assertEquals(SIDE - 1, grid.position(1) / SIDE);
  }

  @Test
  void anObservationIsTheViewThePlaceAndTheToken() {
    double[] inputs = new double[ForagingGrid.INPUTS];
    for (long seed = 0; seed < 200; seed++) {
      var grid = begun(ForagingTask.SCORE_G, seed);
      grid.step(GridAction.STAY, 2, GridAction.STAY, 0);
      grid.observe(1, inputs);
      int place = grid.position(1);
      double expected = 0;
      for (int k = 0; k < 2; k++) {
        int down = grid.cell(k) / SIDE - place / SIDE;
        int right = grid.cell(k) % SIDE - place % SIDE;
        boolean near = Math.abs(down) <= 1 && Math.abs(right) <= 1;
        assertEquals(near, grid.sees(1, k));
        if (near) {
          int at = 2 * (3 * (down + 1) + right + 1);
          assertEquals(1, inputs[at]);
          assertEquals(k == 1 ? grid.score(1) / 255.0 : 0, inputs[at + 1]);
          expected += 1 + inputs[at + 1];
        }
      }
      assertEquals(1, inputs[18 + place]);
      assertEquals(1, inputs[18 + 25 + 2]);
      assertEquals(expected + 2, Arrays.stream(inputs).sum(), 1e-12);
    }
  }

  @Test
  void itemsAndScoresAreDrawnEvenly() {
    // 20,000 episodes: each cell 1,600 times of 40,000, sd 39; a deviation above 5 sd of one of 25
    // has a chance below 2e-5.
    var grid = ForagingGrid.of(ForagingTask.SCORE_G);
    RandomGenerator rng = Rng.of(5);
    int[] cells = new int[25];
    double higher = 0;
    for (int e = 0; e < 20_000; e++) {
      grid.reset(rng);
      cells[grid.cell(0)]++;
      cells[grid.cell(1)]++;
      assertTrue(grid.cell(0) != grid.cell(1) && grid.score(0) != grid.score(1));
      assertTrue(grid.score(1) >= 1 && grid.score(1) <= 255);
      higher += grid.score(0) > grid.score(1) ? 1 : 0;
    }
    for (int count : cells) {
      assertEquals(1600, count, 5 * 39);
    }
    assertEquals(0.5, higher / 20_000, 5 * 0.5 / Math.sqrt(20_000));
  }

  @Test
  void itemsLieInTheGivenPlacesOnly() {
    var grid = ForagingGrid.of(ForagingTask.SCORE_G, 3, 17);
    var rng = Rng.of(6);
    for (int e = 0; e < 20; e++) {
      grid.reset(rng);
      assertEquals(20, grid.cell(0) + grid.cell(1));
    }
  }

  @Test
  void beginningsAreAsNearAsTheyAreSaidToBe() {
    var random = Rng.of(11);
    for (int far = 0; far < ForagingGrid.SIDE; far++) {
      var grid = ForagingGrid.of(ForagingTask.SCORE_G);
      int widest = 0;
      int onItems = 0;
      for (int k = 0; k < 4000; k++) {
        grid.reset(random, far);
        int nearest = ForagingGrid.SIDE;
        for (int i = 0; i < 2; i++) {
          int agents =
              Math.max(
                  apart(grid.position(0), grid.cell(i)), apart(grid.position(1), grid.cell(i)));
          nearest = Math.min(nearest, agents);
        }
        assertTrue(nearest <= far, nearest + " at " + far);
        widest = Math.max(widest, nearest);
        onItems += grid.position(0) == grid.cell(0) || grid.position(0) == grid.cell(1) ? 1 : 0;
        assertTrue(apart(grid.cell(0), grid.cell(1)) <= Math.max(1, far));
        assertTrue(grid.cell(0) != grid.cell(1));
      }
      assertEquals(Math.min(far, 3), Math.min(widest, 3));
      assertTrue(onItems >= (far == 0 ? 4000 : 4000 / (far + 1)), onItems + " at " + far);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> ForagingGrid.of(ForagingTask.SCORE_G).reset(random, 5));
    var apart = ForagingGrid.of(ForagingTask.SCORE_G, 0, 24);
    apart.reset(random, 1);
    assertEquals(24, apart.cell(0) + apart.cell(1));
  }

  private static int apart(int one, int other) {
    return Math.max(Math.abs(one / 5 - other / 5), Math.abs(one % 5 - other % 5));
  }

  @Test
  void inTemporalForagingTheOrderCounts() {
    for (long seed = 0; seed < 50; seed++) {
      var grid = begun(ForagingTask.TEMPORAL_G, seed);
      assertTrue(grid.present(0) && !grid.present(1));
      meet(grid, grid.cell(0));
      grid.step(GridAction.PICK, 0, GridAction.PICK, 0);
      assertEquals(0.5 - 0.01, grid.reward(), 1e-15);
      assertFalse(grid.isOver());
      assertFalse(grid.present(0));
      while (grid.time() < 4) {
        grid.step(GridAction.STAY, 0, GridAction.STAY, 0);
      }
      assertTrue(grid.present(1));
      assertTrue(grid.sees(0, 1) != grid.sees(1, 1) || !grid.sees(0, 1), "one at most sees it");
      meet(grid, grid.cell(1));
      grid.step(GridAction.PICK, 0, GridAction.PICK, 0);
      assertTrue(grid.isOver() && grid.isSuccess());
      assertEquals(0.5 - 0.01, grid.reward(), 1e-15);
    }
  }

  @Test
  void theSecondItemFirstEndsTemporalForagingBadly() {
    var grid = begun(ForagingTask.TEMPORAL_G, 7);
    meet(grid, grid.cell(1));
    grid.step(GridAction.PICK, 0, GridAction.PICK, 0);
    assertTrue(grid.isOver() && !grid.isSuccess());
    assertEquals(-0.51, grid.reward(), 1e-15);
  }

  @Test
  void theSecondItemAppearsAfterTwoOrFourSteps() {
    int[] at = new int[6];
    for (long seed = 0; seed < 400; seed++) {
      var grid = begun(ForagingTask.TEMPORAL_G, seed);
      while (!grid.present(1)) {
        grid.step(GridAction.STAY, 0, GridAction.STAY, 0);
      }
      at[grid.time()]++;
    }
    assertEquals(400, at[2] + at[4]);
    assertEquals(200, at[2], 5 * 10);
  }

  @Test
  void badInputIsRefused() {
    var grid = ForagingGrid.of(ForagingTask.SCORE_G);
    assertTrue(grid.isOver());
    assertThrows(IllegalArgumentException.class, () -> grid.position(2));
    assertThrows(IllegalArgumentException.class, () -> ForagingGrid.of(ForagingTask.SCORE_G, 3, 3));
    grid.reset(Rng.of(1));
    assertThrows(
        IllegalArgumentException.class, () -> grid.step(GridAction.STAY, 4, GridAction.STAY, 0));
  }
}
