package murmuration.warning.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import murmuration.math.Interruption;
import murmuration.math.Lbfgs;

/**
 * The highest likelihood of a linear saddle-node process: L-BFGS in the logarithms of sqrt(R) at
 * the first and last time, from starts about the Ornstein-Uhlenbeck solution and from the valleys
 * of a coarse grid. Bounds are kept by {@code x = low + (high - low) (1 + sin u)/2}.
 */
final class SaddleNodeSearch {
  private static final double[] DISTANCES = {1, 4};
  private static final double[] CHANGES = {0, -0.5, -0.9, 1};
  private static final int CELLS = 8;
  private static final int MOST_VALLEYS = 4;
  private static final double INSIDE = 1e-3;
  private static final double TOLERANCE = 1e-6;
  private static final int ITERATIONS = 200;

  private final SaddleNodeLikelihood likelihood;
  private final double low;
  private final double high;
  private final List<Lbfgs.Minimum> found = new ArrayList<>();

  /** Looks between the slowest and the fastest rate {@code 2 sqrt(R)}, as logarithms. */
  SaddleNodeSearch(SaddleNodeLikelihood likelihood, double slowest, double fastest) {
    this.likelihood = likelihood;
    low = slowest - Math.log(2);
    high = fastest - Math.log(2);
  }

  /** Goes down from every start; the best comes first. */
  List<Lbfgs.Minimum> run(double rate) {
    for (double distance : DISTANCES) {
      for (double change : CHANGES) {
        double root = Math.log(rate / 2) + 0.5 * Math.log(distance);
        descend(angle(root), angle(root + 0.5 * Math.log1p(change)));
      }
    }
    for (double[] valley : valleys()) {
      descend(valley[0], valley[1]);
    }
    found.sort(Comparator.comparingDouble(Lbfgs.Minimum::value));
    return found;
  }

  /** Goes down from these roots alone; the lowest end of all so far. */
  List<Lbfgs.Minimum> run(double[]... logRoots) {
    for (double[] roots : logRoots) {
      descend(angle(roots[0]), angle(roots[1]));
    }
    found.sort(Comparator.comparingDouble(Lbfgs.Minimum::value));
    return found;
  }

  private void descend(double first, double last) {
    Interruption.check("the search of a likelihood");
    double[] start = {first, last};
    if (Double.isFinite(value(start, new double[2]))) {
      found.add(Lbfgs.minimize(this::value, start, TOLERANCE, ITERATIONS));
    }
  }

  private double value(double[] u, double[] gradient) {
    double value = likelihood.value(logRoots(u), gradient);
    for (int k = 0; k < 2; k++) {
      gradient[k] *= 0.5 * (high - low) * Math.cos(u[k]);
    }
    return value;
  }

  double[] logRoots(double[] u) {
    return new double[] {root(u[0]), root(u[1])};
  }

  /** Whether a root is this close to a bound, as logarithms. */
  boolean isAtEdge(double logRoot, double margin) {
    return logRoot < low + margin || logRoot > high - margin;
  }

  /** The largest component of a gradient by the roots that does not lead across a bound. */
  double slope(double[] u, double[] gradient) {
    double most = 0;
    for (int k = 0; k < 2; k++) {
      most = Math.max(most, Math.abs(gradient[k] * Math.cos(u[k])));
    }
    return most;
  }

  private double root(double u) {
    return low + 0.5 * (high - low) * (1 + Math.sin(u));
  }

  private double angle(double root) {
    double share = 2 * (root - low) / (high - low) - 1;
    return Math.asin(Math.clamp(share, INSIDE - 1, 1 - INSIDE));
  }

  /** Cells of the grid that are lower than their neighbours, the lowest first. */
  private List<double[]> valleys() {
    double[][] z = new double[CELLS][CELLS];
    double[] u = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      u[i] = angle(low + (i + 0.5) * (high - low) / CELLS);
    }
    double[] unused = new double[2];
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        z[i][j] = likelihood.value(logRoots(new double[] {u[i], u[j]}), unused);
      }
    }
    List<int[]> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        if (isValley(z, i, j)) {
          cells.add(new int[] {i, j});
        }
      }
    }
    return cells.stream()
        .sorted(Comparator.comparingDouble(c -> z[c[0]][c[1]]))
        .limit(MOST_VALLEYS)
        .map(c -> new double[] {u[c[0]], u[c[1]]})
        .toList();
  }

  private static boolean isValley(double[][] z, int i, int j) {
    for (int k = Math.max(0, i - 1); k <= Math.min(CELLS - 1, i + 1); k++) {
      for (int l = Math.max(0, j - 1); l <= Math.min(CELLS - 1, j + 1); l++) {
        if (z[k][l] < z[i][j]) {
          return false;
        }
      }
    }
    return true;
  }
}
