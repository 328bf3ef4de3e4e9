package murmuration.warning;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A process without an approaching transition, fitted to a record: what chance alone would do.
 * Draws are made in parallel, so a model must not change after it is made.
 */
public interface NullModel {
  /** The length of the series it draws. */
  int size();

  /**
   * Draws a series.
   *
   * @param random the only source of chance
   * @param out the series, length {@link #size}; overwritten
   */
  void fill(RandomGenerator random, double[] out);

  /** What the null is and what was fitted, in one phrase without a full stop. */
  String words();

  /** What was fitted, by name; empty for a null that only rearranges the record. */
  Map<String, Double> parameters();
}
