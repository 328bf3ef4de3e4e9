package murmuration.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Decision trees in one line of nodes, so that predictions need no class of Smile. A tree's nodes
 * stand in preorder; an inner node holds its feature, its threshold and where its right child is
 * (the left one follows it); a leaf holds its value. A record goes left where {@code feature <=
 * threshold}.
 */
final class TreeEnsemble {
  private static final int LEAF = 255;
  private static final int MOST_NODES = 10_000_000;

  private final int[] roots;
  private final int[] feature;
  private final float[] value;
  private final int[] right;

  TreeEnsemble(int[] roots, int[] feature, float[] value) {
    this.roots = roots.clone();
    this.feature = feature.clone();
    this.value = value.clone();
    right = new int[feature.length];
    for (int root : roots) {
      link(root);
    }
  }

  /** The first node after the subtree at {@code node}. */
  private int link(int node) {
    if (feature[node] == LEAF) {
      return node + 1;
    }
    right[node] = link(node + 1);
    return link(right[node]);
  }

  int trees() {
    return roots.length;
  }

  int nodes() {
    return feature.length;
  }

  /** The sum of the leaves that a record falls into. */
  double sum(double[] x) {
    double sum = 0;
    for (int root : roots) {
      int node = root;
      while (feature[node] != LEAF) {
        node = (float) x[feature[node]] <= value[node] ? node + 1 : right[node];
      }
      sum += value[node];
    }
    return sum;
  }

  /** How often each feature is asked, as a share of all questions. */
  double[] use(int features) {
    double[] share = new double[features];
    int inner = 0;
    for (int f : feature) {
      if (f != LEAF) {
        share[f]++;
        inner++;
      }
    }
    for (int i = 0; i < features; i++) {
      share[i] /= Math.max(1, inner);
    }
    return share;
  }

  /** Five bytes a node, the trees one after the other: where one ends is in its own form. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(roots.length);
    out.writeInt(feature.length);
    for (int f : feature) {
      out.writeByte(f);
    }
    for (float v : value) {
      out.writeFloat(v);
    }
  }

  static TreeEnsemble read(DataInputStream in) throws IOException {
    int trees = in.readInt();
    int nodes = in.readInt();
    Arguments.require(
        trees >= 1 && nodes >= trees && nodes <= MOST_NODES, "%d trees of %d nodes", trees, nodes);
    int[] feature = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      feature[i] = in.readUnsignedByte();
    }
    float[] value = new float[nodes];
    for (int i = 0; i < nodes; i++) {
      value[i] = in.readFloat();
    }
    return new TreeEnsemble(roots(feature, trees), feature, value);
  }

  /** In preorder a tree ends where as many leaves as inner nodes, and one more, have passed. */
  private static int[] roots(int[] feature, int trees) {
    int[] roots = new int[trees];
    int node = 0;
    for (int t = 0; t < trees; t++) {
      roots[t] = node;
      for (int open = 1; open > 0; node++) {
        open += feature[node] == LEAF ? -1 : 1;
      }
    }
    return roots;
  }

  /** Gathers nodes in preorder. */
  static final class Builder {
    private int[] roots = new int[0];
    private int[] feature = new int[64];
    private float[] value = new float[64];
    private int nodes;

    void tree() {
      roots = Arrays.copyOf(roots, roots.length + 1);
      roots[roots.length - 1] = nodes;
    }

    void inner(int f, float threshold) {
      add(f, threshold);
    }

    void leaf(float v) {
      add(LEAF, v);
    }

    private void add(int f, float v) {
      if (nodes == feature.length) {
        feature = Arrays.copyOf(feature, 2 * nodes);
        value = Arrays.copyOf(value, 2 * nodes);
      }
      feature[nodes] = f;
      value[nodes++] = v;
    }

    TreeEnsemble build() {
      return new TreeEnsemble(roots, Arrays.copyOf(feature, nodes), Arrays.copyOf(value, nodes));
    }
  }
}
