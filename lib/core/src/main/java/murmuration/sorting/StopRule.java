package murmuration.sorting;

/** When a run is over, besides its caps on swaps and activations. */
public enum StopRule {
  /** No neighbours are out of order; looked at before every activation. */
  SORTED,
  /** No cell can act any more; looked at every n activations. */
  QUIESCENT,
  /**
   * No cell that is not frozen sees a reason to move: the published code's rule, which takes no
   * notice of frozen neighbours and so ends early where these could still be moved; looked at every
   * n activations.
   */
  NO_SHOULD_MOVE
}
