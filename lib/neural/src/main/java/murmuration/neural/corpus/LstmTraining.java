package murmuration.neural.corpus;

import java.util.random.RandomGenerator;
import murmuration.language.corpus.Corpus;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.InitialWeights;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Tensor;
import murmuration.neural.engine.Training;
import murmuration.sweep.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link LstmModel} learns: the text is cut into as many streams as the batch has, read side
 * by side in pieces, each piece one step of Adam; states go on from piece to piece and are zero at
 * the start of each reading.
 *
 * <pre>{@code
 * var text = UniversalDeclaration.corpus("dan").alphabet(64);
 * var training = LstmTraining.of(64);
 * LstmModel zipf = training.read(CorpusSource.zipf(64).draw(20_000, 1), 1, 1);
 * LstmModel danish = training.pieces(8, 48).adapt(zipf, text.tokens(0, 6000), text.tokens(6000, 7000));
 * double nats = danish.crossEntropy(text.tokens(7000, 8000));
 * }</pre>
 *
 * <p>Immutable: each word returns a copy.
 *
 * @param vocabulary kinds of tokens, 2 to 256
 * @param embedding numbers that stand for a token, 1 to 512
 * @param hidden units, 1 to 512
 * @param batch streams, 1 to 256
 * @param length tokens of a piece, 1 to 512
 * @param adam rate and limit of the gradient's norm
 * @param mostEpochs readings when adapting, 1 to 1000
 * @param patience readings without a better held-out text after which adapting ends, at least 1
 */
