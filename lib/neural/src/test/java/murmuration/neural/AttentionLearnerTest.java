package murmuration.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import murmuration.icl.EvaluationSet;
import murmuration.icl.InContextTask;
import murmuration.icl.SequenceBatch;
import murmuration.icl.SequenceKind;
import murmuration.icl.SequenceSource;
import murmuration.math.Rng;
import murmuration.neural.engine.Checkpoint;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionLearnerTest {
  private static final InContextTask TASK = InContextTask.standard();
  private static final AttentionLearner SHORT =
      AttentionLearner.of(TASK).steps(12).every(4).batch(16).sequences(64);

  @TempDir Path folder;

  @Test
  void aShortRunIsTheSameToTheLastDigitTwentyTimes() {
    var first = SHORT.run(5);
    for (int repeat = 1; repeat < 20; repeat++) {
      var again = SHORT.run(5);
      assertEquals(first.weights(), again.weights());
      assertArrayEquals(first.curve().loss(), again.curve().loss());
      assertArrayEquals(first.curve().inContext(), again.curve().inContext());
    }
    assertTrue(!first.weights().equals(SHORT.run(6).weights()), "another seed, another run");
  }

  @Test
  void theGradientStandsAGarbageCollectionInBetween() {
    try (var training = new AttentionTraining(SHORT, 1)) {
      training.draw(3);
      var plain = training.training().gradient(training.loss(), () -> {});
      for (int i = 0; i < 3; i++) {
        var disturbed =
            training.training().gradient(training.loss(), AttentionLearnerTest::disturb);
        assertEquals(plain, disturbed);
      }
    }
  }

  /** Frees what nobody holds, and writes over it. */
  private static void disturb() {
    System.gc();
    for (int i = 0; i < 64; i++) {
      ByteBuffer.allocateDirect(4).putFloat(0, 777);
    }
  }

  /** The network in plain Java, in the order of the formulas. */
  @Test
  void theLogitsAreThoseOfTheFormulas() {
    var task = TASK.classes(20).labels(5).pairs(2).dimension(3).positions(6).burstiness(2);
    var batch = SequenceBatch.of(task, 7);
    SequenceSource.of(task, 1).fill(batch, SequenceKind.TRAINING, Rng.of(2));
    try (var session = Session.open()) {
      var network = new AttentionNetwork(session, task, Rng.of(3));
      var input = network.input(7);
      input.fill(batch.tokens());
      float[] found = session.compute(() -> network.logits(input.array()).toFloatArray());
      var plain = new PlainAttention(task, network.weights().named(session.weights()));
      for (int s = 0; s < 7; s++) {
        double[] expected = plain.logits(batch.tokens(), s);
        for (int l = 0; l < task.labels(); l++) {
          assertEquals(expected[l], found[s * task.labels() + l], 1e-5);
        }
      }
    }
  }

  /** Central differences of the loss, along random directions, to 1 in 100 of single precision. */
  @Test
  void theGradientIsThatOfFiniteDifferences() {
    try (var training = new AttentionTraining(SHORT, 2)) {
      training.draw(0);
      var session = training.training().session();
      var weights = training.weights();
      var gradient =
          training
              .network()
              .weights()
              .named(training.training().gradient(training.loss(), () -> {}));
      for (String name : List.of("first query", "first value", "second key", "outer bias")) {
        var random = Rng.of(name.hashCode());
        float[] direction = new float[tensor(weights, name).size()];
        double slope = 0;
        for (int i = 0; i < direction.length; i++) {
          direction[i] = (float) random.nextGaussian();
          slope += direction[i] * tensor(gradient, name).values()[i];
        }
        double h = 0.01 / Math.sqrt(direction.length);
        double up = loss(training, moved(weights, name, direction, h));
        double down = loss(training, moved(weights, name, direction, -h));
        assertEquals(slope, (up - down) / (2 * h), 0.01 * Math.abs(slope) + 2e-3, name);
        session.set(training.network().weights().packed(weights));
      }
    }
  }

  private static Tensor tensor(ModelWeights weights, String name) {
    return Objects.requireNonNull(weights.tensors().get(name));
  }

  private static double loss(AttentionTraining training, ModelWeights weights) {
    var session = training.training().session();
    session.set(training.network().weights().packed(weights));
    return session.compute(() -> (double) training.loss().get().getFloat());
  }

  private static ModelWeights moved(
      ModelWeights weights, String name, float[] direction, double by) {
    var tensors = new LinkedHashMap<>(weights.tensors());
    var old = tensor(weights, name);
    float[] values = old.values();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (by * direction[i]);
    }
    tensors.put(name, Tensor.of(values, old.shape()));
    return new ModelWeights(tensors);
  }

  /** Weights begin as the specification of the reference runs has them; to 5 standard errors. */
  @Test
  void weightsBeginAtTheirScales() {
    try (var training = new AttentionTraining(SHORT, 1)) {
      var weights = training.weights();
      assertEquals(64 * 64 * 6 + 64 * 128 + 128 + 128 * 128 + 128 + 128 * 16 + 16, weights.count());
      float[] query = weights.get("first query", 64, 64);
      assertEquals(1.0 / 64, meanSquare(query), 5 * Math.sqrt(2.0 / query.length) / 64);
      float[] middle = weights.get("middle weight", 128, 128);
      assertTrue(
          IntStream.range(0, middle.length).allMatch(i -> Math.abs(middle[i]) <= bound(128)));
      double third = 1.0 / 128 / 3;
      assertEquals(third, meanSquare(middle), 5 * third * Math.sqrt(0.8 / middle.length));
    }
  }

  private static float bound(int inputs) {
    return (float) (1 / Math.sqrt(inputs));
  }

  private static double meanSquare(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }

  /** One class in the context: its label is learned within a few steps, whatever the class. */
  @Test
  void itLearnsToCopyTheOnlyLabelOfItsContext() {
    var run = AttentionLearner.of(TASK.burstiness(4)).steps(120).every(40).batch(64).run(1);
    assertTrue(run.curve().endTrain() > 0.9, run.summary());
    assertTrue(run.curve().inContext()[2] > 0.9, run.summary());
    assertTrue(run.curve().loss()[2] < 0.5, run.summary());
  }

  @Test
  void theTrainedModelAnswersAsItDidAtItsLastCheckpoint() {
    var run = SHORT.run(3);
    var test = EvaluationSet.of(run.source(), 64, AttentionTraining.testSeed(3));
    var score = test.score(run);
    assertEquals(run.curve().train()[2], score.train());
    assertEquals(run.curve().inContext()[2], score.inContext());
    assertEquals(run.curve().inWeights()[2], score.inWeights());
    assertEquals(3, run.table().rowCount());
    assertTrue(run.chart().svg().contains("svg"));
  }

  @Test
  void anInterruptedRunGoesOnToTheEndItWouldHaveHad() {
    Path file = folder.resolve("run.checkpoint");
    var whole = SHORT.run(4, folder.resolve("whole.checkpoint"));
    SHORT.steps(4).run(4, file); // the same first step, as if stopped there
    var saved = Checkpoint.read(file, AttentionLearner.KIND);
    new Checkpoint(
            saved.kind(),
            saved.step(),
            AttentionSettings.write(SHORT, 4),
            saved.state(),
            saved.series())
        .write(file);
    var resumed = AttentionLearner.resume(file);
    assertEquals(whole.weights(), resumed.weights());
    assertArrayEquals(whole.curve().inContext(), resumed.curve().inContext());
    assertArrayEquals(whole.curve().loss(), resumed.curve().loss());
    assertEquals(resumed.weights(), AttentionLearner.resume(file).weights());
  }

  @Test
  void aCheckpointKeepsEveryChoice() {
    var odd = new AttentionLearner(TASK.alpha(0.5).bursty(0.3).classes(77), 9, 2, 3, 5, 0.01);
    assertEquals(
        new AttentionSettings(odd, -8), AttentionSettings.of(AttentionSettings.write(odd, -8)));
    Map<String, String> settings = odd.steps(10).run(1).provenance().options();
    assertEquals("77", settings.get("K"));
    assertEquals(5, odd.run(1).curve().steps().length);
    assertArrayEquals(new double[] {2, 4, 6, 8, 9}, odd.run(1).curve().steps());
  }

  @Test
  void seedsMakeOneCurve() {
    var curve = SHORT.curve(1, 2);
    assertEquals(2, curve.runs().size());
    assertArrayEquals(SHORT.run(2).curve().inWeights(), curve.runs().get(1).inWeights());
  }

  @Test
  void anInterruptEndsTheRunAndTheNextOneTrains() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> SHORT.run(1));
    assertTrue(SHORT.run(1).curve().loss()[0] > 0);
  }

  @Test
  void whatCannotBeTrainedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SHORT.every(13).run(1));
    assertThrows(IllegalArgumentException.class, () -> SHORT.rate(0));
    assertThrows(IllegalArgumentException.class, SHORT::curve);
    var run = SHORT.run(1);
    var other = SequenceBatch.of(TASK.classes(9), 3);
    assertThrows(IllegalArgumentException.class, () -> run.scores(other));
  }
}
