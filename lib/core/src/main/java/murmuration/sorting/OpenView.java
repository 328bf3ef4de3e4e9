package murmuration.sorting;

import murmuration.math.Arguments;
import murmuration.math.SplitMix64;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.CellView;

/** What one cell of an array sees; the same object is turned to each cell in turn. */
final class OpenView implements CellView {
  private final ArrayState state;
  private final SplitMix64 rng;
  private int cell;
  private int position;
  private int vision;
  private int givenCoin = -1;
  private long read;

  OpenView(ArrayState state, SplitMix64 rng) {
    this.state = state;
    this.rng = rng;
  }

  /** One turn of a cell, with its coin given (0 for right, 1 for left) or to be tossed (-1). */
  int target(int x, int coin) {
    Algotype algotype = turnTo(x);
    givenCoin = coin;
    if (algotype.shouldMove(this)) {
      state.compareAndSwap++;
    }
    int remembered = memory();
    read = 0;
    int q = algotype.target(this);
    state.reads += read;
    state.changed |= memory() != remembered;
    givenCoin = -1;
    if (q == position || !inside(q) || isBlocked(q)) {
      return ArrayState.STAY;
    }
    Arguments.require(
        Math.abs(q - position) <= vision,
        "%s swaps over %d positions: expected at most its vision of %d",
        algotype.name(),
        Math.abs(q - position),
        vision);
    return q;
  }

  boolean shouldMove(int x) {
    return turnTo(x).shouldMove(this);
  }

  boolean canAct(int x) {
    return turnTo(x).canAct(this);
  }

  private Algotype turnTo(int x) {
    Algotype algotype = state.algotype(x);
    cell = x;
    position = state.pos[x];
    vision = algotype.vision();
    return algotype;
  }

  @Override
  public int size() {
    return state.n;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public int value() {
    return state.value[cell];
  }

  @Override
  public boolean descending() {
    return state.goal[cell] == PairCode.ASCENT;
  }

  @Override
  public int valueAt(int p) {
    read++;
    return state.value[occupant(p)];
  }

  @Override
  public boolean isFrozen(int p) {
    return state.kind[occupant(p)] == ArrayState.FROZEN;
  }

  @Override
  public boolean isBlocked(int p) {
    return state.immovable && isFrozen(p);
  }

  private int occupant(int p) {
    Arguments.require(
        inside(p) && Math.abs(p - position) <= vision,
        "a cell at %d looks at position %d: expected 0 to %d, at most %d away",
        position,
        p,
        state.n - 1,
        vision);
    return state.at[p];
  }

  @Override
  public boolean coinRight() {
    return (givenCoin < 0 ? rng.coin() : givenCoin) == 0;
  }

  @Override
  public double chance() {
    return rng.nextDouble();
  }

  @Override
  public int memory() {
    return state.memory[cell];
  }

  @Override
  public void remember(int memory) {
    state.memory[cell] = memory;
  }

  @Override
  public boolean frozenOccupantsPushOn() {
    return state.conventions.selection() == SelectionFrozenRule.PUBLISHED;
  }
}
