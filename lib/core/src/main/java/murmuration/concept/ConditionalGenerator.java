package murmuration.concept;

/**
 * A model that makes samples from a condition by way of an embedding of it. Whatever implements it
 * can be prompted, over-prompted and reached into by {@link Interventions}.
 *
 * <p>The embedding is the place in the network where the condition is represented and where a
 * latent intervention takes hold; {@link #decode} starts from there.
 */
public interface ConditionalGenerator {
  /**
   * The embedding of a condition.
   *
   * @param condition the condition vector, of the length that the model was trained with
   * @return a new array; always of the same length
   */
  float[] embed(float[] condition);

  /**
   * Samples from an embedding, which need not be that of any condition.
   *
   * @param embedding of the length that {@link #embed} gives
   * @param n number of samples, at least 1
   * @param seed seed of the noise that samples start from
   * @return n samples, one a row
   */
  float[][] decode(float[] embedding, int n, long seed);

  /**
   * Samples from a condition: a naive prompt.
   *
   * @param condition the condition vector
   * @param n number of samples, at least 1
   * @param seed seed of the noise that samples start from
   * @return n samples, one a row
   */
  default float[][] generate(float[] condition, int n, long seed) {
    return decode(embed(condition), n, seed);
  }
}
