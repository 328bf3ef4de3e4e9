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

  /** Swaps with a neighbour chosen by a coin, whatever the values: what has no goal at all. */
  public static Algotype randomWalker() {
    return new RandomWalker();
  }

  /**
   * A bubble cell that does the opposite of what it should in a share of its turns: swaps where it
   * should stay, stays where it should swap. An array of them never rests; give the run a cap.
   *
   * @param noise that share, 0 to 1
   */
  public static Algotype noisy(double noise) {
    return new NoisyBubble(noise);
  }

  /** A bubble cell that looks again where it last swapped, until it looks in vain. */
  public static Algotype memory() {
    return new MemoryBubble();
  }

  /**
   * A bubble cell that sees several positions, and on the side of its coin swaps with the farthest
   * cell in sight that stands on the wrong side of it.
   *
   * @param sight positions, 1 or more; with 1 it is a bubble cell
   */
  public static Algotype vision(int sight) {
    return new FarSightedBubble(sight);
  }

  /**
   * A cell that takes only a share of its turns.
   *
   * @param algotype what it does in these
   * @param share that share, above 0 to 1
   */
  public static Algotype lazy(Algotype algotype, double share) {
    return new LazyCell(algotype, share);
  }
}
