package murmuration.language;

import murmuration.math.Arguments;

/**
 * How entropies and informations are estimated from counts.
 *
 * @param correction what is done about the bias of few records
 * @param shuffles permutations of {@link BiasCorrection#SHUFFLED}, 1 to 100,000; 0 for the others
 * @param seed seed of the permutations; without effect for the others
 */
public record EntropyEstimate(BiasCorrection correction, int shuffles, long seed) {
  private static final int MOST = 100_000;

  /** Checks the permutations. */
  public EntropyEstimate {
    Arguments.present("correction", correction);
    boolean shuffled = correction == BiasCorrection.SHUFFLED;
    Arguments.require(
        shuffled ? shuffles >= 1 && shuffles <= MOST : shuffles == 0,
        "shuffles is %d: expected %s",
        shuffles,
        shuffled ? "1 to " + MOST : "0");
  }

  /** Shares as they are counted. */
  public static EntropyEstimate plugIn() {
    return new EntropyEstimate(BiasCorrection.NONE, 0, 0);
  }

  /** Miller and Madow's correction. */
  public static EntropyEstimate millerMadow() {
    return new EntropyEstimate(BiasCorrection.MILLER_MADOW, 0, 0);
  }

  /** Information beyond what chance gives, by its exact mean over all permutations. */
  public static EntropyEstimate chanceCorrected() {
    return new EntropyEstimate(BiasCorrection.CHANCE, 0, 0);
  }

  /**
   * Information beyond what chance gives, by its mean over some permutations; {@link
   * #chanceCorrected} is the same without chance and usually faster.
   *
   * @param shuffles permutations, 1 to 100,000
   */
  public static EntropyEstimate shuffleCorrected(int shuffles, long seed) {
    return new EntropyEstimate(BiasCorrection.SHUFFLED, shuffles, seed);
  }

  /** In words. */
  @Override
  public String toString() {
    return correction == BiasCorrection.SHUFFLED
        ? "less the mean of " + shuffles + " shuffles"
        : correction.words();
  }
}
