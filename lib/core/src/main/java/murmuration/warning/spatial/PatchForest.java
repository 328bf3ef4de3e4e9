package murmuration.warning.spatial;

/** Occupied cells joined into patches by union-find with path halving: O(N) but for a constant. */
record PatchForest(int[] parents) {
  private static final int EMPTY = -1;

  static PatchForest of(Landscape landscape, Neighbourhood neighbourhood, boolean wrap) {
    double[] x = landscape.shared();
    int rows = landscape.rows();
    int columns = landscape.columns();
    int[] parents = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      parents[i] = x[i] == 0 ? EMPTY : i;
    }
    var forest = new PatchForest(parents);
    boolean corners = neighbourhood == Neighbourhood.EIGHT;
    for (int i = 0; i < rows; i++) {
      boolean hasNext = i + 1 < rows || wrap;
      int next = (i + 1) % rows * columns;
      for (int j = 0; j < columns; j++) {
        int here = i * columns + j;
        if (parents[here] == EMPTY) {
          continue;
        }
        boolean hasRight = j + 1 < columns || wrap;
        int right = (j + 1) % columns;
        if (hasRight) {
          forest.join(here, i * columns + right);
        }
        if (hasNext) {
          forest.join(here, next + j);
        }
        if (corners && hasNext && hasRight) {
          forest.join(here, next + right);
        }
        if (corners && hasNext && (j > 0 || wrap)) {
          forest.join(here, next + (j + columns - 1) % columns);
        }
      }
    }
    return forest;
  }

  private void join(int a, int b) {
    if (parents[b] == EMPTY) {
      return;
    }
    int first = root(a);
    int second = root(b);
    if (first < second) {
      parents[second] = first;
    } else {
      parents[first] = second;
    }
  }

  private int root(int cell) {
    int at = cell;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /**
   * 0 where empty, else 1, 2, ... in the order of first cells; a root is the first of its patch.
   */
  int[] labels() {
    int[] labels = new int[parents.length];
    int patches = 0;
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] != EMPTY) {
        int root = root(i);
        labels[i] = root == i ? ++patches : labels[root];
      }
    }
    return labels;
  }
}
