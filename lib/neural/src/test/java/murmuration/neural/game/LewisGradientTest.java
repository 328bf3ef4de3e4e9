package murmuration.neural.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Tensor;
import murmuration.neural.engine.Training;
import org.junit.jupiter.api.Test;

/** The gradient of an update, against plays one by one outside of the engine. */
class LewisGradientTest {
  private static final int SYMBOLS = 4;
  private static final int LENGTH = 2;
  private static final int COPIES = 7;
  private static final double USUAL = 0.8;
  private static final NeuralLewis GAME =
      NeuralLewis.of(2, 4)
          .vocabulary(SYMBOLS)
          .length(LENGTH)
          .hidden(6)
          .embeddings(3, 5)
          .copies(COPIES)
          .entropy(0.3);

  private static RecurrentSpeaker speaker(ModelWeights weights) {
    return new RecurrentSpeaker(weights, GAME.space(), LENGTH, SYMBOLS, 3, 6);
  }

  private static RecurrentListener listener(ModelWeights weights) {
    return new RecurrentListener(weights, GAME.space(), SYMBOLS, 5, 6);
  }

  /** One play: which meaning, and what was said. */
  private record Play(int meaning, int[] symbols) {
    int[] message() {
      int[] message = Arrays.copyOf(symbols, LENGTH + 1);
      message[LENGTH] = 1;
      return message;
    }
  }

  /** Chances of the symbols after a beginning, from the chances of all whole messages. */
  private static double[] chances(RecurrentSpeaker speaker, int[] meaning, int[] symbols, int j) {
    double[] chances = new double[SYMBOLS];
    for (int code = 0; code < SYMBOLS * SYMBOLS; code++) {
      int[] message = {1 + code / SYMBOLS, 1 + code % SYMBOLS, 1};
      if (j == 0 || message[0] == symbols[0]) {
        chances[message[j] - 1] += Math.exp(speaker.logProbability(meaning, message));
      }
    }
    double sum = Arrays.stream(chances).sum();
    return Arrays.stream(chances).map(p -> p / sum).toArray();
  }

  /** Plays in the order in which an update draws: symbol by symbol, beginnings in order. */
  private static List<Play> plays(RecurrentSpeaker speaker, RandomGenerator random) {
    List<Play> plays = new ArrayList<>();
    for (int m = 0; m < GAME.split().train().length; m++) {
      for (int copy = 0; copy < COPIES; copy++) {
        plays.add(new Play(GAME.split().train()[m], new int[LENGTH]));
      }
    }
    for (int j = 0; j < LENGTH; j++) {
      for (Play play : plays) {
        double[] p = chances(speaker, GAME.space().meaning(play.meaning), play.symbols, j);
        double rest = random.nextDouble();
        int symbol = 0;
        while (symbol < SYMBOLS - 1 && (rest -= p[symbol]) >= 0) {
          symbol++;
        }
        play.symbols[j] = symbol + 1;
      }
      plays.sort(
          Comparator.comparingInt(Play::meaning)
              .thenComparingInt(p -> p.symbols[0])
              .thenComparingInt(p -> p.symbols[1]));
    }
    return plays;
  }

  private static double loss(RecurrentListener listener, Play play) {
    double[][] scores = listener.scores(play.message());
    int[] meaning = GAME.space().meaning(play.meaning);
    return -(Math.log(scores[0][meaning[0]]) + Math.log(scores[1][meaning[1]])) / 2;
  }

  private static double entropy(RecurrentSpeaker speaker, Play play) {
    double sum = 0;
    for (int j = 0; j < LENGTH; j++) {
      for (double p : chances(speaker, GAME.space().meaning(play.meaning), play.symbols, j)) {
        sum -= p * Math.log(p);
      }
    }
    return sum / LENGTH;
  }

  /**
   * The recipe word by word: what an update goes down, given the plays and what they were worth.
   */
  private static double surrogate(ModelWeights weights, List<Play> plays, double[] worth) {
    RecurrentSpeaker speaker = speaker(weights);
    RecurrentListener listener = listener(weights);
    double sum = 0;
    for (int i = 0; i < worth.length; i++) {
      Play play = plays.get(i);
      int[] meaning = GAME.space().meaning(play.meaning);
      sum +=
          loss(listener, play)
              + worth[i] * speaker.logProbability(meaning, play.message())
              - GAME.learning().entropy() * entropy(speaker, play);
    }
    return sum / worth.length;
  }

