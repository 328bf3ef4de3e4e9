package murmuration.language.game;

import java.util.random.RandomGenerator;
import murmuration.language.Speaker;
import murmuration.math.Arguments;

/**
 * A speaker that looks its symbols up: one row of logits for each meaning and position. Symbols of
 * a message are drawn independently, each with a chance proportional to e^logit. Immutable.
 */
public final class TabularSpeaker implements Speaker {
  private static final int MOST = 100_000_000;

  private final MeaningSpace space;
  private final int length;
  private final int vocabulary;
  private final double[] logits;

  private TabularSpeaker(MeaningSpace space, int length, int vocabulary, double[] logits) {
    this.space = space;
    this.length = length;
    this.vocabulary = vocabulary;
    this.logits = logits;
  }

  /**
   * A speaker with these logits.
   *
   * @param space the meanings
   * @param length symbols of a message, 1 or more
   * @param vocabulary different symbols, 1 or more
   * @param logits meaning by position by symbol, flattened; -Infinity for what is never said, with
   *     something finite in each row
   */
  public static TabularSpeaker of(MeaningSpace space, int length, int vocabulary, double[] logits) {
    Arguments.present("space", space);
    Arguments.present("logits", logits);
    Arguments.require(length >= 1, "length is %d: expected 1 or more", length);
    Arguments.require(vocabulary >= 1, "vocabulary is %d: expected 1 or more", vocabulary);
    double size = (double) space.size() * length * vocabulary;
    Arguments.require(
        size <= MOST && logits.length == size,
        "logits has %d values: expected %d x %d x %d, at most %d",
        logits.length,
        space.size(),
        length,
        vocabulary,
        MOST);
    Logits.checkRows("logits", logits, vocabulary);
    return new TabularSpeaker(space, length, vocabulary, logits.clone());
  }

  /** The meanings it can speak of. */
  public MeaningSpace space() {
    return space;
  }

  /** Symbols of a message. */
  public int length() {
    return length;
  }

  /** Different symbols. */
  public int vocabulary() {
    return vocabulary;
  }

  /**
   * The chances of the symbols at a position.
   *
   * @param meaning a value per attribute
   * @param position 0 to length - 1
   */
  public double[] probabilities(int[] meaning, int position) {
    Arguments.require(
        position >= 0 && position < length,
        "position is %d: expected 0 to %d",
        position,
        length - 1);
    return Logits.probabilities(logits, row(meaning, position), vocabulary);
  }

  @Override
  public int[] speak(int[] meaning, RandomGenerator random) {
    Arguments.present("random", random);
    int[] message = new int[length];
    for (int j = 0; j < length; j++) {
      double[] p = Logits.probabilities(logits, row(meaning, j), vocabulary);
      message[j] = Logits.draw(p, 0, vocabulary, random.nextDouble());
    }
    return message;
  }

  @Override
  public int[] best(int[] meaning) {
    int[] message = new int[length];
    for (int j = 0; j < length; j++) {
      message[j] = Logits.largest(logits, row(meaning, j), vocabulary);
    }
    return message;
  }

  @Override
  public double logProbability(int[] meaning, int[] message) {
    Arguments.present("message", message);
    if (message.length != length) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int j = 0; j < length; j++) {
      if (message[j] < 0 || message[j] >= vocabulary) {
        return Double.NEGATIVE_INFINITY;
      }
      int row = row(meaning, j);
      sum += logits[row + message[j]] - Logits.logSum(logits, row, vocabulary);
    }
    return sum;
  }

  private int row(int[] meaning, int position) {
    return (space.index(meaning) * length + position) * vocabulary;
  }
}
