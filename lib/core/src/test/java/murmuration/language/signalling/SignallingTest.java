package murmuration.language.signalling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.language.InformationUnit;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignallingTest {
  private static double[] shares(RandomGenerator rng, int n) {
    double[] x = rng.doubles(n).map(u -> -Math.log(1 - u)).toArray();
    double sum = Arrays.stream(x).sum();
    return Arrays.stream(x).map(v -> v / sum).toArray();
  }

  private static CausalInfluence random(int seed) {
    var rng = Rng.of(seed);
    int n = 2 + rng.nextInt(5);
    int k = 2 + rng.nextInt(4);
    double[][] actions =
        IntStream.range(0, n).mapToObj(c -> shares(rng, k)).toArray(double[][]::new);
    return CausalInfluence.of(actions, shares(rng, n)).unit(InformationUnit.NATS);
  }

  /** The published formula, with the mean over messages where the sum belongs. */
  private static double published(CausalInfluence influence) {
    double[][] p = influence.actions();
    double[] c = influence.messages();
    double sum = 0;
    for (int m = 0; m < c.length; m++) {
      for (int a = 0; a < p[m].length; a++) {
        double mean = 0;
        for (int d = 0; d < c.length; d++) {
          mean += p[d][a] * c[d] / c.length;
        }
        sum += c[m] * p[m][a] * Math.log(p[m][a] / mean);
      }
    }
    return sum;
  }

  @Property(tries = 100)
  void theMeanInPlaceOfTheSumAddsTheLogarithmOfTheNumberOfMessages(
      @ForAll @IntRange(max = 1_000_000) int seed) {
    var influence = random(seed);
    double ours = influence.value();
    assertEquals(ours, published(influence) - Math.log(influence.messages().length), 1e-12);
    assertEquals(published(influence), influence.peerOffset(), 1e-12);
    assertTrue(ours >= 0);
  }

  @Test
  void aListenerThatObeysIsInfluencedByAllTheEntropyAndADeafOneByNone() {
    double[] half = {0.5, 0.5};
    var obeys = CausalInfluence.of(new double[][] {{1, 0}, {0, 1}}, half);
    assertEquals(1, obeys.value(), 1e-15);
    assertEquals(1, obeys.effect().mean() * 2, 1e-15);
    assertEquals(0.5, obeys.effect().positiveListening(), 1e-15);
    var deaf = CausalInfluence.of(new double[][] {{0.3, 0.7}, {0.3, 0.7}}, half);
    assertEquals(0, deaf.value(), 1e-15);
    assertEquals(1, deaf.peerOffset(), 1e-15);
    assertEquals(0, deaf.effect().mean(), 1e-15);
  }

  @Test
  void aMessageThatIsNeverSentBringsAboutNothing() {
    var influence =
        CausalInfluence.of(new double[][] {{1, 0}, {0, 1}, {0.5, 0.5}}, new double[] {1, 0, 0});
    assertEquals(0, influence.value());
    assertThrows(
        IllegalArgumentException.class,
        () -> CausalInfluence.of(new double[][] {{1, 0.5}}, new double[] {1}));
  }

  @Test
  void whoDoesAsItSaysHasTheEntropyOfItsMessages() {
    int[] messages = {0, 1, 2, 3, 0, 1, 2, 3};
    var said = SignalInformation.speakerConsistency(messages, messages, 200, 1);
    assertEquals(2, said.value(), 1e-12);
    assertEquals(2 * Math.log(2), said.unit(InformationUnit.NATS).value(), 1e-12);
    // 2^4 4!/8! of the orders pair all equal values: none of 200
    assertTrue(said.p() < 0.02);
    assertTrue(said.expected() > 0.5 && said.expected() < 2);
  }

  /** Of 200 independent pairs p is at most 0.05 in 2 to 21, but for 1 in 500. */
  @Test
  void chanceIsSeldomTakenForConsistency() {
    long found =
        IntStream.range(0, 200)
            .filter(
                i -> {
                  var rng = Rng.of(2, i);
                  int[] a = rng.ints(60, 0, 4).toArray();
                  int[] b = rng.ints(60, 0, 3).toArray();
                  return SignalInformation.positiveSignalling(a, b, 99, i).p() <= 0.05;
                })
            .count();
    assertTrue(found >= 2 && found <= 21, "found " + found);
  }

  @Test
  void whatChanceGivesIsTheMeanOfAllOrders() {
    var rng = Rng.of(5);
    int[] a = rng.ints(40, 0, 3).toArray();
    int[] b = rng.ints(40, 0, 4).toArray();
    var pairs = Paired.of("a", a, "b", b);
    double[] drawn =
        IntStream.range(0, 4000)
            .mapToDouble(i -> pairs.shuffled(Rng.of(6, i)).information())
            .toArray();
    double mean = Arrays.stream(drawn).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).sum() / 4000);
    double expected =
        SignalInformation.instantaneousCoordination(a, b, 1, 1)
            .unit(InformationUnit.NATS)
            .expected();
    assertEquals(expected, mean, 4 * sd / Math.sqrt(4000));
  }

  @Test
  void pairsThatNeverMeetAreMinusOne() {
    var npmi = Npmi.of(new int[] {1, 1, 2, 2}, new int[] {7, 7, 8, 9});
    assertEquals(1, npmi.of(1, 7), 1e-15);
    assertEquals(-1, npmi.of(2, 7));
    assertEquals(0.5, npmi.of(2, 8), 1e-15);
    assertEquals(1, Npmi.of(new int[] {3, 3}, new int[] {4, 4}).of(3, 4));
    assertThrows(IllegalArgumentException.class, () -> npmi.of(5, 7));
  }

  @Property(tries = 50)
  void npmiLiesBetweenMinusOneAndOne(@ForAll @IntRange(max = 1_000_000) int seed) {
    var rng = Rng.of(seed);
    var npmi = Npmi.of(rng.ints(30, 0, 4).toArray(), rng.ints(30, 0, 3).toArray());
    for (double[] row : npmi.matrix()) {
      for (double v : row) {
        assertTrue(v >= -1 && v <= 1 + 1e-12);
      }
    }
  }

  @Test
  void aMessageForTheSameAgainIsFound() {
    int[][] objects = {{4, 4, 7, 7, 7}, {1, 1, 5, 1, 1}};
    int[][] messages = {{8, 9, 6, 9, 9}, {5, 9, 2, 4, 9}};
    var every = TemporalReference.of(messages, objects, 3, 2, HorizonRule.EVERY);
    assertEquals(100, every.previous(1), 1e-12);
    assertEquals(20, every.previous(2), 1e-12, "the last of 7 7 7");
    assertEquals(50, every.baseRate(1), 1e-12);
    var smallest = TemporalReference.of(messages, objects, 3, 2, HorizonRule.SMALLEST);
    assertEquals(0, smallest.previous(2), 1e-12, "of messages used twice");
    assertEquals(10, smallest.baseRate(2), 1e-12);
    assertArrayEquals(new int[] {2, 4, 5, 6, 8, 9}, every.messages());
    assertThrows(
        IllegalArgumentException.class, () -> TemporalReference.of(messages, objects).previous(9));
  }

  @Test
  void thePastEndsWithTheEpisode() {
    int[][] objects = {{1}, {1}, {1}};
    var none = TemporalReference.of(objects, objects, 2, 1, HorizonRule.EVERY);
    assertEquals(0, none.previous(1));
    assertEquals(0, none.baseRate(2));
  }
}