  private static ModelWeights moved(ModelWeights weights, String name, int place, float by) {
    var tensors = new LinkedHashMap<>(weights.tensors());
    Tensor tensor = Objects.requireNonNull(tensors.get(name));
    float[] values = tensor.values();
    values[place] += by;
    tensors.put(name, Tensor.of(values, tensor.shape()));
    return new ModelWeights(tensors);
  }

  @Test
  void gradientOverSharedBeginningsIsThatOfThePlaysOneByOne() {
    try (var training = Training.open("lewis", Adam.rate(0.01))) {
      var agents = new LewisAgents(training.session(), GAME, Rng.of(3));
      var loss = new ReinforceLoss(training.session(), GAME, agents);
      loss.remember(new double[] {2 * USUAL, 2});
      ModelWeights weights = training.session().weights();
      ModelWeights gradient = training.gradient(() -> loss.play(Rng.of(11)), () -> {});

      List<Play> plays = plays(speaker(weights), Rng.of(11));
      RecurrentListener listener = listener(weights);
      double[] losses = plays.stream().mapToDouble(play -> loss(listener, play)).toArray();
      double[] worth = Arrays.stream(losses).map(l -> l - USUAL).toArray();
      assertEquals(Arrays.stream(losses).average().orElseThrow(), loss.loss(), 1e-6);
      assertEquals(2 * USUAL + loss.loss(), loss.memory()[0], 1e-12);
      RecurrentSpeaker speaker = speaker(weights);
      assertEquals(
          plays.stream().mapToDouble(play -> entropy(speaker, play)).average().orElseThrow(),
          loss.entropy(),
          1e-6);

      float step = 1e-3f;
      for (String name : weights.tensors().keySet()) {
        Tensor found = Objects.requireNonNull(gradient.tensors().get(name));
        for (int place = 0; place < found.size(); place += 1 + found.size() / 3) {
          double up = surrogate(moved(weights, name, place, step), plays, worth);
          double down = surrogate(moved(weights, name, place, -step), plays, worth);
          assertEquals((up - down) / (2 * step), found.values()[place], 2e-5, name + " " + place);
        }
      }
    }
  }

  @Test
  void gradientStandsAGarbageCollectionInBetween() {
    for (NeuralLewis game : List.of(GAME, GAME.gumbel(0.7), GAME.straightThrough(0.7))) {
      try (var training = Training.open("lewis", Adam.rate(0.01))) {
        PlayedLoss loss = LewisTrainer.loss(training.session(), game, Rng.of(3));
        double[] memory = loss.memory();
        var plain = training.gradient(() -> loss.play(Rng.of(11)), () -> {});
        assertTrue(plain.tensors().values().stream().allMatch(LewisGradientTest::moves));
        for (int i = 0; i < 3; i++) {
          loss.remember(memory);
          assertEquals(
              plain,
              training.gradient(() -> loss.play(Rng.of(11)), LewisGradientTest::disturb),
              game.toString());
        }
      }
    }
  }

  private static boolean moves(Tensor gradient) {
    for (float value : gradient.values()) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** Frees what nobody holds, and writes over it. */
  private static void disturb() {
    System.gc();
    for (int i = 0; i < 64; i++) {
      ByteBuffer.allocateDirect(4).putFloat(0, 777);
    }
  }

  @Test
  void coldBlendsAreWholeSymbols() {
    // At a low temperature blends are nearly one symbol, so both ways give nearly the same loss.
    double[] losses = new double[2];
    NeuralLewis[] games = {GAME.gumbel(0.01), GAME.straightThrough(0.01)};
    for (int i = 0; i < games.length; i++) {
      NeuralLewis game = games[i];
      try (var training = Training.open("lewis", Adam.rate(0.01))) {
        PlayedLoss loss = LewisTrainer.loss(training.session(), game, Rng.of(3));
        training.gradient(() -> loss.play(Rng.of(11)), () -> {});
        losses[i] = loss.loss();
      }
    }
    assertEquals(losses[0], losses[1], 0.01);
  }
}
