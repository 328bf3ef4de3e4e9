package murmuration.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Who may talk to whom: an undirected graph of agents 0 to n - 1, without loops and multiple edges.
 * Immutable. The complete graph takes no memory; all others keep two ints an edge, of which there
 * are at most 4,000,000.
 *
 * <pre>{@code
 * var village = SocialGraph.wattsStrogatz(1000, 8, 0.1, 1);
 * int friend = village.partner(0, Rng.of(1));
 * }</pre>
 */
public final class SocialGraph {
  private static final int MOST_AGENTS = 10_000_000;
  private static final int MOST_REWIRED = 1000;

  private final String name;
  private final int size;
  private final boolean complete;
  private final int[] starts;
  private final int[] neighbours;

  private SocialGraph(String name, int size, boolean complete, int[] starts, int[] neighbours) {
    this.name = name;
    this.size = size;
    this.complete = complete;
    this.starts = starts;
    this.neighbours = neighbours;
  }

  private static SocialGraph of(String name, EdgeList edges) {
    var rows = edges.rows();
    return new SocialGraph(name, edges.agents(), false, rows.starts(), rows.neighbours());
  }

  /**
   * Everybody may talk to everybody.
   *
   * @param agents n, 2 to 10,000,000
   */
  public static SocialGraph complete(int agents) {
    String name = "complete graph of " + checked(agents, 2);
    return new SocialGraph(name, agents, true, new int[0], new int[0]);
  }

  /**
   * A ring: each agent talks to the one on its left and the one on its right.
   *
   * @param agents n, 3 or more
   */
  public static SocialGraph ring(int agents) {
    return ring(agents, 2);
  }

  /**
   * A ring: each agent talks to its nearest ones, as many on its left as on its right.
   *
   * @param agents n, 3 or more
   * @param degree neighbours of each, even, 2 to n - 1
   */
  public static SocialGraph ring(int agents, int degree) {
    String name = String.format(Locale.ROOT, "ring of %d, %d neighbours each", agents, degree);
    return of(name, ringEdges(agents, degree));
  }

