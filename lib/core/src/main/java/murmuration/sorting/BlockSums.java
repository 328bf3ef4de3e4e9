package murmuration.sorting;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of an ensemble's blocks of runs, joined two by two in the same tree whatever the order
 * in which blocks are done: so the result has the same bits for any number of threads, and no more
 * nodes wait than threads and levels of the tree have.
 */
final class BlockSums {
  /** A finished part: the blocks from {@code index << level}, {@code 1 << level} of them. */
  record Node(int level, int index) implements Comparable<Node> {
    int first() {
      return index << level;
    }

    boolean holds(int block) {
      return block >> level == index;
    }

    private Node sibling() {
      return new Node(level, index ^ 1);
    }

    /** By the first block, the larger part first. */
    @Override
    public int compareTo(Node other) {
      int order = Integer.compare(first(), other.first());
      return order != 0 ? order : Integer.compare(other.level, level);
    }
  }

  private final TreeMap<Node, EnsembleSums> nodes = new TreeMap<>();

  Map<Node, EnsembleSums> nodes() {
    return nodes;
  }

  boolean holds(int block) {
    var before = nodes.floorKey(new Node(0, block));
    return before != null && before.holds(block);
  }

  /** Adds a part, and joins it with its sibling as often as there is one. */
  void add(Node node, EnsembleSums sums) {
    var part = node;
    var sum = sums;
    while (true) {
      var other = nodes.remove(part.sibling());
      if (other == null) {
        nodes.put(part, sum);
        return;
      }
      boolean left = (part.index() & 1) == 0;
      var joined = left ? sum : other;
      joined.merge(left ? other : sum);
      sum = joined;
      part = new Node(part.level() + 1, part.index() >> 1);
    }
  }

  /** All parts joined, from the first to the last; called once, when all blocks are there. */
  EnsembleSums total() {
    var parts = nodes.values().iterator();
    var total = parts.next();
    while (parts.hasNext()) {
      total.merge(parts.next());
    }
    return total;
  }
}
