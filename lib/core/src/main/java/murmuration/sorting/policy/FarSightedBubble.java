package murmuration.sorting.policy;

import murmuration.math.Arguments;

/**
 * A bubble cell that sees several positions: on the side of its coin it swaps with the farthest
 * cell in sight that stands on the wrong side of it. With a sight of 1 it is a bubble cell.
 */
record FarSightedBubble(int sight) implements Algotype {
  FarSightedBubble {
    Arguments.require(sight >= 1, "sight is %d: expected 1 or more positions", sight);
  }

  @Override
  public String name() {
    return "bubble of vision " + sight;
  }

  @Override
  public int vision() {
    return sight;
  }

  @Override
  public int target(CellView cell) {
    return farthest(cell, cell.coinRight() ? 1 : -1);
  }

  private int farthest(CellView cell, int side) {
    int p = cell.position();
    int reach = Math.min(sight, side > 0 ? cell.size() - 1 - p : p);
    for (int distance = reach; distance > 0; distance--) {
      int q = p + side * distance;
      if (!cell.isBlocked(q) && (side > 0 ? cell.after(q) : cell.before(q))) {
        return q;
      }
    }
    return p;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return canAct(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    int p = cell.position();
    return farthest(cell, 1) != p || farthest(cell, -1) != p;
  }
}
