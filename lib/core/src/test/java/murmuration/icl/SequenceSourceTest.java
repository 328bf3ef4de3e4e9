package murmuration.icl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SequenceSourceTest {
  private static final InContextTask TASK = InContextTask.standard();

  private static SequenceBatch batch(InContextTask task, SequenceKind kind, int size) {
    var batch = SequenceBatch.of(task, size);
    SequenceSource.of(task, 1).fill(batch, kind, Rng.of(2));
    return batch;
  }

  @Test
  void positionsAreOneHotAndRunOn() {
    var batch = batch(TASK, SequenceKind.TRAINING, 200);
    boolean[] starts = new boolean[TASK.positions()];
    for (int s = 0; s < batch.size(); s++) {
      int first = position(batch, s, 0);
      starts[first] = true;
      for (int t = 0; t < TASK.tokens(); t++) {
        assertEquals(first + t, position(batch, s, t));
      }
    }
    int last = TASK.positions() - 2 * TASK.pairs() - 1;
    assertTrue(IntStream.rangeClosed(0, last).allMatch(i -> starts[i]), "every offset is met");
  }

  private static int position(SequenceBatch batch, int s, int t) {
    int from = batch.content(s, t) - TASK.positions();
    int at = -1;
    for (int i = 0; i < TASK.positions(); i++) {
      float value = batch.tokens()[from + i];
      assertTrue(value == 0 || (value == 1 && at < 0));
      at = value == 1 ? i : at;
    }
    return at;
  }

  @Test
  void anItemIsItsClassVectorWithNoiseOfUnitLength() {
    var quiet = TASK.noise(0);
    var source = SequenceSource.of(quiet, 1);
    var batch = batch(quiet, SequenceKind.TRAINING, 50);
    float[] vectors = source.classVectors();
    float[] labels = source.labelVectors();
    for (int s = 0; s < batch.size(); s++) {
      int[] classes = batch.contextClasses(s);
      for (int i = 0; i < classes.length; i++) {
        assertArrayEquals(row(vectors, classes[i]), content(batch, s, 2 * i));
        assertArrayEquals(row(labels, source.label(classes[i])), content(batch, s, 2 * i + 1));
      }
      assertArrayEquals(row(vectors, batch.queryClass(s)), content(batch, s, 2 * quiet.pairs()));
      assertEquals(source.label(batch.queryClass(s)), batch.targets()[s]);
    }
  }

  private static float[] row(float[] vectors, int row) {
    return Arrays.copyOfRange(vectors, row * TASK.dimension(), (row + 1) * TASK.dimension());
  }

  private static float[] content(SequenceBatch batch, int s, int t) {
    int from = batch.content(s, t);
    return Arrays.copyOfRange(batch.tokens(), from, from + TASK.dimension());
  }

  /**
   * Mean square content is 1/D whatever the noise: 4 standard errors, by the law of chi squared.
   */
  @Test
  void noiseKeepsTheLengthOfItems() {
    for (double noise : new double[] {0, 0.1, 2}) {
      var task = TASK.noise(noise).classes(2000);
      var batch = batch(task, SequenceKind.IN_CONTEXT_ONCE, 2000);
      double sum = 0;
      for (int s = 0; s < batch.size(); s++) {
        float[] item = content(batch, s, 0);
        for (float x : item) {
          sum += x * x;
        }
      }
      double mean = sum / batch.size();
      assertEquals(1, mean, 4 * Math.sqrt(2.0 / task.dimension() / batch.size()));
    }
  }

  @Property(tries = 60)
  void aBurstyContextHasEveryClassEquallyOftenAndTheQueryAmongThem(
      @ForAll @IntRange(min = 0, max = 3) int choice, @ForAll long seed) {
    int burstiness = new int[] {1, 2, 4, 8}[choice];
    var task = TASK.pairs(8).burstiness(burstiness).alpha(1).bursty(0);
    var batch = SequenceBatch.of(task, 20);
    SequenceSource.of(task, seed).fill(batch, SequenceKind.BURSTY, Rng.of(seed));
    for (int s = 0; s < batch.size(); s++) {
      var sequence = sequence(batch, s);
      assertEquals(burstiness, sequence.queryCopies());
      assertEquals(burstiness, sequence.maxRepeat());
      assertEquals(8 / burstiness, sequence.uniqueClasses());
    }
  }

  private static ClassSequence sequence(SequenceBatch batch, int s) {
    int[] context = batch.contextClasses(s);
    int[] all = Arrays.copyOf(context, context.length + 1);
    all[context.length] = batch.queryClass(s);
    return new ClassSequence(all);
  }

  /** Shares of bursty sequences to 4 standard deviations, corrected for chance repeats. */
  @Test
  void theMixtureHasItsShareOfBurstySequences() {
    var task = TASK.bursty(0.3).classes(100_000);
    var batch = batch(task, SequenceKind.TRAINING, 10_000);
    long bursty =
        IntStream.range(0, batch.size()).filter(s -> sequence(batch, s).queryInContext()).count();
    assertEquals(0.3, bursty / 10_000.0, 4 * Math.sqrt(0.21 / 10_000));
  }

  @Test
  void novelClassesHaveDifferentLabelsAndNoClassNumber() {
    var batch = batch(TASK, SequenceKind.IN_CONTEXT, 300);
    for (int s = 0; s < batch.size(); s++) {
      int[] labels = batch.contextLabels(s);
      assertEquals(2, Arrays.stream(labels).distinct().count());
      int target = batch.targets()[s];
      assertEquals(2, Arrays.stream(labels).filter(l -> l == target).count());
      assertEquals(SequenceBatch.NOVEL, batch.queryClass(s));
    }
    var once = batch(TASK, SequenceKind.IN_CONTEXT_ONCE, 300);
    for (int s = 0; s < once.size(); s++) {
      assertEquals(4, Arrays.stream(once.contextLabels(s)).distinct().count());
    }
  }

  @Test
  void whereOnlyTheWeightsTellNoItemOfTheContextHasTheLabelOfTheQuery() {
    for (double alpha : new double[] {0, 2}) {
      var batch = batch(TASK.classes(32).alpha(alpha), SequenceKind.IN_WEIGHTS, 500);
      for (int s = 0; s < batch.size(); s++) {
        int target = batch.targets()[s];
        assertTrue(Arrays.stream(batch.contextLabels(s)).noneMatch(l -> l == target));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBatchWhateverWasInIt() {
    var source = SequenceSource.of(TASK, 1);
    var fresh = SequenceBatch.of(TASK, 64);
    var used = SequenceBatch.of(TASK, 64);
    for (SequenceKind kind : SequenceKind.values()) {
      source.fill(used, SequenceKind.IN_CONTEXT_ONCE, Rng.of(9));
      source.fill(used, kind, Rng.of(3));
      source.fill(fresh, kind, Rng.of(3));
      assertArrayEquals(fresh.tokens(), used.tokens());
      assertArrayEquals(fresh.targets(), used.targets());
    }
  }

  @Test
  void fewerClassesAreTheFirstOfMore() {
    float[] few = SequenceSource.of(TASK.classes(32), 5).classVectors();
    float[] many = SequenceSource.of(TASK.classes(64), 5).classVectors();
    assertArrayEquals(few, Arrays.copyOf(many, few.length));
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    var tight = TASK.labels(2).classes(64);
    var batch = SequenceBatch.of(tight, 1);
    var source = SequenceSource.of(tight, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> source.fill(batch, SequenceKind.IN_CONTEXT_ONCE, Rng.of(1)));
    assertThrows(IllegalArgumentException.class, () -> TASK.burstiness(3));
    assertThrows(IllegalArgumentException.class, () -> TASK.positions(8));
    var other = SequenceSource.of(TASK, 1);
    assertThrows(
        IllegalArgumentException.class, () -> other.fill(batch, SequenceKind.BURSTY, Rng.of(1)));
  }
}
