package murmuration.math;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The squared Fourier amplitudes of matrices of one size, any size; the transforms are planned
 * once. One object may be used by many threads.
 */
public final class PlaneSpectrum {
  private static final int MOST = 100_000_000;

  private final int rows;
  private final int columns;
  private final Spectrum alongRows;
  private final DoubleFFT_1D alongColumns;

  /**
   * Plans transforms of rows x columns values.
   *
   * @param rows number of rows, at least 1
   * @param columns number of columns, at least 1; at most 100 million cells
   */
  public PlaneSpectrum(int rows, int columns) {
    Arguments.require(
        rows >= 1 && columns >= 1 && (long) rows * columns <= MOST,
        "matrix of %d x %d: expected 1 to %d cells",
        rows,
        columns,
        MOST);
    this.rows = rows;
    this.columns = columns;
    alongRows = new Spectrum(columns);
    alongColumns = Transforms.fourier(rows);
  }

  /**
   * {@code |sum_{u,v} x_{uv} exp(-2 pi i (a u / rows + b v / columns))|^2} at {@code [a * columns +
   * b]}, a = 0 .. rows - 1, b = 0 .. columns - 1.
   *
   * @param x values, row by row, length rows * columns; finite
   */
  public double[] power(double[] x) {
    Arguments.finite("x", x, 1);
    Arguments.require(
        x.length == rows * columns, "x has %d values: expected %d", x.length, rows * columns);
    int half = columns / 2 + 1;
    double[][] bins = new double[half][2 * rows];
    double[] row = new double[columns];
    for (int u = 0; u < rows; u++) {
      Interruption.check("spectrum");
      System.arraycopy(x, u * columns, row, 0, columns);
      alongRows.forward(row);
      bins[0][2 * u] = row[0];
      for (int b = 1; b <= alongRows.inner(); b++) {
        bins[b][2 * u] = row[alongRows.real(b)];
        bins[b][2 * u + 1] = row[alongRows.imaginary(b)];
      }
      if (columns % 2 == 0) {
        bins[half - 1][2 * u] = row[1];
      }
    }
    double[] power = new double[rows * columns];
    for (int b = 0; b < half; b++) {
      Interruption.check("spectrum");
      double[] column = bins[b];
      alongColumns.complexForward(column);
      for (int a = 0; a < rows; a++) {
        double square = column[2 * a] * column[2 * a] + column[2 * a + 1] * column[2 * a + 1];
        power[a * columns + b] = square;
        if (b > 0) {
          power[(rows - a) % rows * columns + columns - b] = square;
        }
      }
    }
    return power;
  }
}
