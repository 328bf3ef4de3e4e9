package murmuration.scaling.emergence;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Standard normal numbers, one for each metric and model, that are correlated within a model as the
 * means of its items are: metrics of the same outputs err together. Different models err
 * independently, also where they share items; shared items make a curve smoother than that, so that
 * this can only raise a p.
 */
final class SharedChance {
  private static final double DEPENDENT = 1e-10;

  private final List<double[][]> roots;

  private SharedChance(List<double[][]> roots) {
    this.roots = roots;
  }

  /**
   * Correlations from the items.
   *
   * @param values {@code [metric][model][item]}
   */
  static SharedChance of(List<double[][]> values) {
    int models = values.getFirst().length;
    return new SharedChance(
        IntStream.range(0, models)
            .mapToObj(j -> root(correlation(values.stream().map(v -> v[j]).toList())))
            .toList());
  }

  private static double[][] correlation(List<double[]> values) {
    int k = values.size();
    double[][] correlation = new double[k][k];
    List<double[]> standard =
        k == 1 ? values : values.stream().map(SharedChance::standardised).toList();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        correlation[i][j] = product(standard.get(i), standard.get(j));
      }
      correlation[i][i] = 1;
    }
    return correlation;
  }

  /** Mean 0 and sum of squares 1; all 0 where the values are equal. */
  private static double[] standardised(double[] values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double squares = 0;
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean;
      squares += centred[i] * centred[i];
    }
    double size = Math.sqrt(squares);
    boolean equal = size <= 1e-12 * Math.abs(mean) * Math.sqrt(values.length);
    for (int i = 0; i < values.length; i++) {
      centred[i] = equal ? 0 : centred[i] / size;
    }
    return centred;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * The Cholesky root of a matrix that may be singular: dependent rows add nothing of their own.
   */
  private static double[][] root(double[][] matrix) {
    int k = matrix.length;
    double[][] root = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int l = 0; l < j; l++) {
          rest -= root[i][l] * root[j][l];
        }
        if (j < i) {
          root[i][j] = root[j][j] == 0 ? 0 : rest / root[j][j];
        } else {
          root[i][i] = rest > DEPENDENT ? Math.sqrt(rest) : 0;
        }
      }
    }
    return root;
  }

  /** A draw, {@code [metric][model]}. */
  double[][] next(RandomGenerator rng) {
    int metrics = roots.getFirst().length;
    double[][] draw = new double[metrics][roots.size()];
    double[] independent = new double[metrics];
    for (int model = 0; model < roots.size(); model++) {
      for (int k = 0; k < metrics; k++) {
        independent[k] = rng.nextGaussian();
      }
      for (int k = 0; k < metrics; k++) {
        draw[k][model] = product(roots.get(model)[k], independent);
      }
    }
    return draw;
  }
}
