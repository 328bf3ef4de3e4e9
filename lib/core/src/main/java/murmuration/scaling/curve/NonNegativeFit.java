package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Non-negative least squares on a few fixed columns, exactly: of all subsets of the columns whose
 * own least-squares solution is non-negative, the one that fits best. The decompositions are made
 * once, for many targets.
 */
final class NonNegativeFit {
  private static final double PARALLEL = 1e-12;

  private record Subset(int[] columns, LinearSolverDense<DMatrixRMaj> solver) {}

  private final double[][] rows;
  private final double[] rootWeights;
  private final List<Subset> subsets;

  /**
   * Columns.
   *
   * @param rows n rows of p numbers, p at most 10
   * @param rootWeights square roots of the weights, length n
   */
  NonNegativeFit(double[][] rows, double[] rootWeights) {
    this.rows = rows;
    this.rootWeights = rootWeights;
    int all = (1 << rows[0].length) - 1;
    subsets =
        IntStream.rangeClosed(1, all)
            .map(mask -> all + 1 - mask)
            .mapToObj(this::subset)
            .flatMap(List::stream)
            .toList();
  }

  private List<Subset> subset(int mask) {
    int[] columns = IntStream.range(0, rows[0].length).filter(j -> (mask >> j & 1) == 1).toArray();
    DMatrixRMaj a = new DMatrixRMaj(rows.length, columns.length);
    for (int k = 0; k < columns.length; k++) {
      for (int i = 0; i < rows.length; i++) {
        a.set(i, k, rootWeights[i] * rows[i][columns[k]]);
      }
    }
    var solver = LinearSolverFactory_DDRM.qr(rows.length, columns.length);
    boolean solved = rows.length >= columns.length && solver.setA(a);
    return solved && solver.quality() > PARALLEL ? List.of(new Subset(columns, solver)) : List.of();
  }

  /** The coefficients, 0 or more, length p. */
  double[] of(double[] target) {
    double[] best = new double[rows[0].length];
    double least = squares(target, best);
    for (Subset subset : subsets) {
      double[] b = solve(subset, target);
      boolean feasible = Arrays.stream(b).allMatch(v -> v >= 0);
      if (feasible && subset.columns.length == b.length) {
        return b;
      }
      double value = feasible ? squares(target, b) : Double.NaN;
      if (value < least) {
        least = value;
        best = b;
      }
    }
    return best;
  }

  private double[] solve(Subset subset, double[] target) {
    DMatrixRMaj right = new DMatrixRMaj(target.length, 1);
    for (int i = 0; i < target.length; i++) {
      right.set(i, 0, rootWeights[i] * target[i]);
    }
    DMatrixRMaj solution = new DMatrixRMaj(subset.columns.length, 1);
    subset.solver.solve(right, solution);
    double[] b = new double[rows[0].length];
    for (int k = 0; k < subset.columns.length; k++) {
      b[subset.columns[k]] = solution.get(k, 0);
    }
    return b;
  }

  private double squares(double[] target, double[] b) {
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double r = target[i];
      for (int j = 0; j < b.length; j++) {
        r -= b[j] * rows[i][j];
      }
      sum += rootWeights[i] * rootWeights[i] * r * r;
    }
    return sum;
  }
}
