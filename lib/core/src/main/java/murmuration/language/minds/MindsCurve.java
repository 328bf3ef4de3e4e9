package murmuration.language.minds;

import murmuration.math.Arguments;

/**
 * A quantity along a game.
 *
 * @param quantity what it is
 * @param part of which agent or modality, in words; empty where it has no parts
 * @param values one a round, finite
 */
public record MindsCurve(MindsQuantity quantity, String part, double[] values) {
  /** Checks the values and keeps its own copy. */
  public MindsCurve {
    Arguments.present("quantity", quantity);
    Arguments.present("part", part);
    Arguments.finite("values", values, 1);
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The mean of the last {@link MindsHistory#TAIL} rounds, or of all where there are fewer. */
  public double closing() {
    int from = Math.max(0, values.length - MindsHistory.TAIL);
    double sum = 0;
    for (int t = from; t < values.length; t++) {
      sum += values[t];
    }
    return sum / (values.length - from);
  }
}
