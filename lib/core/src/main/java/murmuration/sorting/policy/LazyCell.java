package murmuration.sorting.policy;

import murmuration.math.Arguments;

/** A cell that takes only a share of its turns, and follows another algotype in these. */
record LazyCell(Algotype algotype, double share) implements Algotype {
  LazyCell {
    Arguments.present("algotype", algotype);
    Arguments.require(share > 0 && share <= 1, "share is %s: expected above 0 to 1", share);
  }

  @Override
  public String name() {
    return "lazy " + algotype.name() + " (" + share + ")";
  }

  @Override
  public int vision() {
    return algotype.vision();
  }

  @Override
  public int target(CellView cell) {
    return cell.chance() < share ? algotype.target(cell) : cell.position();
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return algotype.shouldMove(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    return algotype.canAct(cell);
  }

  @Override
  public int memory(int size, boolean descending) {
    return algotype.memory(size, descending);
  }
}
