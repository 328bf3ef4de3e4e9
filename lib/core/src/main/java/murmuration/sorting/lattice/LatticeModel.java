package murmuration.sorting.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Interruption;
import murmuration.math.SplitMix64;
import murmuration.sorting.FrozenMode;

/** A plane of cells under way; cell k of a row-by-row list stands at row k / columns. */
final class LatticeModel {
  private static final int STAY = -1;
  private static final int RIGHT = 0;
  private static final int LEFT = 1;
  private static final int BELOW = 2;
  private static final int SIDES = 4;
  private static final int MOST_SAMPLES = 2000;

  private final SplitMix64 rng;
  private final int rows;
  private final int columns;
  private final int n;
  private final long maxSwaps;
  private final boolean immovable;
  private final LatticeAlgotype[] algotypes;
  private final int[] value;
  private final int[] type;
  private final boolean[] frozen;
  private final List<double[]> samples = new ArrayList<>();
  private long samplingEvery = 1;
  private long swaps;
  private long activations;

  LatticeModel(LatticeSort sort, SplitMix64 rng) {
    this.rng = rng;
    rows = sort.rows();
    columns = sort.columns();
    n = sort.cells();
    maxSwaps = sort.maxSwaps();
    immovable = sort.mode() == FrozenMode.IMMOVABLE;
    algotypes = sort.algotypes().toArray(LatticeAlgotype[]::new);
    value = IntStream.range(0, n).toArray();
    rng.shuffle(value);
    type = IntStream.range(0, n).map(i -> i % algotypes.length).toArray();
    rng.shuffle(type);
    frozen = new boolean[n];
    for (int missing = sort.frozen(); missing > 0; ) {
      int k = rng.bounded(n);
      missing -= frozen[k] ? 0 : 1;
      frozen[k] = true;
    }
  }

  long swaps() {
    return swaps;
  }

  long activations() {
    return activations;
  }

  int[][] values() {
    return matrix(value);
  }

  int[][] types() {
    return matrix(type);
  }

  private int[][] matrix(int[] list) {
    return IntStream.range(0, rows)
        .mapToObj(r -> Arrays.copyOfRange(list, r * columns, (r + 1) * columns))
        .toArray(int[][]::new);
  }

  /** Time in sweeps and pairs out of order, at equal distances or nearly so. */
  double[][] samples() {
    return samples.toArray(double[][]::new);
  }

  /** Runs until no cell can act, looking once a sweep, or until the cap. */
  void run() {
    sample();
    while (swaps < maxSwaps && canAct()) {
      for (int i = 0; i < n && swaps < maxSwaps; i++) {
        act(rng.bounded(n));
      }
      Interruption.check("a run of a lattice");
      if (activations / n % samplingEvery == 0) {
        sample();
      }
    }
    sample();
  }

  private void sample() {
    if (samples.size() == MOST_SAMPLES) {
      for (int i = MOST_SAMPLES - 1; i > 0; i -= 2) {
        samples.remove(i);
      }
      samplingEvery *= 2;
    }
    samples.add(new double[] {(double) activations / n, errors()});
  }

  private void act(int k) {
    activations++;
    if (frozen[k]) {
      return;
    }
    int target =
        switch (algotypes[type[k]]) {
          case BUBBLE -> wrong(k, rng.bounded(SIDES));
          case STEEPEST -> steepest(k);
          case ROW_FIRST -> rowFirst(k);
        };
    if (target != STAY) {
      swap(k, target);
    }
  }

  private int steepest(int k) {
    int best = STAY;
    for (int side = 0; side < SIDES; side++) {
      int other = wrong(k, side);
      if (other != STAY
          && (best == STAY
              || Math.abs(value[other] - value[k]) > Math.abs(value[best] - value[k]))) {
        best = other;
      }
    }
    return best;
  }

  private int rowFirst(int k) {
    int coin = rng.coin();
    if (wrong(k, RIGHT) != STAY || wrong(k, LEFT) != STAY) {
      return wrong(k, coin);
    }
    return wrong(k, BELOW + coin);
  }

  /** The neighbour on a side, where it stands on the wrong one and can be moved. */
  private int wrong(int k, int side) {
    int other = neighbour(k, side);
    if (other == STAY || (immovable && frozen[other])) {
      return STAY;
    }
    boolean after = side == RIGHT || side == BELOW;
    return (after ? value[k] > value[other] : value[k] < value[other]) ? other : STAY;
  }

  private int neighbour(int k, int side) {
    int column = k % columns;
    return switch (side) {
      case RIGHT -> column < columns - 1 ? k + 1 : STAY;
      case LEFT -> column > 0 ? k - 1 : STAY;
      case BELOW -> k + columns < n ? k + columns : STAY;
      default -> k >= columns ? k - columns : STAY;
    };
  }

  private void swap(int a, int b) {
    int held = value[a];
    value[a] = value[b];
    value[b] = held;
    held = type[a];
    type[a] = type[b];
    type[b] = held;
    boolean cold = frozen[a];
    frozen[a] = frozen[b];
    frozen[b] = cold;
    swaps++;
  }

  private boolean canAct() {
    for (int k = 0; k < n; k++) {
      for (int side = 0; side < SIDES && !frozen[k]; side++) {
        if (wrong(k, side) != STAY) {
          return true;
        }
      }
    }
    return false;
  }

  /** Pairs of neighbours, in rows and in columns, that are out of order. */
  int errors() {
    int errors = 0;
    for (int k = 0; k < n; k++) {
      int right = neighbour(k, RIGHT);
      int below = neighbour(k, BELOW);
      errors += right != STAY && value[k] > value[right] ? 1 : 0;
      errors += below != STAY && value[k] > value[below] ? 1 : 0;
    }
    return errors;
  }

  /** The share of pairs of neighbours that are of one algotype; NaN for a lone cell. */
  double likeNeighbours() {
    int like = 0;
    int pairs = 0;
    for (int k = 0; k < n; k++) {
      for (int other : new int[] {neighbour(k, RIGHT), neighbour(k, BELOW)}) {
        pairs += other == STAY ? 0 : 1;
        like += other != STAY && type[k] == type[other] ? 1 : 0;
      }
    }
    return pairs == 0 ? Double.NaN : (double) like / pairs;
  }
}
