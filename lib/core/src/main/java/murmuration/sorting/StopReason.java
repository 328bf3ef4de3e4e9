package murmuration.sorting;

/** Why a run ended. */
public enum StopReason {
  /** No neighbours were out of order. */
  SORTED,
  /** No cell could act any more. */
  QUIESCENT,
  /** No cell that was not frozen saw a reason to move. */
  NO_SHOULD_MOVE,
  /** The cap on swaps was reached. */
  MAX_SWAPS,
  /** The cap on activations was reached. */
  MAX_ACTIVATIONS,
  /** A fixed schedule came to its end. */
  SCHEDULE_END;

  /** Whether the cells had come to rest, and no cap or list ended the run. */
  public boolean isRest() {
    return this == SORTED || this == QUIESCENT || this == NO_SHOULD_MOVE;
  }
}
