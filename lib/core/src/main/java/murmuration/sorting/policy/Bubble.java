package murmuration.sorting.policy;

/** Tosses a coin for a side, and swaps with that neighbour if it stands on the wrong side. */
record Bubble() implements Algotype {
  @Override
  public String name() {
    return "bubble";
  }

  @Override
  public int vision() {
    return 1;
  }

  @Override
  public int target(CellView cell) {
    int p = cell.position();
    boolean right = cell.coinRight();
    int q = right ? p + 1 : p - 1;
    if (!cell.inside(q) || cell.isBlocked(q)) {
      return p;
    }
    return (right ? cell.after(q) : cell.before(q)) ? q : p;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    int p = cell.position();
    return (p > 0 && !cell.isFrozen(p - 1) && cell.before(p - 1))
        || (p < cell.size() - 1 && !cell.isFrozen(p + 1) && cell.after(p + 1));
  }

  @Override
  public boolean canAct(CellView cell) {
    int p = cell.position();
    return (p > 0 && !cell.isBlocked(p - 1) && cell.before(p - 1))
        || (p < cell.size() - 1 && !cell.isBlocked(p + 1) && cell.after(p + 1));
  }
}
