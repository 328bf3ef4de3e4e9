package murmuration.sorting;

import java.util.Arrays;
import java.util.List;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;

/**
 * An array of cells under way. Each pair of neighbours has a code, {@code pair[i]} for positions i
 * - 1 and i, which a swap renews for at most four pairs: so the cells decide, and descents and
 * pairs of like cells are counted, in constant time.
 */
final class ArrayState {
  static final int BUBBLE = 0;
  static final int INSERTION = 1;
  static final int SELECTION = 2;
  static final int OPEN = 3;
  static final int FROZEN = 4;

  /** No position. */
  static final int STAY = -1;

  private static final int TOUCHED = PairCode.TOUCHED;
  private static final int BLOCKED = PairCode.BLOCKED;
  private static final int DESCENT = PairCode.DESCENT;
  private static final int ASCENT = PairCode.ASCENT;

  final int n;
  final int[] value;
  final int[] type;

  /** Which entry of the mix each cell follows. */
  final int[] entry;

  final int[] goal;
  final int[] kind;
  final int[] memory;
  final int[] at;
  final int[] pos;
  final byte[] pair;

  /** The cell at each position: its value, its type, and whether it is an obstacle. */
  private final long[] word;

  final boolean immovable;
  final Conventions conventions;
  private final boolean plain;
  private final Algotype[] algotype;
  private final int[] ownKind;

  /** Pair i is no descent (ascent) between cells that are not frozen, for i below this. */
  private int calmDescent = 1;

  private int calmAscent = 1;
  private long counts;

  long swaps;
  long compareAndSwap;
  long reads;

  /** Whether anything changed since this was last set false. */
  boolean changed = true;

  ArrayState(CellStart start, AlgotypeMix mix, FrozenMode mode, Conventions conventions) {
    n = start.n();
    value = start.values();
    immovable = mode == FrozenMode.IMMOVABLE;
    this.conventions = conventions;
    plain = conventions.selection() == SelectionFrozenRule.PLAIN;
    type = new int[n];
    entry = start.types();
    goal = new int[n];
    kind = new int[n];
    ownKind = new int[n];
    memory = new int[n];
    algotype = new Algotype[n];
    at = new int[n];
    pos = new int[n];
    pair = new byte[n + PairCode.MARGIN];
    word = new long[n];
    fill(start, mix);
    for (int i = 1; i < n; i++) {
      refresh(i);
    }
  }

  private void fill(CellStart start, AlgotypeMix mix) {
    List<Algotype> algotypes = mix.algotypes();
    int[] labels = mix.types();
    int[] kinds = new int[algotypes.size()];
    Arrays.setAll(kinds, i -> kind(algotypes.get(i)));
    boolean[] descending = start.descending();
    boolean[] frozen = start.frozen();
    for (int x = 0; x < n; x++) {
      algotype[x] = algotypes.get(entry[x]);
      type[x] = labels[entry[x]];
      goal[x] = descending[x] ? ASCENT : DESCENT;
      ownKind[x] = kinds[entry[x]];
      kind[x] = frozen[x] ? FROZEN : ownKind[x];
      memory[x] = algotype[x].memory(n, descending[x]);
      at[x] = x;
      pos[x] = x;
      word[x] = word(x);
    }
  }

  private static int kind(Algotype algotype) {
    if (algotype.equals(Algotypes.BUBBLE)) {
      return BUBBLE;
    }
    if (algotype.equals(Algotypes.INSERTION)) {
      return INSERTION;
    }
    return algotype.equals(Algotypes.SELECTION) ? SELECTION : OPEN;
  }

  int descents() {
    return PairCode.descents(counts);
  }

  /** Pairs that ascend strictly: the error where the goal is descending order. */
  int ascents() {
    return PairCode.ascents(counts);
  }

  int samePairs() {
    return PairCode.samePairs(counts);
  }

  /** How many cells are of a kind now. */
  int count(int wanted) {
    int count = 0;
    for (int x = 0; x < n; x++) {
      count += kind[x] == wanted ? 1 : 0;
    }
    return count;
  }

  /** Whether all cells are of one kind now. */
  boolean isAll(int wanted) {
    return count(wanted) == n;
  }

  Algotype algotype(int x) {
    return algotype[x];
  }

  /** Freezes a cell, or lets it act again. */
  void freeze(int x, boolean frozen) {
    kind[x] = frozen ? FROZEN : ownKind[x];
    word[pos[x]] = word(x);
    renew(pos[x]);
  }

  void swap(int p, int q) {
    swaps++;
    changed = true;
    if (Math.abs(q - p) == 1) {
      swapNeighbours(Math.min(p, q));
    } else {
      exchange(p, q);
      renew(p);
      renew(q);
    }
  }

  /** Takes up an order that was changed in {@link #at} by so many swaps in all. */
  void settle(long swapsInAll) {
    swaps = swapsInAll;
    changed = true;
    for (int p = 0; p < n; p++) {
      pos[at[p]] = p;
      word[p] = word(at[p]);
    }
    for (int i = 1; i < n; i++) {
      refresh(i);
    }
    calm(0);
  }

  private void exchange(int p, int q) {
    int a = at[p];
    int b = at[q];
    at[p] = b;
    at[q] = a;
    pos[a] = q;
    pos[b] = p;
    long held = word[p];
    word[p] = word[q];
    word[q] = held;
  }

