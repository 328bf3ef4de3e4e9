package murmuration.math;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Local polynomials at a few vertices, joined by cubic Hermite polynomials of their values and
 * slopes (Cleveland and Grosse 1991, Computational methods for local regression).
 *
 * <p>The outer vertices lie 0.005 of the range beyond the times. A cell of more than {@code
 * floor(0.2 span n)} times is cut at the middle one, {@code t[floor((l + u)/2)]} counted from 1,
 * which stays with the left half.
 */
final class LoessBlend implements Smoother {
  private static final double MARGIN = 0.005;
  private static final double CELL = 0.2;

  private final double[] t;
  private final double[] vertices;
  private final int[] from;
  private final double[][] values;
  private final double[][] slopes;

  LoessBlend(double[] t, int q, double span, int degree) {
    this.t = t;
    int n = t.length;
    var set = new TreeSet<Double>();
    double margin = MARGIN * (t[n - 1] - t[0]);
    set.add(t[0] - margin);
    set.add(t[n - 1] + margin);
    cut(0, n - 1, (int) (n * span * CELL), set);
    vertices = set.stream().mapToDouble(v -> v).toArray();
    from = new int[vertices.length];
    values = new double[vertices.length][q];
    slopes = new double[vertices.length][q];
    var polynomial = new LocalPolynomial(t, degree);
    for (int v = 0, left = 0; v < vertices.length; v++) {
      double x = vertices[v];
      while (left + q < n && x > (t[left] + t[left + q]) / 2) {
        left++;
      }
      from[v] = left;
      double h = Math.max(x - t[left], t[left + q - 1] - x);
      polynomial.value(x, h, left, left + q, values[v]);
      polynomial.slope(x, h, left, left + q, slopes[v]);
    }
  }

  private void cut(int l, int u, int most, NavigableSet<Double> set) {
    if (u - l + 1 <= most) {
      return;
    }
    int middle = (l + u + 2) / 2 - 1;
    if (set.add(t[middle])) {
      cut(l, middle, most, set);
      cut(middle + 1, u, most, set);
    }
  }

  @Override
  public double[] smooth(double[] y) {
    Arguments.finite("y", y, 1);
    Arguments.require(
        y.length == t.length,
        "y has %d values: expected %d, one for each time",
        y.length,
        t.length);
    double centre = y[0];
    double[] value = new double[vertices.length];
    double[] slope = new double[vertices.length];
    for (int v = 0; v < vertices.length; v++) {
      for (int k = 0; k < values[v].length; k++) {
        double z = y[from[v] + k] - centre;
        value[v] += values[v][k] * z;
        slope[v] += slopes[v][k] * z;
      }
    }
    double[] smooth = new double[y.length];
    for (int i = 0, v = 0; i < y.length; i++) {
      while (t[i] > vertices[v + 1]) {
        v++;
      }
      double width = vertices[v + 1] - vertices[v];
      double u = (t[i] - vertices[v]) / width;
      double rest = 1 - u;
      smooth[i] =
          centre
              + rest * rest * (1 + 2 * u) * value[v]
              + u * u * (3 - 2 * u) * value[v + 1]
              + width * u * rest * (rest * slope[v] - u * slope[v + 1]);
    }
    return smooth;
  }
}
