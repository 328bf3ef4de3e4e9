package murmuration.sorting.policy;

/**
 * Waits until all to its left is in order, then walks left to its place. A frozen cell on the left
 * is compared with nothing, so that the order may break there.
 */
record Insertion() implements Algotype {
  @Override
  public String name() {
    return "insertion";
  }

  @Override
  public int vision() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int target(CellView cell) {
    return canAct(cell) ? cell.position() - 1 : cell.position();
  }

  @Override
  public boolean shouldMove(CellView cell) {
    int left = cell.position() - 1;
    return left >= 0 && !cell.isFrozen(left) && cell.before(left) && prefixSorted(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    int left = cell.position() - 1;
    return left >= 0 && !cell.isBlocked(left) && cell.before(left) && prefixSorted(cell);
  }

  private static boolean prefixSorted(CellView cell) {
    boolean compared = false;
    int last = 0;
    for (int i = 0; i < cell.position(); i++) {
      if (cell.isFrozen(i)) {
        compared = false;
        continue;
      }
      int value = cell.valueAt(i);
      if (compared && (cell.descending() ? value > last : value < last)) {
        return false;
      }
      compared = true;
      last = value;
    }
    return true;
  }
}
