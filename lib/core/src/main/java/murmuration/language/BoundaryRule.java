package murmuration.language;

/** Which boundaries of Harris' articulation scheme count. */
public enum BoundaryRule {
  /** Those inside the message, after its first and before its last symbol. */
  INSIDE,
  /**
   * Also those that the published code of Ueda et al. (2023) finds by running over the end: at the
   * length of the message, and one beyond it, which leaves an empty last segment.
   */
  PEER
}
