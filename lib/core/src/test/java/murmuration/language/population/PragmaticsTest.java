package murmuration.language.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PragmaticsTest {
  /** "Some" is true where all are; a listener still takes it for "not all", three to one. */
  @Test
  void someComesToMeanNotAll() {
    var reading = RationalSpeech.of(new double[][] {{1, 1}, {0, 1}}).run(); // some, all
    assertArrayEquals(new double[] {0.5, 0.5}, reading.literal()[0], 1e-15);
    assertArrayEquals(new double[] {1.0 / 3, 2.0 / 3}, reading.speaker()[1], 1e-15);
    assertArrayEquals(new double[] {0.75, 0.25}, reading.listener()[0], 1e-15);
    var twice = RationalSpeech.of(new double[][] {{1, 1}, {0, 1}}).depth(2).run();
    assertArrayEquals(new double[] {1, 0.2}, column(twice.speaker(), 0), 1e-15);
    assertArrayEquals(new double[] {5.0 / 6, 1.0 / 6}, twice.listener()[0], 1e-15);
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }

  @Test
  void priorCostAndRationalityEnterAsInTheFormula() {
    var reading =
        RationalSpeech.of(new double[][] {{1, 1}, {0, 1}})
            .prior(1, 3)
            .cost(0.2, 0.7)
            .rationality(4)
            .run();
    double some = Math.exp(4 * (Math.log(0.75) - 0.2));
    double all = Math.exp(4 * -0.7);
    double share = some / (some + all);
    assertEquals(share, reading.speaker()[1][0], 1e-14);
    assertEquals(0.25 / (0.25 + 0.75 * share), reading.listener()[0][0], 1e-14);
  }

  @Test
  void whatIsNeverTrueAndWhatCannotBeSaidIsFlagged() {
    var reading = RationalSpeech.of(new double[][] {{1, 0, 0}, {0, 0, 0}, {1, 1, 0}}).run();
    assertEquals(List.of(1), reading.emptyUtterances());
    assertEquals(List.of(2), reading.emptyMeanings());
    assertArrayEquals(new double[3], reading.speaker()[2]);
    assertArrayEquals(new double[3], reading.listener()[1]);
  }

  @Test
  void extremeRationalityGivesNumbers() {
    var reading =
        RationalSpeech.of(new double[][] {{1, 1}, {0, 1e-300}}).rationality(1000).depth(50).run();
    for (double[] row : reading.listener()) {
      assertEquals(1, Arrays.stream(row).sum(), 1e-12);
    }
  }

  private static SignalSystem random(int objects, int signals, long seed) {
    var rng = Rng.of(seed);
    return new SignalSystem(rows(objects, signals, rng), rows(signals, objects, rng));
  }

  private static double[][] rows(int n, int m, java.util.random.RandomGenerator rng) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = rng.doubles(m).toArray();
      double sum = Arrays.stream(row).sum();
      rows[i] = Arrays.stream(row).map(x -> x / sum).toArray();
    }
    return rows;
  }

  @Property(tries = 100)
  void payoffIsSymmetricAndAtMostTheLowerOfObjectsAndSignals(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    int n = 1 + (int) (seed % 5);
    int m = 1 + (int) (seed / 5 % 5);
    var a = random(n, m, seed);
    var b = random(n, m, seed + 1);
    assertEquals(a.payoff(b), b.payoff(a), 1e-12);
    assertTrue(a.payoff(b) <= a.most() + 1e-12);
  }

  @Test
  void thePayoffReachesItsMaximum() {
    double[][] speak = {{1, 0}, {0, 1}, {0, 1}};
    double[][] listen = {{1, 0, 0}, {0, 0.5, 0.5}};
    var fewSignals = new SignalSystem(speak, listen);
    assertEquals(2, fewSignals.payoff(fewSignals), 1e-15);
    assertEquals(2, fewSignals.most());
    var fewObjects =
        new SignalSystem(
            new double[][] {{0.5, 0, 0.5}, {0, 1, 0}}, new double[][] {{1, 0}, {0, 1}, {1, 0}});
    assertEquals(2, fewObjects.payoff(fewObjects), 1e-15);
  }

  @Property(tries = 30)
  void sharesSumToOneWhateverIsLearned(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(max = 1) double error) {
    var languages = List.of(random(3, 3, seed), random(3, 3, seed + 1), random(3, 3, seed + 2));
    var run = Replicator.of(languages).learningError(error).until(30).run();
    for (double[] shares : run.shares()) {
      assertEquals(1, Arrays.stream(shares).sum(), 1e-9);
    }
  }

  @Test
  void twoLanguagesThatCannotTalkFollowTheClosedForm() {
    // x' = x (1-x) (2x-1), and so (2x-1)^2/(x (1-x)) grows as exp(t)
    var run = Replicator.of(new double[][] {{1, 0}, {0, 1}}).start(0.6, 0.4).until(5).run();
    double[] times = run.times();
    double start = 0.04 / 0.24;
    for (int p = 0; p < times.length; p += 20) {
      double x = run.shares()[p][0];
      double odds = (2 * x - 1) * (2 * x - 1) / (x * (1 - x));
      assertEquals(Math.log(start) + times[p], Math.log(odds), 1e-6, "time " + times[p]);
    }
  }

  @Test
  void learningByGuessEqualisesWhatSelectionWouldDivide() {
    var run =
        Replicator.of(new double[][] {{1, 0}, {0, 1}}).start(0.9, 0.1).learningError(0.5).run();
    assertEquals(0.5, run.last()[0], 1e-6);
    var faithful = Replicator.of(new double[][] {{1, 0}, {0, 1}}).start(0.6, 0.4).run();
    assertEquals(1, faithful.last()[0], 1e-6);
    assertThrows(
        IllegalArgumentException.class,
        () -> Replicator.of(new double[][] {{1, 0}, {0, 1}}).start(0.6, 0.6));
  }
}
