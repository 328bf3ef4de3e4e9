package murmuration.neural.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import murmuration.language.SocialGraph;
import murmuration.language.game.ForagingGrid;
import murmuration.language.game.ForagingTask;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Tensor;
import org.junit.jupiter.api.Test;

class ForagerTrainingTest {
  private static final int GAMES = 16;
  private static final int[] ALL = IntStream.range(0, ForagingGrid.CELLS).toArray();

  private static ForagerBatch batch(SocialGraph society) {
    return new ForagerBatch(GAMES, society.size(), new ForagerPairs(society, GAMES).seats());
  }

  private static ForagerTraining training(SocialGraph society, ForagerBatch batch) {
    var training = new ForagerTraining(society.size(), batch, Adam.rate(0.01).clip(0.5), Rng.of(7));
    play(society, batch, training, 0);
    training.fill();
    return training;
  }

  private static void play(
      SocialGraph society, ForagerBatch batch, ForagerTraining training, long update) {
    var random = Rng.of(3, update);
    batch.play(
        new ForagerGames(ForagingTask.SCORE_G, ALL, true),
        ForagerNet.of(training.training().session().weights()),
        new ForagerPairs(society, GAMES).of(update, random),
        new ForagerCourse(100, 5, false, false).of(update, GAMES, random),
        random);
    batch.lay(0.99, 0.01);
  }

  /**
   * The advantage in the targets is return less the value that Java found: it must be the engine's.
   */
  @Test
  void javaActsByTheSameNetsThatTheEngineTrains() {
    for (var society : new SocialGraph[] {SocialGraph.complete(2), SocialGraph.ring(5)}) {
      var batch = batch(society);
      try (var training = training(society, batch)) {
        float[] out =
            training
                .training()
                .session()
                .compute(() -> training.outputs(batch.alive()).toFloatArray());
        float[] targets = batch.targets();
        int rows = out.length / ForagerNet.HEADS;
        assertEquals(society.size() * Arrays.stream(batch.alive()).sum(), rows);
        int steps = 0;
        for (int r = 0; r < rows; r++) {
          int at = r * ForagerBatch.TARGETS;
          double share = 2 * targets[at + ForagerBatch.TARGETS - 1];
          if (share > 0) {
            double push = 0;
            for (int k = 0; k < ForagerNet.ACTIONS; k++) {
              push += targets[at + k];
            }
            double value = targets[at + ForagerBatch.TARGETS - 2] + push / share;
            assertEquals(out[r * ForagerNet.HEADS + ForagerNet.HEADS - 1], value, 2e-6);
            steps++;
          }
        }
        assertEquals(2 * batch.steps(), steps);
      }
    }
  }

  @Test
  void tangentOfLambertIsThatOfTheLibrary() {
    float[] x = new float[4001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 2000) / 100f;
    }
    float[] tanh = x.clone();
    ForagerNet.tanh(tanh, 0, tanh.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(Math.tanh(x[i]), tanh[i], 3e-7);
    }
  }

  @Test
  void gradientStandsAGarbageCollectionInBetween() {
    var society = SocialGraph.complete(3);
    var batch = batch(society);
    try (var training = training(society, batch)) {
      var plain = training.training().gradient(training.loss(), () -> {});
      for (int i = 0; i < 3; i++) {
        assertEquals(
            plain, training.training().gradient(training.loss(), ForagerTrainingTest::disturb));
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

  /** Against differences of the loss, in the heads, the unit and the inputs. */
  @Test
  void gradientIsThatOfTheLoss() {
    var society = SocialGraph.complete(2);
    var batch = batch(society);
    try (var training = training(society, batch)) {
      var session = training.training().session();
      var before = session.weights();
      var gradient = training.training().gradient(training.loss(), () -> {});
      for (int k = 0; k < ForagerNet.NAMES.length; k++) {
        String name = ForagerNet.NAMES[k];
        float[] slopes = gradient.get(name, ForagerNet.shapes(2)[k]);
        int at = 0;
        for (int i = 0; i < slopes.length; i++) {
          at = Math.abs(slopes[i]) > Math.abs(slopes[at]) ? i : at;
        }
        double h = 0.02;
        double up = loss(training, before, k, at, h);
        double down = loss(training, before, k, at, -h);
        assertEquals((up - down) / (2 * h), slopes[at], 0.01 * Math.abs(slopes[at]) + 2e-5, name);
      }
    }
  }

  private static double loss(
      ForagerTraining training, ModelWeights before, int which, int at, double h) {
    var moved = new LinkedHashMap<>(before.tensors());
    String name = ForagerNet.NAMES[which];
    long[] shape = ForagerNet.shapes(2)[which];
    float[] values = before.get(name, shape);
    values[at] += (float) h;
    moved.put(name, Tensor.of(values, shape));
    var session = training.training().session();
    session.set(new ModelWeights(moved));
    return session.compute(() -> (double) training.loss().get().getFloat());
  }

  @Test
  void everyAgentHasItsEpisodesAndNoMoreThanItsSeats() {
    for (var society :
        new SocialGraph[] {
          SocialGraph.complete(2),
          SocialGraph.complete(5),
          SocialGraph.ring(7),
          SocialGraph.complete(15)
        }) {
      var pairs = new ForagerPairs(society, 64);
      int[] all = new int[society.size()];
      for (long update = 0; update < 20; update++) {
        int[] now = new int[society.size()];
        for (int[] pair : pairs.of(update, Rng.of(1, update))) {
          now[pair[0]]++;
          now[pair[1]]++;
        }
        for (int i = 0; i < now.length; i++) {
          all[i] += now[i];
          assertTrue(now[i] <= pairs.seats(), now[i] + " of " + pairs.seats());
        }
      }
      int fewest = Arrays.stream(all).min().orElseThrow();
      int most = Arrays.stream(all).max().orElseThrow();
      assertTrue(most - fewest <= 2 * society.degree(0), society + ": " + Arrays.toString(all));
    }
  }
}
