package murmuration.sorting.policy;

/**
 * What a cell knows on its turn: itself, its neighbourhood as far as its algotype's {@linkplain
 * Algotype#vision() vision} reaches, a coin, and one whole number that it may remember.
 */
public interface CellView {
  /** Cells in the array, n. */
  int size();

  /** Where the cell stands, 0 to n - 1. */
  int position();

  /** The cell's own value. */
  int value();

  /** Whether the cell wants descending order. */
  boolean descending();

  /** Whether this is a position of the array, 0 to n - 1. */
  default boolean inside(int position) {
    return position >= 0 && position < size();
  }

  /**
   * The value at a position; counted as a read.
   *
   * @throws IllegalArgumentException if it is outside the array or out of sight
   */
  int valueAt(int position);

  /** Whether the cell at a position is frozen, movable or not. */
  boolean isFrozen(int position);

  /** Whether the cell at a position is frozen and immovable. */
  boolean isBlocked(int position);

  /** Whether this cell belongs left of the one at a position. */
  default boolean before(int position) {
    int other = valueAt(position);
    return descending() ? value() > other : value() < other;
  }

  /** Whether this cell belongs right of the one at a position. */
  default boolean after(int position) {
    int other = valueAt(position);
    return descending() ? value() < other : value() > other;
  }

  /** A fair coin: true for right. Each call tosses it. */
  boolean coinRight();

  /** A random number from 0 to below 1. Each call draws one. */
  double chance();

  /** What the cell remembers. */
  int memory();

  /** Remembers a number. */
  void remember(int memory);

  /**
   * Whether frozen occupants that may be moved are an obstacle to selection cells, as published.
   */
  boolean frozenOccupantsPushOn();
}
