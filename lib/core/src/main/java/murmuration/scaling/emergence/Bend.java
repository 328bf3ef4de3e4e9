package murmuration.scaling.emergence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way for a law to bend: a third column beside constant and slope, with its derivative at both
 * ends of the range.
 *
 * @param design a row a model: 1, x, and the bend
 * @param first derivative of the bend at the smallest x
 * @param last derivative of the bend at the largest x
 */
record Bend(double[][] design, double first, double last) {
  /** A parabola, and a change of slope at each x but the ends: gradual and sudden bends. */
  static List<Bend> of(double[] x) {
    double[] distinct = Arrays.stream(x).sorted().distinct().toArray();
    int m = distinct.length;
    List<Bend> bends = new ArrayList<>();
    bends.add(
        new Bend(
            design(x, Arrays.stream(x).map(v -> v * v).toArray()),
            2 * distinct[0],
            2 * distinct[m - 1]));
    for (int k = 1; k < m - 1; k++) {
      double knot = distinct[k];
      bends.add(
          new Bend(design(x, Arrays.stream(x).map(v -> Math.max(0, v - knot)).toArray()), 0, 1));
    }
    return bends;
  }

  static double[][] line(double[] x) {
    return Arrays.stream(x).mapToObj(v -> new double[] {1, v}).toArray(double[][]::new);
  }

  private static double[][] design(double[] x, double[] bend) {
    double[][] design = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      design[i] = new double[] {1, x[i], bend[i]};
    }
    return design;
  }
}
