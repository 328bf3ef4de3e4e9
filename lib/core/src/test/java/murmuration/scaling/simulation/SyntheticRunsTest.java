package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.LogSpaced;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import murmuration.scaling.TrainingRuns;
import org.junit.jupiter.api.Test;

class SyntheticRunsTest {
  private static final AdditiveLaw LAW = AdditiveLaw.HOFFMANN;
  private static final SyntheticRuns GRID = SyntheticRuns.of(LAW);

  private static double[] residuals(SyntheticRuns study, long seed) {
    TrainingRuns runs = study.simulate(seed);
    double[] n = runs.parameters();
    double[] d = runs.tokens();
    double[] loss = runs.losses();
    return IntStream.range(0, runs.size())
        .mapToDouble(i -> Math.log(loss[i] / LAW.loss(n[i], d[i])))
        .toArray();
  }

  @Test
  void withoutNoiseRunsLieOnTheLaw() {
    for (double r : residuals(GRID.noise(0), 1)) {
      assertEquals(0, r, 1e-15);
    }
  }

  @Test
  void noiseHasTheSdThatWasAskedFor() {
    double[] sizes = LogSpaced.of(1e7, 1e10, 100);
    double[] r = residuals(GRID.grid(sizes, sizes).noise(0.02), 3);
    double sd = Math.sqrt(Arrays.stream(r).map(v -> v * v).average().orElseThrow());
    // relative sd of an sd over 10,000 draws: 0.7 %; four of these
    assertEquals(0.02, sd, 0.02 * 0.028);
  }

  @Test
  void outliersAreAShareOfTheRunsAndLoseOnly() {
    double[] sizes = LogSpaced.of(1e7, 1e10, 100);
    double[] r = residuals(GRID.grid(sizes, sizes).noise(0).outliers(0.1), 4);
    long wrong = Arrays.stream(r).filter(v -> v > 1e-12).count();
    assertTrue(Arrays.stream(r).allMatch(v -> v > -1e-12));
    // binomial sd 30 of 10,000; four of these
    assertEquals(1000.0, (double) wrong, 120);
  }

  @Test
  void aRunKeepsItsNoiseWhenOthersAreAdded() {
    double[] more = residuals(GRID.grid(GRID.parameters(), new double[] {1e9, 2e9}), 7);
    double[] fewer = residuals(GRID.grid(new double[] {5e7}, new double[] {1e9, 2e9}), 7);
    assertArrayEquals(fewer, Arrays.copyOf(more, 2), 1e-15);
  }

  @Test
  void theSameSeedGivesTheSameRuns() {
    assertArrayEquals(GRID.simulate(5).losses(), GRID.simulate(5).losses());
    assertTrue(GRID.simulate(5).losses()[0] != GRID.simulate(6).losses()[0]);
  }

  @Test
  void aSweepHoldsComputeAtEveryBudgetAndTheBestSizeInTheMiddle() {
    TrainingRuns runs = IsoFlopSweep.of(LAW).budgets(1e20, 1e21).points(5).simulate(1);
    double[] n = runs.parameters();
    double[] d = runs.tokens();
    assertEquals(10, runs.size());
    for (int i = 0; i < 10; i++) {
      assertEquals(i < 5 ? 1e20 : 1e21, 6 * n[i] * d[i], 1e9);
    }
    assertEquals(Frontier.of(LAW).parameters(1e20), n[2], 1e-6 * n[2]);
    assertEquals(36, n[4] / n[0], 1e-9);
  }
}
