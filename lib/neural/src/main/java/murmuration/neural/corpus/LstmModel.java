package murmuration.neural.corpus;

import murmuration.language.corpus.TokenModel;
import murmuration.math.Arguments;
import murmuration.neural.engine.ModelWeights;

/**
 * A recurrent model of tokens: embedding, one layer of long short-term memory (Hochreiter and
 * Schmidhuber 1997; gates in the order input, forget, cell, output), a linear layer and softmax.
 * The state is zero before the first token, whose own probability is that of the state after a
 * token 0. Trained by {@link LstmTraining}; what it says of a text is computed in plain Java.
 *
 * <p>Immutable.
 */
public final class LstmModel implements TokenModel {
  static final String EMBEDDING = "embedding";
  static final String INPUT = "input";
  static final String INPUT_BIAS = "input bias";
  static final String RECURRENT = "recurrent";
  static final String RECURRENT_BIAS = "recurrent bias";
  static final String OUTPUT = "output";
  static final String OUTPUT_BIAS = "output bias";

  private final ModelWeights weights;
  private final int vocabulary;
  private final int hidden;
  private final float[] entry; // vocabulary x 4 hidden: what a token adds to the gates
  private final float[] recurrent; // hidden x 4 hidden
  private final float[] output; // hidden x vocabulary
  private final float[] outputBias;

  LstmModel(ModelWeights weights, int vocabulary, int embedding, int hidden) {
    this.weights = weights;
    this.vocabulary = vocabulary;
    this.hidden = hidden;
    int gates = 4 * hidden;
    float[] tokens = weights.get(EMBEDDING, embedding, vocabulary);
    float[] input = weights.get(INPUT, gates, embedding);
    float[] bias = weights.get(INPUT_BIAS, gates);
    float[] more = weights.get(RECURRENT_BIAS, gates);
    entry = new float[vocabulary * gates];
    for (int v = 0; v < vocabulary; v++) {
      for (int g = 0; g < gates; g++) {
        double sum = bias[g] + more[g];
        for (int e = 0; e < embedding; e++) {
          sum += (double) input[g * embedding + e] * tokens[e * vocabulary + v];
        }
        entry[v * gates + g] = (float) sum;
      }
    }
    recurrent = transposed(weights.get(RECURRENT, gates, hidden), gates, hidden);
    output = transposed(weights.get(OUTPUT, vocabulary, hidden), vocabulary, hidden);
    outputBias = weights.get(OUTPUT_BIAS, vocabulary);
  }

  private static float[] transposed(float[] rows, int height, int width) {
    float[] columns = new float[rows.length];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        columns[j * height + i] = rows[i * width + j];
      }
    }
    return columns;
  }

  /** The weights, by name. */
  public ModelWeights weights() {
    return weights;
  }

  @Override
  public int vocabulary() {
    return vocabulary;
  }

  @Override
  public double[] probabilities(int[] tokens) {
    Arguments.present("tokens", tokens);
    double[] probabilities = new double[tokens.length];
    float[] state = new float[hidden];
    float[] cell = new float[hidden];
    float[] gates = new float[4 * hidden];
    float[] logits = new float[vocabulary];
    int last = 0;
    for (int i = 0; i < tokens.length; i++) {
      Arguments.require(
          tokens[i] >= 0 && tokens[i] < vocabulary,
          "tokens[%d] is %d: expected 0 to %d",
          i,
          tokens[i],
          vocabulary - 1);
      advance(last, state, cell, gates);
      System.arraycopy(outputBias, 0, logits, 0, vocabulary);
      addProduct(output, state, logits);
      probabilities[i] = probability(logits, tokens[i]);
      last = tokens[i];
    }
    return probabilities;
  }

  private void advance(int token, float[] state, float[] cell, float[] gates) {
    System.arraycopy(entry, token * gates.length, gates, 0, gates.length);
    addProduct(recurrent, state, gates);
    for (int h = 0; h < hidden; h++) {
      double kept = sigmoid(gates[hidden + h]) * cell[h];
      double added = sigmoid(gates[h]) * Math.tanh(gates[2 * hidden + h]);
      cell[h] = (float) (kept + added);
      state[h] = (float) (sigmoid(gates[3 * hidden + h]) * Math.tanh(cell[h]));
    }
  }

  /** {@code sum += columns x}, column by column, which the compiler turns into vectors. */
  private static void addProduct(float[] columns, float[] x, float[] sum) {
    for (int j = 0; j < x.length; j++) {
      float factor = x[j];
      int from = j * sum.length;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * columns[from + i];
      }
    }
  }

  private static double probability(float[] logits, int token) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return Math.max(Double.MIN_NORMAL, Math.exp(logits[token] - largest) / sum);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public String toString() {
    return "LSTM, " + hidden + " units, " + vocabulary + " tokens, " + weights.count() + " weights";
  }
}
