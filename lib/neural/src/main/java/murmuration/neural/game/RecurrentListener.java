package murmuration.neural.game;

import murmuration.language.Listener;
import murmuration.language.game.MeaningSpace;
import murmuration.math.Arguments;
import murmuration.neural.engine.ModelWeights;

/**
 * The receiver of a reconstruction game as trained: a gated recurrent unit over the symbols of a
 * message, from a state of zeros, and a linear layer from the last state to the chances of the
 * values of every attribute. Needs no engine; immutable, for any number of threads.
 */
public final class RecurrentListener implements Listener {
  private final MeaningSpace space;
  private final int vocabulary;
  private final GatedUnit unit;
  private final double[][] valueColumns;
  private final double[] valueBias;

  RecurrentListener(
      ModelWeights weights, MeaningSpace space, int vocabulary, int width, int units) {
    this.space = space;
    this.vocabulary = vocabulary;
    float[][] symbols = GatedUnit.rows(weights.get("receiver.symbols", vocabulary, width), width);
    unit = GatedUnit.of(weights, "receiver", units, symbols);
    int values = space.attributes() * space.values();
    valueColumns = GatedUnit.columns(weights.get("receiver.output.weight", values, units), units);
    valueBias = GatedUnit.wide(weights.get("receiver.output.bias", values));
  }

  /** The meanings it reads. */
  public MeaningSpace space() {
    return space;
  }

  /** Different symbols, which are 1 to this. */
  public int vocabulary() {
    return vocabulary;
  }

  /**
   * The chances of every value of every attribute.
   *
   * @param message symbols from 1 to the vocabulary, any number of them
   */
  @Override
  public double[][] scores(int[] message) {
    Arguments.present("message", message);
    double[] state = new double[unit.units()];
    for (int j = 0; j < message.length; j++) {
      Arguments.require(
          message[j] >= 1 && message[j] <= vocabulary,
          "message[%d] is %d: expected 1 to %d",
          j,
          message[j],
          vocabulary);
      state = unit.next(state, message[j] - 1);
    }
    double[] logits = GatedUnit.linear(valueColumns, valueBias, state);
    double[][] scores = new double[space.attributes()][];
    for (int a = 0; a < scores.length; a++) {
      scores[a] = GatedUnit.logSoftmax(logits, a * space.values(), space.values());
      for (int v = 0; v < scores[a].length; v++) {
        scores[a][v] = StrictMath.exp(scores[a][v]);
      }
    }
    return scores;
  }
}
