package murmuration.plot;

/** The edges of cells around given centres. */
final class Cells {
  private Cells() {}

  /**
   * The n + 1 edges of n touching cells, half way between neighbours (in the logarithm on a
   * logarithmic axis); for bars the n pairs of edges of n equally wide cells.
   */
  static double[] edges(double[] centres, boolean log, boolean equal) {
    double[] c = new double[centres.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = log ? Math.log(centres[i]) : centres[i];
    }
    double[] edges = equal ? pairs(c) : between(c);
    for (int i = 0; log && i < edges.length; i++) {
      edges[i] = Math.exp(edges[i]);
    }
    return edges;
  }

  private static double[] pairs(double[] c) {
    double width = c.length == 1 ? 1 : Double.POSITIVE_INFINITY;
    for (int i = 1; i < c.length; i++) {
      width = Math.min(width, c[i] - c[i - 1]);
    }
    var edges = new double[2 * c.length];
    for (int i = 0; i < c.length; i++) {
      edges[2 * i] = c[i] - width / 2;
      edges[2 * i + 1] = c[i] + width / 2;
    }
    return edges;
  }

  private static double[] between(double[] c) {
    int n = c.length;
    var edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (c[i - 1] + c[i]) / 2;
    }
    edges[0] = n == 1 ? c[0] - 0.5 : c[0] - (c[1] - c[0]) / 2;
    edges[n] = n == 1 ? c[0] + 0.5 : c[n - 1] + (c[n - 1] - c[n - 2]) / 2;
    return edges;
  }
}
