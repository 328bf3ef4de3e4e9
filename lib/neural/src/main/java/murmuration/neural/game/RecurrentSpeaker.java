package murmuration.neural.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.language.Speaker;
import murmuration.language.game.MeaningSpace;
import murmuration.math.Arguments;
import murmuration.neural.engine.ModelWeights;

/**
 * The sender of a reconstruction game as trained: a linear layer from the meaning to the first
 * state, a gated recurrent unit whose first input was learned and whose next are the symbols said,
 * a linear layer to the chances of the next symbol. Symbols count from 1, and 1 ends every message,
 * as in EGG. Needs no engine; immutable, for any number of threads.
 */
public final class RecurrentSpeaker implements Speaker {
  private static final int LAST = 1;

  private final MeaningSpace space;
  private final int length;
  private final int vocabulary;
  private final double[][] meaningColumns;
  private final double[] meaningBias;
  private final GatedUnit unit;
  private final double[][] symbolColumns;
  private final double[] symbolBias;

  RecurrentSpeaker(
      ModelWeights weights, MeaningSpace space, int length, int vocabulary, int width, int units) {
    this.space = space;
    this.length = length;
    this.vocabulary = vocabulary;
    int values = space.attributes() * space.values();
    meaningColumns = GatedUnit.columns(weights.get("sender.meaning.weight", units, values), values);
    meaningBias = GatedUnit.wide(weights.get("sender.meaning.bias", units));
    float[][] symbols = GatedUnit.rows(weights.get("sender.symbols", vocabulary, width), width);
    float[][] inputs = Arrays.copyOf(symbols, vocabulary + 1);
    inputs[vocabulary] = weights.get("sender.start", 1, width);
    unit = GatedUnit.of(weights, "sender", units, inputs);
    symbolColumns =
        GatedUnit.columns(weights.get("sender.output.weight", vocabulary, units), units);
    symbolBias = GatedUnit.wide(weights.get("sender.output.bias", vocabulary));
  }

  /** The meanings it can speak of. */
  public MeaningSpace space() {
    return space;
  }

  /** Symbols it says, without the one that ends every message. */
  public int length() {
    return length;
  }

  /** Different symbols, which are 1 to this. */
  public int vocabulary() {
    return vocabulary;
  }

  private double[] start(int[] meaning) {
    space.index(meaning); // refuses what is none of its meanings
    double[] state = meaningBias.clone();
    for (int a = 0; a < meaning.length; a++) {
      GatedUnit.add(state, 1, meaningColumns[a * space.values() + meaning[a]]);
    }
    return state;
  }

  /** Chooses a place in logarithms of chances. */
  private interface Choice {
    int of(double[] logChances, int position);
  }

  private int[] say(int[] meaning, Choice choice) {
    double[] state = start(meaning);
    int[] message = new int[length + 1];
    int before = vocabulary;
    for (int j = 0; j < length; j++) {
      state = unit.next(state, before);
      double[] logits = GatedUnit.linear(symbolColumns, symbolBias, state);
      before = choice.of(GatedUnit.logSoftmax(logits, 0, vocabulary), j);
      message[j] = before + 1;
    }
    message[length] = LAST;
    return message;
  }

  @Override
  public int[] speak(int[] meaning, RandomGenerator random) {
    Arguments.present("random", random);
    return say(
        meaning,
        (logChances, j) -> {
          double rest = random.nextDouble();
          int symbol = 0;
          while (symbol < vocabulary - 1) {
            rest -= StrictMath.exp(logChances[symbol]);
            if (rest < 0) {
              break;
            }
            symbol++;
          }
          return symbol;
        });
  }

  /** The likeliest symbol at each step, the first of equal ones. */
  @Override
  public int[] best(int[] meaning) {
    return say(
        meaning,
        (logChances, j) -> {
          int best = 0;
          for (int symbol = 1; symbol < vocabulary; symbol++) {
            best = logChances[symbol] > logChances[best] ? symbol : best;
          }
          return best;
        });
  }

  @Override
  public double logProbability(int[] meaning, int[] message) {
    Arguments.present("message", message);
    boolean possible = message.length == length + 1 && message[length] == LAST;
    for (int j = 0; j < length && possible; j++) {
      possible = message[j] >= 1 && message[j] <= vocabulary;
    }
    if (!possible) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sum = {0};
    say(
        meaning,
        (logChances, j) -> {
          sum[0] += logChances[message[j] - 1];
          return message[j] - 1;
        });
    return sum[0];
  }
}
