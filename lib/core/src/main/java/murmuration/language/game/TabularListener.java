package murmuration.language.game;

import murmuration.language.Listener;
import murmuration.math.Arguments;

/**
 * A listener that looks meanings up: one row of logits for each whole message and attribute. It
 * knows nothing of a message that it was never told, however like another it is. Immutable.
 */
public final class TabularListener implements Listener {
  private static final int MOST = 100_000_000;

  private final MeaningSpace space;
  private final int length;
  private final int vocabulary;
  private final double[] logits;

  private TabularListener(MeaningSpace space, int length, int vocabulary, double[] logits) {
    this.space = space;
    this.length = length;
    this.vocabulary = vocabulary;
    this.logits = logits;
  }

  /**
   * A listener with these logits.
   *
   * @param space the meanings
   * @param length symbols of a message, 1 or more
   * @param vocabulary different symbols, 1 or more; vocabulary^length is at most 1,000,000
   * @param logits message by attribute by value, flattened; messages are counted with their first
   *     symbol as the highest digit
   */
  public static TabularListener of(
      MeaningSpace space, int length, int vocabulary, double[] logits) {
    Arguments.present("space", space);
    Arguments.present("logits", logits);
    Arguments.require(length >= 1, "length is %d: expected 1 or more", length);
    Arguments.require(vocabulary >= 1, "vocabulary is %d: expected 1 or more", vocabulary);
    int messages = MeaningSpace.power(vocabulary, length, "messages");
    double size = (double) messages * space.attributes() * space.values();
    Arguments.require(
        size <= MOST && logits.length == size,
        "logits has %d values: expected %d x %d x %d, at most %d",
        logits.length,
        messages,
        space.attributes(),
        space.values(),
        MOST);
    Logits.checkRows("logits", logits, space.values());
    return new TabularListener(space, length, vocabulary, logits.clone());
  }

  /**
   * The chances of every value of every attribute; all equal where the message is none of this
   * listener's.
   */
  @Override
  public double[][] scores(int[] message) {
    double[][] scores = new double[space.attributes()][];
    int index = index(Arguments.present("message", message));
    for (int a = 0; a < scores.length; a++) {
      int row = (Math.max(index, 0) * scores.length + a) * space.values();
      scores[a] =
          index < 0
              ? Logits.probabilities(new double[space.values()], 0, space.values())
              : Logits.probabilities(logits, row, space.values());
    }
    return scores;
  }

  private int index(int[] message) {
    if (message.length != length) {
      return -1;
    }
    int index = 0;
    for (int symbol : message) {
      if (symbol < 0 || symbol >= vocabulary) {
        return -1;
      }
      index = index * vocabulary + symbol;
    }
    return index;
  }
}
