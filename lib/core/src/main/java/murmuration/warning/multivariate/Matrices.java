package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.Locale;
import murmuration.math.Arguments;

/** Arrays of arrays: their shapes and their copies. */
final class Matrices {
  private Matrices() {}

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  static double[][][] copy(double[][][] matrices) {
    return Arrays.stream(matrices).map(Matrices::copy).toArray(double[][][]::new);
  }

  /** Refuses null and other shapes than {@code rows x columns}. */
  static double[][] shaped(String name, double[][] matrix, int rows, int columns) {
    Arguments.present(name, matrix);
    Arguments.require(
        matrix.length == rows, "%s has %d rows: expected %d", name, matrix.length, rows);
    for (double[] row : matrix) {
      Arguments.require(
          Arguments.present("a row of " + name, row).length == columns,
          "%s has a row of %d: expected %d columns",
          name,
          row.length,
          columns);
    }
    return matrix;
  }

  /** Refuses null and arrays of another length. */
  static double[] shaped(String name, double[] values, int length) {
    Arguments.require(
        Arguments.present(name, values).length == length,
        "%s has %d values: expected %d",
        name,
        values.length,
        length);
    return values;
  }

  /** {@code k x k} matrices, one for each of {@code count} places; refuses others. */
  static double[][][] shaped(String name, double[][][] matrices, int count, int k) {
    Arguments.require(
        Arguments.present(name, matrices).length == count,
        "%s has %d matrices: expected %d",
        name,
        matrices.length,
        count);
    for (double[][] matrix : matrices) {
      shaped(name, matrix, k, k);
    }
    return matrices;
  }

  /** A flat row-major matrix of {@code n x k} as rows. */
  static double[][] rows(double[] flat, int n, int k) {
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * k, (i + 1) * k));
    return rows;
  }

  static double[][] filled(int rows, int columns, double value) {
    double[][] filled = new double[rows][columns];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    return filled;
  }

  static double[] filled(int length, double value) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  /** The first and the last value that is not NaN, for a line of a summary. */
  static String ends(double[] along) {
    double[] held = Arrays.stream(along).filter(v -> !Double.isNaN(v)).toArray();
    return held.length == 0
        ? "no value"
        : String.format(
            Locale.ROOT,
            "first %.4g, last %.4g (n = %d)",
            held[0],
            held[held.length - 1],
            held.length);
  }
}
