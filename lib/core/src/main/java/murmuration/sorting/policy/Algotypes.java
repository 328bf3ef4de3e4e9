package murmuration.sorting.policy;

/** Algotypes by name. */
public final class Algotypes {
  /**
   * Looks left or right by the toss of a coin, and swaps if that neighbour stands on the wrong side
   * of it.
   */
  public static final Algotype BUBBLE = new Bubble();

  /** Once all on its left is in order, walks left to its place. */
  public static final Algotype INSERTION = new Insertion();

  /**
   * Tries the leftmost position, and where the occupant has a lower or equal value the next one,
   * until it displaces a higher value, at any distance.
   */
  public static final Algotype SELECTION = new Selection();

  private Algotypes() {}
}
