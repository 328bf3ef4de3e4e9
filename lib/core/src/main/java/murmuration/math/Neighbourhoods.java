package murmuration.math;

/**
 * The k nearest neighbours of each of n increasing times, itself among them.
 *
 * @param size neighbours k
 * @param from first neighbour of each time
 * @param radius distance of the farthest neighbour of each time
 */
record Neighbourhoods(int size, int[] from, double[] radius) {
  /** Slides along the times, one comparison a step; of two equally far neighbours the earlier. */
  static Neighbourhoods of(double[] t, int k) {
    int n = t.length;
    int[] from = new int[n];
    double[] radius = new double[n];
    int left = 0;
    for (int i = 0; i < n; i++) {
      while (left + k < n && t[i] > (t[left] + t[left + k]) / 2) {
        left++;
      }
      from[i] = left;
      radius[i] = Math.max(t[i] - t[left], t[left + k - 1] - t[i]);
    }
    return new Neighbourhoods(k, from, radius);
  }

  int to(int i) {
    return from[i] + size;
  }
}
