package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/** Matrices of the form steps x curves, and what is asked of them. */
final class Curves {
  private Curves() {}

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  static double[] column(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
  }

  static double[][] asColumn(double[] values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }

  /** A copy; refuses another shape, and NaN. */
  static double[][] checked(String name, double[][] rows, int n, int columns) {
    Arguments.present(name, rows);
    Arguments.require(rows.length == n, "%s has %d rows: expected %d", name, rows.length, n);
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      Arguments.finite(name + "[" + i + "]", rows[i], 0);
      Arguments.require(
          rows[i].length == columns,
          "%s[%d] has %d values: expected %d",
          name,
          i,
          rows[i].length,
          columns);
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  /** The number of columns of a matrix that has some, all rows as long. */
  static int columns(String name, double[][] rows) {
    Arguments.present(name, rows);
    Arguments.require(rows.length > 0, "%s has no rows: expected at least 1", name);
    Arguments.finite(name + "[0]", rows[0], 1);
    return rows[0].length;
  }
}