public record LstmTraining(
    int vocabulary,
    int embedding,
    int hidden,
    int batch,
    int length,
    Adam adam,
    int mostEpochs,
    int patience) {

  /** Checks the choices. */
  public LstmTraining {
    between("vocabulary", vocabulary, 2, 256);
    between("embedding", embedding, 1, 512);
    between("hidden", hidden, 1, 512);
    between("batch", batch, 1, 256);
    between("length", length, 1, 512);
    Arguments.present("adam", adam);
    between("mostEpochs", mostEpochs, 1, 1000);
    between("patience", patience, 1, 1000);
  }

  private static void between(String name, int value, int low, int high) {
    Arguments.require(
        value >= low && value <= high, "%s is %d: expected %d to %d", name, value, low, high);
  }

  /**
   * Embedding 64, 128 units, 16 streams, pieces of 64, Adam at 0.002 with the gradient limited to
   * 1; adapting in at most 30 readings with a patience of 4.
   *
   * @param vocabulary kinds of tokens, 2 to 256
   */
  public static LstmTraining of(int vocabulary) {
    return new LstmTraining(vocabulary, 64, 128, 16, 64, Adam.rate(2e-3).clip(1), 30, 4);
  }

  /** The same with this many units and numbers for a token. */
  public LstmTraining units(int newHidden, int newEmbedding) {
    return new LstmTraining(
        vocabulary, newEmbedding, newHidden, batch, length, adam, mostEpochs, patience);
  }

  /** The same with this many streams, in pieces of this length. */
  public LstmTraining pieces(int newBatch, int newLength) {
    return new LstmTraining(
        vocabulary, embedding, hidden, newBatch, newLength, adam, mostEpochs, patience);
  }

  /** The same with this many readings at most when adapting, and this patience. */
  public LstmTraining epochs(int most, int newPatience) {
    return new LstmTraining(vocabulary, embedding, hidden, batch, length, adam, most, newPatience);
  }

  /** A model that knows nothing yet. */
  public LstmModel untrained(long seed) {
    RandomGenerator random = Rng.of(seed, 0);
    double bound = 1 / Math.sqrt(hidden);
    var tensors = new java.util.LinkedHashMap<String, Tensor>();
    tensors.put(LstmModel.EMBEDDING, InitialWeights.normal(random, 1, embedding, vocabulary));
    tensors.put(LstmModel.INPUT, InitialWeights.uniform(random, bound, 4L * hidden, embedding));
    tensors.put(LstmModel.RECURRENT, InitialWeights.uniform(random, bound, 4L * hidden, hidden));
    tensors.put(LstmModel.INPUT_BIAS, InitialWeights.uniform(random, bound, 4L * hidden));
    tensors.put(LstmModel.RECURRENT_BIAS, InitialWeights.uniform(random, bound, 4L * hidden));
    tensors.put(LstmModel.OUTPUT, InitialWeights.uniform(random, bound, vocabulary, hidden));
    tensors.put(LstmModel.OUTPUT_BIAS, InitialWeights.uniform(random, bound, vocabulary));
    return model(new ModelWeights(tensors));
  }

  private LstmModel model(ModelWeights weights) {
    return new LstmModel(weights, vocabulary, embedding, hidden);
  }

  /**
   * Learns a corpus from nothing.
   *
   * @param corpus more tokens than streams, none above the vocabulary
   * @param epochs readings, 1 to 1000
   * @param seed of the first weights
   */
  public LstmModel read(Corpus corpus, int epochs, long seed) {
    between("epochs", epochs, 1, 1000);
    int[] tokens = checked("corpus", Arguments.present("corpus", corpus).tokens());
    try (var training = Training.open("LSTM", adam);
        var progress = Progress.of("LSTM", (long) epochs * steps(tokens.length))) {
      var net = new LstmNet(this, training, untrained(seed).weights(), tokens.length);
      for (int epoch = 0; epoch < epochs; epoch++) {
        net.read(tokens, progress);
      }
      return model(training.session().weights());
    }
  }

  /**
   * Goes on with a text, and stops where a held-out text gets no more probable.
   *
   * @param model what to begin with, of this vocabulary and size
   * @param tokens what is read, more tokens than streams
   * @param heldOut what decides when to stop, at least one token
   * @return the model of the reading that was best for the held-out text
   */
  public LstmModel adapt(LstmModel model, int[] tokens, int[] heldOut) {
    Arguments.present("model", model);
    int[] read = checked("tokens", tokens);
    Arguments.present("heldOut", heldOut);
    Arguments.require(heldOut.length > 0, "heldOut is empty: expected at least one token");
    model(model.weights()); // refuses another size before anything is computed
    try (var training = Training.open("LSTM", adam);
        var progress = Progress.of("LSTM", (long) mostEpochs * steps(read.length))) {
      var net = new LstmNet(this, training, model.weights(), read.length);
      LstmModel best = model;
      double lowest = Double.POSITIVE_INFINITY;
      int worse = 0;
      for (int epoch = 0; epoch < mostEpochs && worse < patience; epoch++) {
        net.read(read, progress);
        LstmModel now = model(training.session().weights());
        double nats = now.crossEntropy(heldOut);
        if (nats < lowest) {
          lowest = nats;
          best = now;
          worse = 0;
        } else {
          worse++;
        }
      }
      return best;
    }
  }

  private int[] checked(String name, int @Nullable [] tokens) {
    int[] copy = Arguments.present(name, tokens).clone();
    Arguments.require(
        copy.length > batch,
        "%s has %d tokens: expected more than the %d streams of a batch",
        name,
        copy.length,
        batch);
    for (int i = 0; i < copy.length; i++) {
      Arguments.require(
          copy[i] >= 0 && copy[i] < vocabulary,
          "%s[%d] is %d: expected 0 to %d",
          name,
          i,
          copy[i],
          vocabulary - 1);
    }
    return copy;
  }

  /** Tokens of a piece of a text of this many tokens: a short text has short pieces. */
  int piece(int tokens) {
    return Math.min(length, (tokens - 1) / batch);
  }

  /** Steps of one reading of this many tokens; what does not fill a piece is left out. */
  int steps(int tokens) {
    return (tokens - 1) / batch / piece(tokens);
  }
}
