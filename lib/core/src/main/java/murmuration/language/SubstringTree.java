package murmuration.language;

import java.util.Arrays;

/**
 * The inner nodes of the suffix tree of some messages, from the order of their suffixes: every
 * substring that goes on in two ways, or goes on here and ends there, is a node. All others go on
 * in one way only, and have a branching entropy of 0. At most as many nodes as symbols.
 *
 * @param parent the node above each; -1 for the root, node 0
 * @param depth symbols of each node
 * @param count occurrences of each node, by weight
 * @param peer branching entropy of each node in bits, of all occurrences
 * @param renormalised the same of the occurrences that go on
 * @param above for each suffix in order, the deepest node at or above its end
 */
record SubstringTree(
    int[] parent, int[] depth, long[] count, double[] peer, double[] renormalised, int[] above) {

  /**
   * Builds it.
   *
   * @param order the suffixes
   * @param end where the message of each place of the text ends
   * @param upTo weight of the first i suffixes in order, one more value than suffixes
   */
  static SubstringTree of(SuffixOrder order, int[] end, long[] upTo) {
    return new Builder(order, end, upTo).build();
  }

  double[] entropies(BranchingRule rule) {
    return rule == BranchingRule.PEER ? peer : renormalised;
  }

  private static final class Builder {
    private final int[] suffixes;
    private final int[] shared;
    private final int[] end;
    private final long[] upTo;
    private final int n;
    private final int[] parent;
    private final int[] depth;
    private final int[] left;
    private final int[] right;
    private final int[] firstBreak;
    private final int[] lastBreak;
    private final int[] nextBreak;
    private final int[] nodeOfBreak;
    private int nodes;

    Builder(SuffixOrder order, int[] end, long[] upTo) {
      suffixes = order.suffixes();
      shared = order.shared();
      this.end = end;
      this.upTo = upTo;
      n = suffixes.length;
      parent = new int[n + 1];
      depth = new int[n + 1];
      left = new int[n + 1];
      right = new int[n + 1];
      firstBreak = new int[n + 1];
      lastBreak = new int[n + 1];
      nextBreak = new int[n + 1];
      nodeOfBreak = new int[n + 1];
    }

    SubstringTree build() {
      int[] stack = new int[n + 1];
      int top = 0;
      stack[0] = open(0, 0);
      parent[0] = -1;
      for (int i = 1; i < n; i++) {
        int from = i - 1;
        int closed = -1;
        while (depth[stack[top]] > shared[i]) {
          int node = stack[top--];
          close(node, i, closed);
          from = left[node];
          closed = node;
        }
        if (depth[stack[top]] < shared[i]) {
          stack[++top] = open(shared[i], from);
        }
        if (closed >= 0) {
          parent[closed] = stack[top];
        }
        breakAt(i, stack[top]);
      }
      for (int closed = -1; top >= 0; top--) {
        close(stack[top], n, closed);
        closed = stack[top];
      }
      return finished();
    }

    private int open(int symbols, int from) {
      depth[nodes] = symbols;
      left[nodes] = from;
      firstBreak[nodes] = n;
      lastBreak[nodes] = -1;
      return nodes++;
    }

    private void close(int node, int to, int closed) {
      right[node] = to;
      if (closed >= 0) {
        parent[closed] = node;
      }
    }

    private void breakAt(int i, int node) {
      if (lastBreak[node] < 0) {
        firstBreak[node] = i;
      } else {
        nextBreak[lastBreak[node]] = i;
      }
      nextBreak[i] = n;
      lastBreak[node] = i;
      nodeOfBreak[i] = node;
    }

    private SubstringTree finished() {
      long[] count = new long[nodes];
      double[] peer = new double[nodes];
      double[] renormalised = new double[nodes];
      long[] ways = new long[16];
      for (int v = 0; v < nodes; v++) {
        count[v] = upTo[right[v]] - upTo[left[v]];
        int many = 0;
        long goOn = 0;
        int from = left[v];
        for (int to = firstBreak[v]; from < right[v]; to = to >= right[v] ? to : nextBreak[to]) {
          int until = Math.min(to, right[v]);
          if (end[suffixes[from]] - suffixes[from] > depth[v]) {
            if (many == ways.length) {
              ways = Arrays.copyOf(ways, 2 * many);
            }
            ways[many] = upTo[until] - upTo[from];
            goOn += ways[many++];
          }
          from = until;
        }
        Arrays.sort(ways, 0, many); // equal shares give equal entropies to the last bit
        peer[v] = entropy(ways, many, count[v]);
        renormalised[v] = entropy(ways, many, goOn);
      }
      int[] above = new int[n];
      for (int i = 0; i < n; i++) {
        int before = i == 0 ? 0 : shared[i];
        int after = i == n - 1 ? 0 : shared[i + 1];
        above[i] = before >= after ? nodeOfBreak[i] : nodeOfBreak[i + 1];
      }
      return new SubstringTree(
          Arrays.copyOf(parent, nodes),
          Arrays.copyOf(depth, nodes),
          count,
          peer,
          renormalised,
          above);
    }
  }

  /** {@code -sum (w/total) log2 (w/total)} over the first {@code many} counts. */
  static double entropy(long[] ways, int many, long total) {
    double sum = 0;
    for (int i = 0; i < many; i++) {
      double share = (double) ways[i] / total;
      sum -= share * (Math.log(share) / Math.log(2));
    }
    return sum + 0.0;
  }
}
