package murmuration.language.game;

/** What a forager may do in a step. */
public enum GridAction {
  /** Stays where it is. */
  STAY(0, 0),
  /** A row up; stays at the border. */
  NORTH(-1, 0),
  /** A row down; stays at the border. */
  SOUTH(1, 0),
  /** A column left; stays at the border. */
  WEST(0, -1),
  /** A column right; stays at the border. */
  EAST(0, 1),
  /** Picks up; of use only where both do so at once. */
  PICK(0, 0);

  private final int down;
  private final int right;

  GridAction(int down, int right) {
    this.down = down;
    this.right = right;
  }

  /** Where this leads from a cell of a square grid. */
  int from(int cell, int side) {
    int row = Math.clamp(cell / side + (long) down, 0, side - 1);
    int column = Math.clamp(cell % side + (long) right, 0, side - 1);
    return row * side + column;
  }
}
