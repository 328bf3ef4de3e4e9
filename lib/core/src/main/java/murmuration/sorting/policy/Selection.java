package murmuration.sorting.policy;

/**
 * Tries to take an ideal position, first the leftmost (the rightmost where it wants descending
 * order); where the occupant may not be displaced the ideal moves one on. What it remembers is the
 * ideal position; outside the array the cell has retired for good.
 */
record Selection() implements Algotype {
  @Override
  public String name() {
    return "selection";
  }

  @Override
  public int vision() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int memory(int size, boolean descending) {
    return descending ? size - 1 : 0;
  }

  @Override
  public int target(CellView cell) {
    int p = cell.position();
    int ideal = cell.memory();
    if (!cell.inside(ideal)) {
      return p;
    }
    int next = cell.descending() ? ideal - 1 : ideal + 1;
    if (cell.isFrozen(ideal) && (cell.isBlocked(ideal) || cell.frozenOccupantsPushOn())) {
      cell.remember(next);
      return !cell.isBlocked(ideal) && cell.value() < cell.valueAt(ideal) ? ideal : p;
    }
    if (p == ideal) {
      return p;
    }
    if (cell.value() >= cell.valueAt(ideal)) {
      cell.remember(next);
      return p;
    }
    return ideal;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return canAct(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    return cell.memory() != cell.position() && cell.inside(cell.memory());
  }
}
