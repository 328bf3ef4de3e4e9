package murmuration.sorting.policy;

/**
 * What a cell of a self-sorting array does when its turn comes: look around, and swap with one
 * other cell or with none. Implement it to add an algotype of your own; it must not change, since
 * many arrays on many threads share it, and draw all its chance from the {@link CellView}.
 *
 * <p>{@link Algotypes} has those of the published model and some more.
 */
public interface Algotype {
  /** Its name with its settings, such as {@code "noisy bubble (0.05)"}; equal names mean equal. */
  String name();

  /** How many positions away it can read; {@link Integer#MAX_VALUE} where it reads anywhere. */
  int vision();

  /**
   * The position that the cell swaps with on this turn; its own to stay. A cell that is frozen and
   * immovable cannot be swapped with, nor one outside the array: the turn then ends without a swap.
   */
  int target(CellView cell);

  /**
   * Whether the cell sees a reason to move: the published code counts a compare-and-swap step for
   * each turn that begins so. It must draw no random number and remember nothing.
   */
  boolean shouldMove(CellView cell);

  /**
   * Whether a turn could still change anything, now and without others moving: an array is at rest
   * when this is false for all. It must draw no random number and remember nothing.
   */
  boolean canAct(CellView cell);

  /** What the cell's {@linkplain CellView#memory() memory} holds at the start; 0 by default. */
  default int memory(int size, boolean descending) {
    return 0;
  }
}
