package murmuration.language.signalling;

/** Which matches with the past count for a horizon. */
public enum HorizonRule {
  /** Every match at this horizon. */
  EVERY,
  /** A match only where no smaller horizon matches. */
  SMALLEST
}
