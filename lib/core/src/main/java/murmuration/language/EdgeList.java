package murmuration.language;

import java.util.Arrays;
import murmuration.math.Arguments;

/** Edges on their way into a {@link SocialGraph}. */
final class EdgeList {
  private static final int MOST = 4_000_000;

  private final int agents;
  private final int[] from;
  private final int[] to;
  private int count;

  /** Room for this many edges; more than four million are refused. */
  EdgeList(int agents, long most) {
    Arguments.require(most <= MOST, "the graph has %d edges: expected at most %d", most, MOST);
    this.agents = agents;
    this.from = new int[(int) most];
    this.to = new int[(int) most];
  }

  /** For each agent its neighbours, from {@code starts[i]} to before {@code starts[i + 1]}. */
  record Rows(int[] starts, int[] neighbours) {}

  void add(int i, int j) {
    from[count] = i;
    to[count++] = j;
  }

  /** Leads an edge from where it begins to another agent. */
  void lead(int edge, int j) {
    to[edge] = j;
  }

  int agents() {
    return agents;
  }

  int count() {
    return count;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /** The neighbours of each agent ascending, each once. */
  Rows rows() {
    int[] starts = new int[agents + 1];
    for (int e = 0; e < count; e++) {
      starts[from[e] + 1]++;
      starts[to[e] + 1]++;
    }
    for (int i = 0; i < agents; i++) {
      starts[i + 1] += starts[i];
    }
    int[] all = new int[2 * count];
    int[] next = Arrays.copyOf(starts, agents);
    for (int e = 0; e < count; e++) {
      all[next[from[e]]++] = to[e];
      all[next[to[e]]++] = from[e];
    }
    return withoutDoubles(starts, all);
  }

  private Rows withoutDoubles(int[] starts, int[] all) {
    int[] kept = new int[agents + 1];
    int end = 0;
    for (int i = 0; i < agents; i++) {
      Arrays.sort(all, starts[i], starts[i + 1]);
      kept[i] = end;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        if (end == kept[i] || all[end - 1] != all[k]) {
          all[end++] = all[k];
        }
      }
    }
    kept[agents] = end;
    return new Rows(kept, Arrays.copyOf(all, end));
  }
}
