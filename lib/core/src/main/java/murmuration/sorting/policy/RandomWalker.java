package murmuration.sorting.policy;

/** Swaps with a neighbour chosen by a coin, whatever the values. */
record RandomWalker() implements Algotype {
  @Override
  public String name() {
    return "random walker";
  }

  @Override
  public int vision() {
    return 1;
  }

  @Override
  public int target(CellView cell) {
    return cell.coinRight() ? cell.position() + 1 : cell.position() - 1;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return false;
  }

  @Override
  public boolean canAct(CellView cell) {
    return isFree(cell, cell.position() - 1) || isFree(cell, cell.position() + 1);
  }

  static boolean isFree(CellView cell, int position) {
    return cell.inside(position) && !cell.isBlocked(position);
  }
}
