package murmuration.sorting.policy;

/**
 * A bubble cell that looks again where it last swapped, and tosses a coin only after a look in
 * vain. It remembers 1 for right, -1 for left, 0 for neither.
 */
record MemoryBubble() implements Algotype {
  @Override
  public String name() {
    return "memory bubble";
  }

  @Override
  public int vision() {
    return 1;
  }

  @Override
  public int target(CellView cell) {
    int p = cell.position();
    int side = cell.memory();
    if (side == 0) {
      side = cell.coinRight() ? 1 : -1;
    }
    int q = p + side;
    boolean due =
        cell.inside(q) && !cell.isBlocked(q) && (side > 0 ? cell.after(q) : cell.before(q));
    cell.remember(due ? side : 0);
    return due ? q : p;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return Algotypes.BUBBLE.shouldMove(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    return Algotypes.BUBBLE.canAct(cell);
  }
}
