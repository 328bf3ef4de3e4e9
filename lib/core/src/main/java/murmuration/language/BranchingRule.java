package murmuration.language;

/** What the shares of a branching entropy are shares of. */
public enum BranchingRule {
  /**
   * Of all occurrences of the context, those that end a message too: shares may add up to less than
   * 1. The published code of Ueda et al. (2023) does this.
   */
  PEER,
  /** Of the occurrences that go on: shares add up to 1. */
  RENORMALISED
}
