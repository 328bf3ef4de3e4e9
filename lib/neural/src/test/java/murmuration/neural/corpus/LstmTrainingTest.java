package murmuration.neural.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.language.corpus.Corpus;
import murmuration.language.corpus.CorpusSource;
import murmuration.language.corpus.KneserNey;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.Training;
import org.junit.jupiter.api.Test;

class LstmTrainingTest {
  private static final LstmTraining SMALL = LstmTraining.of(4).units(24, 8).pieces(4, 16);

  /** Token i is the sum of the two before it, modulo 3, but for one in ten, which is anything. */
  private static int[] sums(int n) {
    var random = Rng.of(5);
    int[] tokens = new int[n];
    tokens[1] = 1;
    for (int i = 2; i < n; i++) {
      tokens[i] = random.nextInt(10) == 0 ? random.nextInt(4) : (tokens[i - 1] + tokens[i - 2]) % 3;
    }
    return tokens;
  }

  @Test
  void saysWhatTheEngineSays() {
    LstmModel model = SMALL.untrained(3);
    int[] tokens = sums(17);
    double[] p = model.probabilities(tokens);
    var one = LstmTraining.of(4).units(24, 8).pieces(1, 16);
    try (var training = Training.open("LSTM", Adam.rate(1e-3))) {
      var net = new LstmNet(one, training, model.weights(), tokens.length);
      net.place(tokens, 0);
      // The engine's piece begins with the state of zeros and the first token, ours with a token 0.
      int[] shifted = Arrays.copyOfRange(tokens, 1, tokens.length);
      assertEquals(0, tokens[0], "so that both have seen the same");
      double[] later = model.probabilities(shifted);
      double nats = -Arrays.stream(later).map(Math::log).average().orElseThrow();
      double engine = training.stepAndTell(() -> net.loss(new float[2][]));
      assertEquals(nats, engine, 1e-5);
    }
    assertEquals(tokens.length, p.length);
  }

  @Test
  void probabilitiesAddUpToOne() {
    LstmModel model = SMALL.untrained(3);
    for (int[] context : new int[][] {{}, {1}, {2, 0, 3}}) {
      double sum =
          IntStream.range(0, 4)
              .mapToDouble(
                  v -> {
                    int[] text = Arrays.copyOf(context, context.length + 1);
                    text[context.length] = v;
                    return model.probabilities(text)[context.length];
                  })
              .sum();
      assertEquals(1, sum, 1e-9);
    }
  }

  @Test
  void learnsWhatDependsOnTwoTokensBefore() {
    var corpus = Corpus.of("sums", sums(6000));
    int[] test = Corpus.of("test", sums(6000)).tokens(5000, 6000);
    double before = SMALL.untrained(1).crossEntropy(test);
    double after = SMALL.read(corpus, 2, 1).crossEntropy(test);
    double single = KneserNey.of(corpus, 1, 4).crossEntropy(test);
    assertTrue(after < 0.6 * single && after < before, before + " to " + after + ", " + single);
  }

  @Test
  void sameSeedGivesTheSameModelToTheLastBit() {
    var corpus = Corpus.of("sums", sums(600));
    assertEquals(SMALL.read(corpus, 1, 9).weights(), SMALL.read(corpus, 1, 9).weights());
  }

  @Test
  void adaptingKeepsTheModelThatWasBestForTheHeldOutText() {
    int[] text = sums(1200);
    int[] heldOut = Arrays.copyOfRange(text, 1000, 1200);
    int[] read = Arrays.copyOf(text, 1000);
    LstmModel start = SMALL.untrained(2);
    LstmModel few = SMALL.epochs(2, 1).adapt(start, read, heldOut);
    LstmModel many = SMALL.epochs(8, 2).adapt(start, read, heldOut);
    assertTrue(few.crossEntropy(heldOut) < start.crossEntropy(heldOut));
    assertTrue(many.crossEntropy(heldOut) <= few.crossEntropy(heldOut));
  }

  @Test
  void gradientStandsAGarbageCollectionInBetween() {
    int[] tokens = sums(65);
    try (var training = Training.open("LSTM", Adam.rate(1e-3))) {
      var net = new LstmNet(SMALL, training, SMALL.untrained(3).weights(), tokens.length);
      net.place(tokens, 0);
      var plain = training.gradient(() -> net.loss(new float[2][]), () -> {});
      var disturbed =
          training.gradient(
              () -> net.loss(new float[2][]),
              () -> {
                System.gc();
                for (int i = 0; i < 64; i++) {
                  ByteBuffer.allocateDirect(4).putFloat(0, 777);
                }
              });
      assertEquals(plain, disturbed);
    }
  }

  @Test
  void transferGivesTheResultOfTheCore() {
    var targets = List.of(Corpus.of("a", sums(400)), Corpus.of("b", sums(500)));
    var run =
        LstmTransfer.to(targets)
            .training(SMALL, SMALL.epochs(2, 1))
            .from(CorpusSource.uniform(4), CorpusSource.zipf(4))
            .pretrain(300, 1)
            .seeds(2)
            .seed(4)
            .run();
    assertEquals(8, run.cells().size());
    assertEquals(2, run.effects().size());
    var first = run.cells().getFirst();
    assertTrue(
        run.cells().stream()
            .filter(c -> c.target().equals(first.target()) && c.seed() == first.seed())
            .allMatch(c -> c.baseline() == first.baseline()));
  }

  @Test
  void badTextsAreRefusedByName() {
    assertTrue(refused(() -> SMALL.read(Corpus.of("few", new int[] {1, 2}), 1, 1)).contains("2"));
    int[] text = sums(200);
    LstmModel model = SMALL.untrained(1);
    int[] wrong = text.clone();
    wrong[7] = 4;
    assertTrue(refused(() -> SMALL.adapt(model, wrong, text)).contains("tokens[7] is 4"));
    assertTrue(refused(() -> SMALL.adapt(model, text, new int[0])).contains("heldOut"));
    assertTrue(refused(() -> model.probabilities(wrong)).contains("tokens[7] is 4"));
    var larger = LstmTraining.of(4).units(25, 8);
    assertTrue(refused(() -> larger.adapt(model, text, text)).contains("shape"));
  }

  private static String refused(Runnable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }
}
