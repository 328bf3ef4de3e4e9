package murmuration.sorting.policy;

import murmuration.math.Arguments;

/** A bubble cell that does the opposite of what it should in a share of its turns. */
record NoisyBubble(double noise) implements Algotype {
  NoisyBubble {
    Arguments.within("noise", noise, 0, 1);
  }

  @Override
  public String name() {
    return "noisy bubble (" + noise + ")";
  }

  @Override
  public int vision() {
    return 1;
  }

  @Override
  public int target(CellView cell) {
    int p = cell.position();
    boolean right = cell.coinRight();
    boolean wrongly = cell.chance() < noise;
    int q = right ? p + 1 : p - 1;
    if (!cell.inside(q)) {
      return p;
    }
    boolean due = right ? cell.after(q) : cell.before(q);
    return due == wrongly ? p : q;
  }

  @Override
  public boolean shouldMove(CellView cell) {
    return Algotypes.BUBBLE.shouldMove(cell);
  }

  @Override
  public boolean canAct(CellView cell) {
    return noise > 0
        ? RandomWalker.isFree(cell, cell.position() - 1)
            || RandomWalker.isFree(cell, cell.position() + 1)
        : Algotypes.BUBBLE.canAct(cell);
  }
}
