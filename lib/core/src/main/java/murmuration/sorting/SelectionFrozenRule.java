package murmuration.sorting;

/** What a selection cell does about a frozen occupant of its ideal position that may be moved. */
public enum SelectionFrozenRule {
  /**
   * As published: its ideal moves one on at once; it also swaps if its value is lower. It then
   * stands left of its ideal, and may later move right.
   */
  PUBLISHED,
  /** It treats it like any other occupant. */
  PLAIN
}
