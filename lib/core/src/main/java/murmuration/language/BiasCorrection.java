package murmuration.language;

/**
 * What is done about the bias of entropies and informations taken from few records: counted shares
 * make independent things look dependent, by about {@code (V-1)(S-1)/(2 n ln 2)} bits for V and S
 * classes in n records.
 */
public enum BiasCorrection {
  /** Nothing: shares are taken for chances, as every peer does. */
  NONE("plug-in"),
  /** Each entropy grows by {@code (m-1)/2n} nats, m classes that occur (Miller 1955). */
  MILLER_MADOW("Miller-Madow"),
  /** From each information its exact mean under permutation is taken; it may fall below 0. */
  CHANCE("less the exact mean of chance"),
  /** From each information its mean over seeded permutations is taken; it may fall below 0. */
  SHUFFLED("less the mean of shuffles");

  private final String words;

  BiasCorrection(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
