package murmuration.language.corpus;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * Counts of all n-grams up to an order, in one pass. An n-gram is a node whose parent is the n-gram
 * without its last token; a node is found by (parent, token) in a table of packed longs with open
 * addressing. Node 0 is the empty n-gram, nodes 1 to V the single tokens, which need no table.
 *
 * <p>The count of a node of the highest order is how often it occurs; of a lower one, how many
 * different tokens come before it. That is counted as nodes appear: a new n-gram is one more token
 * before its own suffix.
 */
final class NgramTrie {
  private static final long FREE = -1;
  private static final int ROOT = 0;
  private static final int CHECKED = 1 << 16;

  final int order;
  final int vocabulary;
  private long[] keys;
  private int[] ids;
  private int capacity;
  int[] parent;
  int[] count;
  byte[] depth;
  int size;
  int kinds; // different single tokens

  NgramTrie(int[] tokens, int order, int vocabulary) {
    this.order = order;
    this.vocabulary = vocabulary;
    keys = new long[1 << 10];
    ids = new int[keys.length];
    Arrays.fill(keys, FREE);
    capacity = keys.length / 2;
    size = vocabulary + 1;
    parent = new int[size + 16];
    count = new int[size + 16];
    depth = new byte[size + 16];
    Arrays.fill(depth, 1, size, (byte) 1);
    count(tokens);
  }

  private void count(int[] tokens) {
    int[] last = new int[order + 1];
    boolean[] seen = new boolean[vocabulary];
    for (int j = 0; j < tokens.length; j++) {
      if (j % CHECKED == 0) {
        Interruption.check("counting n-grams");
      }
      int token = tokens[j];
      int longest = Math.min(j + 1, order);
      int fresh = order + 1; // n-grams of at least this length are new
      for (int n = longest; n >= 2; n--) {
        int before = size;
        last[n] = added(last[n - 1], token, n);
        fresh = size > before ? n : fresh;
      }
      last[1] = token + 1;
      kinds += seen[token] ? 0 : 1;
      seen[token] = true;
      for (int n = fresh; n <= longest; n++) {
        count[last[n - 1]]++;
      }
      if (longest == order) {
        count[last[order]]++;
      }
    }
  }

  /** The node of (parent, token), made if it is new. */
  private int added(int from, int token, int length) {
    long key = ((long) from << 32) | token;
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != FREE) {
      if (keys[at] == key) {
        return ids[at];
      }
      at = (at + 1) & mask;
    }
    int node = size++;
    if (node == parent.length) {
      int longer = (int) Math.min(Integer.MAX_VALUE - 8L, node + (node >> 1) + 16L);
      parent = Arrays.copyOf(parent, longer);
      count = Arrays.copyOf(count, longer);
      depth = Arrays.copyOf(depth, longer);
    }
    parent[node] = from;
    depth[node] = (byte) length;
    keys[at] = key;
    ids[at] = node;
    if (--capacity == 0) {
      grow();
    }
    return node;
  }

  /** The node of (parent, token), or -1. */
  int child(int from, int token) {
    if (from == ROOT) {
      return token + 1;
    }
    long key = ((long) from << 32) | token;
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != FREE) {
      if (keys[at] == key) {
        return ids[at];
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIds = ids;
    keys = new long[oldKeys.length * 2];
    ids = new int[keys.length];
    Arrays.fill(keys, FREE);
    capacity = keys.length / 2 - oldKeys.length / 2;
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = slot(oldKeys[i], mask);
        while (keys[at] != FREE) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        ids[at] = oldIds[i];
      }
    }
  }

  private static int slot(long key, int mask) {
    long z = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (z >>> 40 ^ z >>> 20) & mask;
  }
}
