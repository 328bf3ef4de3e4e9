package murmuration.language;

import java.util.random.RandomGenerator;

/** An agent that puts meanings into messages: tabular or neural. */
public interface Speaker {
  /**
   * One message about a meaning, drawn by the speaker's own probabilities.
   *
   * @param meaning a value per attribute
   * @param random where chance comes from
   */
  int[] speak(int[] meaning, RandomGenerator random);

  /** The message that the speaker prefers for a meaning. */
  int[] best(int[] meaning);

  /** The natural logarithm of the probability of this message for this meaning. */
  double logProbability(int[] meaning, int[] message);
}