  /**
   * A square lattice whose sides are joined (a torus): each agent talks to the four next to it.
   * Agent {@code r * columns + c} stands in row r and column c.
   *
   * @param rows 3 or more
   * @param columns 3 or more
   */
  public static SocialGraph lattice(int rows, int columns) {
    Arguments.require(rows >= 3, "rows is %d: expected 3 or more", rows);
    Arguments.require(columns >= 3, "columns is %d: expected 3 or more", columns);
    long agents = (long) rows * columns;
    Arguments.require(
        agents <= MOST_AGENTS,
        "rows times columns is %d: expected at most %d agents",
        agents,
        MOST_AGENTS);
    var edges = new EdgeList((int) agents, 2 * agents);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        edges.add(r * columns + c, r * columns + (c + 1) % columns);
        edges.add(r * columns + c, (r + 1) % rows * columns + c);
      }
    }
    return of(String.format(Locale.ROOT, "lattice of %d x %d, periodic", rows, columns), edges);
  }

  /**
   * A small world of Watts and Strogatz (1998, Nature 393:440): a ring whose edges (i, i + j) are
   * taken in turn, by j and then by i, and with a chance led from i to an agent drawn at random
   * that is neither i nor its neighbour. An agent that knows everybody keeps its edge. The graph
   * may fall apart: see {@link #isConnected}.
   *
   * @param agents n, 3 or more
   * @param degree neighbours of each in the ring, even, 2 to n - 1 and to 1,000
   * @param rewired chance that an edge is led elsewhere, 0 to 1
   * @param seed of the random numbers
   */
  public static SocialGraph wattsStrogatz(int agents, int degree, double rewired, long seed) {
    Arguments.within("rewired", rewired, 0, 1);
    Arguments.require(
        degree <= MOST_REWIRED, "degree is %d: expected at most %d", degree, MOST_REWIRED);
    var edges = ringEdges(agents, degree);
    SmallWorld.rewire(edges, degree, rewired, Rng.of(seed));
    String name =
        String.format(
            Locale.ROOT,
            "small world of %d, %d neighbours each, rewired %s, seed %d",
            agents,
            degree,
            rewired,
            seed);
    return of(name, edges);
  }

  /**
   * The graph with these edges; an edge that is given more than once, either way round, counts
   * once.
   *
   * @param agents n, 2 to 10,000,000
   * @param edges pairs of different agents, each 0 to n - 1
   * @throws IllegalArgumentException naming the edge that is wrong
   */
  public static SocialGraph of(int agents, int[][] edges) {
    Arguments.present("edges", edges);
    var list = new EdgeList(checked(agents, 2), edges.length);
    for (int e = 0; e < edges.length; e++) {
      int[] edge = Arguments.present("edges[" + e + "]", edges[e]);
      Arguments.require(edge.length == 2, "edges[%d] has %d ends: expected 2", e, edge.length);
      for (int end : edge) {
        Arguments.require(
            end >= 0 && end < agents,
            "edges[%d] has the end %d: expected 0 to %d",
            e,
            end,
            agents - 1);
      }
      Arguments.require(
          edge[0] != edge[1], "edges[%d] joins %d to itself: expected two agents", e, edge[0]);
      list.add(edge[0], edge[1]);
    }
    return of(String.format(Locale.ROOT, "graph of %d, edges given", agents), list);
  }

  /** Agents. */
  public int size() {
    return size;
  }

  /** True where everybody may talk to everybody by construction. */
  public boolean isComplete() {
    return complete;
  }

  /** Edges, each counted once. */
  public long edgeCount() {
    return complete ? (long) size * (size - 1) / 2 : neighbours.length / 2;
  }

  /** Neighbours of an agent. */
  public int degree(int agent) {
    int i = checkedAgent(agent);
    return complete ? size - 1 : starts[i + 1] - starts[i];
  }

  /**
   * One neighbour of an agent; they are in ascending order.
   *
   * @param agent 0 to n - 1
   * @param k 0 to its degree - 1
   */
  public int neighbour(int agent, int k) {
    int degree = degree(agent);
    Arguments.require(k >= 0 && k < degree, "k is %d: expected 0 to %d", k, degree - 1);
    return complete ? (k < agent ? k : k + 1) : neighbours[starts[agent] + k];
  }

  /** The neighbours of an agent, ascending. */
  public int[] neighbours(int agent) {
    int degree = degree(agent);
    if (!complete) {
      return Arrays.copyOfRange(neighbours, starts[agent], starts[agent + 1]);
    }
    int[] all = new int[degree];
    for (int k = 0; k < degree; k++) {
      all[k] = k < agent ? k : k + 1;
    }
    return all;
  }

  /**
   * A neighbour of an agent, each with the same chance.
   *
   * @param agent 0 to n - 1, with a neighbour
   * @param random where chance comes from
   */
  public int partner(int agent, RandomGenerator random) {
    Arguments.present("random", random);
    int degree = degree(agent);
    Arguments.require(degree > 0, "agent %d has no neighbour: expected one to talk to", agent);
    int k = random.nextInt(degree);
    return complete ? (k < agent ? k : k + 1) : neighbours[starts[agent] + k];
  }

  /** True where every agent is reached from every other along edges. */
  public boolean isConnected() {
    return complete || reached() == size;
  }

  private int reached() {
    var seen = new BitSet(size);
    int[] queue = new int[size];
    int count = 1;
    seen.set(0);
    for (int head = 0; head < count; head++) {
      for (int e = starts[queue[head]]; e < starts[queue[head] + 1]; e++) {
        if (!seen.get(neighbours[e])) {
          seen.set(neighbours[e]);
          queue[count++] = neighbours[e];
        }
      }
    }
    return count;
  }

  /** What it is, in words. */
  @Override
  public String toString() {
    return name;
  }

  private static EdgeList ringEdges(int agents, int degree) {
    checked(agents, 3);
    Arguments.require(
        degree >= 2 && degree < agents && degree % 2 == 0,
        "degree is %d: expected an even number from 2 to %d",
        degree,
        agents - 1);
    var edges = new EdgeList(agents, (long) agents * (degree / 2));
    for (int j = 1; j <= degree / 2; j++) {
      for (int i = 0; i < agents; i++) {
        edges.add(i, (i + j) % agents);
      }
    }
    return edges;
  }

  private static int checked(int agents, int least) {
    Arguments.require(
        agents >= least && agents <= MOST_AGENTS,
        "agents is %d: expected %d to %d",
        agents,
        least,
        MOST_AGENTS);
    return agents;
  }

  private int checkedAgent(int agent) {
    Arguments.require(agent >= 0 && agent < size, "agent is %d: expected 0 to %d", agent, size - 1);
    return agent;
  }
}
