package murmuration.sorting;

/** How turns are drawn. */
public enum EngineKind {
  /** Every turn, draw for draw as the model prescribes: a seed gives the run of the reference. */
  EXACT,
  /**
   * Only turns that change something, for the uniform and the burst schedule: what all counts and
   * states are, idle turns too, has the same law, but a seed gives another run.
   */
  REJECTION_FREE
}
