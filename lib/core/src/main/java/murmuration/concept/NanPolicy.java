package murmuration.concept;

/** What is done with a checkpoint at which a value is missing (NaN). */
public enum NanPolicy {
  /** It is refused: the default. */
  REFUSE,
  /** The checkpoint is left out, for all concepts. */
  OMIT
}
