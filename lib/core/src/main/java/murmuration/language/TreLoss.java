package murmuration.language;

/** How far a message may be from what its meaning's leaves add up to. */
public enum TreLoss {
  /** Sums of leaves against one-hot messages, absolute deviations added up; by linear programs. */
  ADDITIVE_L1("L1 distance of one-hot message and sum of leaves"),
  /** Sums of leaves against one-hot messages, length of the difference; by least squares. */
  ADDITIVE_L2("L2 distance of one-hot message and least-squares sum of leaves"),
  /**
   * Sums of leaves as logits of each position's symbol, nats of all records added up; convex.
   * Composition by a matrix an attribute comes to the same, as long as every leaf is free.
   */
  CROSS_ENTROPY("nats of all messages under the sum of leaves as logits");

  private final String words;

  TreLoss(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
