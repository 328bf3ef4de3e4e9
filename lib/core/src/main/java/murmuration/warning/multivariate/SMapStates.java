package murmuration.warning.multivariate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The states of an S-map, from which each next one is regressed; shared between threads. */
final class SMapStates {
  /** Below this share of a variance what is left of it is solved for by QR instead. */
  private static final double POOR = 1e-6;

  private static final double SINGULAR = 1e-12;

  final int k;
  private final int n;
  private final double[] z;
  private final int[] library;

  /** Standardised columns, row-major; states are the complete rows before complete rows. */
  SMapStates(MultivariateSeries standardised) {
    k = standardised.width();
    n = standardised.size();
    z = standardised.flat();
    boolean[] complete = new boolean[n];
    for (int i = 0; i < n; i++) {
      int row = i * k;
      complete[i] = IntStream.range(row, row + k).noneMatch(at -> Double.isNaN(z[at]));
    }
    library = IntStream.range(0, n - 1).filter(i -> complete[i] && complete[i + 1]).toArray();
  }

  int size() {
    return library.length;
  }

  /** The sample of state number {@code index}. */
  int sample(int index) {
    return library[index];
  }

  /** What followed state number {@code index} in column j. */
  double next(int index, int j) {
    return z[(library[index] + 1) * k + j];
  }

  /** A regression around one state, left out itself; for one thread. */
  final class Around {
    final double[] slopes = new double[k * k];
    final double[] prediction = new double[k];
    private final int state;
    private final double[] distances = new double[library.length];
    private final double[] weights = new double[library.length];
    private final double[] inner = new double[k * k];
    private final double[] centre = new double[k];
    private final double[] target = new double[k];
    private double nearest = Double.POSITIVE_INFINITY;
    private double meanDistance;

    Around(int index) {
      state = index;
      int own = library[index] * k;
      for (int s = 0; s < library.length; s++) {
        double square = 0;
        for (int j = 0; j < k; j++) {
          double d = z[library[s] * k + j] - z[own + j];
          square += d * d;
        }
        distances[s] = Math.sqrt(square);
        if (s != index) {
          nearest = Math.min(nearest, distances[s]);
          meanDistance += distances[s] / (library.length - 1);
        }
      }
    }

    /** Fits {@code x(s+1) = c + J x(s)} with weights {@code exp(-theta d_s / mean d)}. */
    void fit(double theta) {
      weigh(theta);
      Arrays.fill(inner, 0);
      Arrays.fill(slopes, 0);
      for (int s = 0; s < library.length; s++) {
        int row = library[s] * k;
        for (int a = 0; a < k; a++) {
          double u = weights[s] * (z[row + a] - centre[a]);
          for (int b = 0; b <= a; b++) {
            inner[a * k + b] += u * (z[row + b] - centre[b]);
          }
          double v = weights[s] * (z[row + k + a] - target[a]);
          for (int b = 0; b < k; b++) {
            slopes[a * k + b] += v * (z[row + b] - centre[b]);
          }
        }
      }
      if (Cholesky.factor(inner, k, POOR)) {
        Cholesky.divide(slopes, inner, k);
      } else {
        solveByQr();
      }
      for (int a = 0; a < k; a++) {
        prediction[a] = target[a];
        for (int b = 0; b < k; b++) {
          prediction[a] += slopes[a * k + b] * (z[library[state] * k + b] - centre[b]);
        }
      }
    }

    /** Squared weights, relative to that of the nearest state, and the weighted means. */
    private void weigh(double theta) {
      double total = 0;
      Arrays.fill(centre, 0);
      Arrays.fill(target, 0);
      for (int s = 0; s < library.length; s++) {
        double far = meanDistance > 0 ? (distances[s] - nearest) / meanDistance : 0;
        weights[s] = s == state ? 0 : theta == 0 ? 1 : Math.exp(-2 * theta * far);
        total += weights[s];
        int row = library[s] * k;
        for (int j = 0; j < k; j++) {
          centre[j] += weights[s] * z[row + j];
          target[j] += weights[s] * z[row + k + j];
        }
      }
      for (int j = 0; j < k; j++) {
        centre[j] /= total;
        target[j] /= total;
      }
    }

    private void solveByQr() {
      int m = library.length;
      var x = new DMatrixRMaj(m, k);
      var y = new DMatrixRMaj(m, k);
      for (int s = 0; s < m; s++) {
        double w = Math.sqrt(weights[s]);
        for (int j = 0; j < k; j++) {
          x.set(s, j, w * (z[library[s] * k + j] - centre[j]));
          y.set(s, j, w * (z[(library[s] + 1) * k + j] - target[j]));
        }
      }
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(m, k);
      var solution = new DMatrixRMaj(k, k);
      if (!solver.setA(x) || !(solver.quality() > SINGULAR)) {
        Arrays.fill(slopes, Double.NaN);
        return;
      }
      solver.solve(y, solution);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          slopes[a * k + b] = solution.get(b, a);
        }
      }
    }
  }
}