  /** Only three pairs change, and the middle one is turned round. */
  private void swapNeighbours(int low) {
    exchange(low, low + 1);
    long sum = counts;
    if (low > 0) {
      int code = PairCode.of(word[low - 1], word[low]);
      sum += PairCode.change(pair[low], code);
      pair[low] = (byte) code;
    }
    int middle = pair[low + 1];
    int turned = PairCode.turned(middle);
    sum += PairCode.change(middle, turned);
    pair[low + 1] = (byte) turned;
    if (low + 2 < n) {
      int code = PairCode.of(word[low + 1], word[low + 2]);
      sum += PairCode.change(pair[low + 2], code);
      pair[low + 2] = (byte) code;
    }
    counts = sum;
    calm(low);
  }

  private void renew(int p) {
    refresh(p);
    refresh(p + 1);
    calm(p);
    changed = true;
  }

  private void calm(int p) {
    calmDescent = Math.max(1, Math.min(calmDescent, p));
    calmAscent = Math.max(1, Math.min(calmAscent, p));
  }

  private void refresh(int i) {
    if (i > 0 && i < n) {
      int code = PairCode.of(word[i - 1], word[i]);
      counts += PairCode.change(pair[i], code);
      pair[i] = (byte) code;
    }
  }

  private long word(int x) {
    int obstacle = kind[x] != FROZEN ? 0 : immovable ? TOUCHED | BLOCKED : TOUCHED;
    return PairCode.word(value[x], type[x], obstacle);
  }

  /**
   * Where a bubble cell goes on its turn, or {@link #STAY}; counts its step and its read.
   *
   * @param coin 0 for right, 1 for left
   */
  int bubble(int x, int coin) {
    int p = pos[x];
    int wrong = goal[x];
    reads++;
    int wanted = PairCode.untouched(pair[p]) | PairCode.untouched(pair[p + 1]);
    compareAndSwap += (wanted & wrong) >>> (wrong - 1);
    return (PairCode.free(pair[p + 1 - coin]) & wrong) != 0 ? p + 1 - 2 * coin : STAY;
  }

  /** Where an insertion cell goes on its turn; counts its step and its reads. */
  int insertion(int x) {
    int p = pos[x];
    int wrong = goal[x];
    int breach = breach(wrong, p);
    reads += 1 + Math.min(p, breach + 1);
    if (breach < p) {
      return STAY;
    }
    int left = pair[p];
    compareAndSwap += (left & (wrong | TOUCHED)) == wrong ? 1 : 0;
    return (left & (wrong | BLOCKED)) == wrong ? p - 1 : STAY;
  }

  /** Where a selection cell goes on its turn; counts, and moves its ideal on. */
  int selection(int x) {
    int p = pos[x];
    int ideal = memory[x];
    reads++;
    if (p == ideal || ideal < 0 || ideal >= n) {
      return STAY;
    }
    compareAndSwap++;
    int next = goal[x] == DESCENT ? ideal + 1 : ideal - 1;
    int occupant = at[ideal];
    if (kind[occupant] == FROZEN && (immovable || !plain)) {
      memory[x] = next;
      changed = true;
      return !immovable && value[x] < value[occupant] ? ideal : STAY;
    }
    if (value[x] >= value[occupant]) {
      memory[x] = next;
      changed = true;
      return STAY;
    }
    return ideal;
  }

  /** The first position below p whose value breaks the order on its left, or p where none does. */
  int breach(int wrong, int p) {
    if (conventions.peerCompat() && wrong == ASCENT) {
      return peerBreach(p);
    }
    int i = PairCode.first(wrong, pair, wrong == DESCENT ? calmDescent : calmAscent, p);
    if (wrong == DESCENT) {
      calmDescent = Math.max(calmDescent, Math.min(i, Math.max(p, 1)));
    } else {
      calmAscent = Math.max(calmAscent, Math.min(i, Math.max(p, 1)));
    }
    return Math.min(i, p);
  }

  /** As {@link #breach} for descending order where a frozen cell counts as -1. */
  private int peerBreach(int p) {
    int last = Integer.MAX_VALUE;
    for (int i = 0; i < p; i++) {
      if (kind[at[i]] == FROZEN) {
        last = -1;
      } else if (value[at[i]] > last) {
        return i;
      } else {
        last = value[at[i]];
      }
    }
    return p;
  }

  /** Whether a cell of the published kinds sees a reason to move, for the peer's stop rule. */
  boolean shouldMove(int x) {
    return wouldMove(x, TOUCHED);
  }

  /** Whether a turn of a cell of the published kinds could change anything. */
  boolean canAct(int x) {
    return wouldMove(x, BLOCKED);
  }

  /** Whether turns of a cell change nothing but the coins that are tossed, until others move. */
  boolean isIdle(int x) {
    return kind[x] != OPEN && !canAct(x);
  }

  /** What a cell that cannot act reads on a turn. */
  int idleReads(int x) {
    return switch (kind[x]) {
      case FROZEN -> 0;
      case INSERTION -> 1 + Math.min(pos[x], breach(goal[x], pos[x]) + 1);
      default -> 1;
    };
  }

  private boolean wouldMove(int x, int obstacle) {
    int p = pos[x];
    int wrong = goal[x];
    int mask = wrong | obstacle;
    return switch (kind[x]) {
      case BUBBLE -> (pair[p] & mask) == wrong || (pair[p + 1] & mask) == wrong;
      case INSERTION -> (pair[p] & mask) == wrong && breach(wrong, p) == p;
      case SELECTION -> memory[x] != p && memory[x] >= 0 && memory[x] < n;
      default -> false;
    };
  }

  /** The value at each position. */
  int[] values() {
    return Arrays.stream(at).map(x -> value[x]).toArray();
  }
}
