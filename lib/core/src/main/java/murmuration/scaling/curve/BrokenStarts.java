package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import murmuration.math.Quantile;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Where the search for a broken law begins: for each floor a, places d of the breaks and sharpness
 * f the law of {@code ln(y - a)} is linear in ln b, c0 and the c_i, which least squares gives. With
 * two breaks or more, also from the best law with a break fewer.
 */
final class BrokenStarts {
  private static final double[] FLOORS = {0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.99};
  private static final double[] SHARPNESS = {0.02, 0.05, 0.1, 0.2, 0.4, 1};
  private static final double[] PLACES = {0.15, 0.3, 0.45, 0.6, 0.75, 0.9};
  private static final double BEYOND = 0.5;
  private static final int ADDED = 4;
  private static final double TINY = 1e-3;
  private static final double RIDGE = 1e-12;

  private final Points points;
  private final int breaks;
  private final double[] places;
  private final double[][][] columns;

  BrokenStarts(Points points, int breaks) {
    this.points = points;
    this.breaks = breaks;
    places = new double[PLACES.length + 1];
    for (int i = 0; i < PLACES.length; i++) {
      places[i] = Quantile.ofSorted(points.lnX, points.size(), PLACES[i]);
    }
    places[PLACES.length] = points.lastLnX() + BEYOND;
    columns = new double[SHARPNESS.length][places.length][];
    for (int k = 0; k < SHARPNESS.length; k++) {
      for (int d = 0; d < places.length; d++) {
        columns[k][d] = column(places[d], SHARPNESS[k]);
      }
    }
  }

  private double[] column(double place, double f) {
    return Arrays.stream(points.lnX).map(l -> -f * BrokenModel.softplus((l - place) / f)).toArray();
  }

  /** For each choice of places the best start whose exponents grow, and the best of the others. */
  List<double[]> all() {
    List<double[]> starts = breaks > 1 ? added() : new ArrayList<>();
    var model = new BrokenModel(breaks);
    var residuals = new CurveResiduals(model, points, CurveObjective.LOG);
    for (int[] chosen : choices(places.length, breaks)) {
      double[][] best = new double[2][];
      double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
      for (int k = 0; k < SHARPNESS.length; k++) {
        double[][] design = design(k, chosen);
        for (double floor : FLOORS) {
          double a = floor * points.minY;
          double[] linear = solve(design, target(a));
          if (linear != null) {
            double[] theta = theta(a, linear, k, chosen);
            double squares = residuals.squares(theta);
            int kind = grows(theta) ? 0 : 1;
            if (squares < least[kind]) {
              least[kind] = squares;
              best[kind] = theta;
            }
          }
        }
      }
      Arrays.stream(best).filter(Objects::nonNull).forEach(starts::add);
    }
    return starts;
  }

  private double[] target(double a) {
    return Arrays.stream(points.y).map(y -> Math.log(y - a)).toArray();
  }

  private static boolean grows(double[] theta) {
    for (int j = 3; j < theta.length; j += 3) {
      if (!(theta[j] > 0)) {
        return false;
      }
    }
    return true;
  }

  /** The best law with a break fewer, and one more break in it where a line says how large. */
  private List<double[]> added() {
    List<double[]> starts = new ArrayList<>();
    var model = new BrokenModel(breaks - 1);
    double[] fewer = CurveSearch.of(model, points, CurveObjective.LOG).best().x();

    double[] rest = new double[points.size()];
    for (int i = 0; i < rest.length; i++) {
      double excess = model.at(points.x[i], points.lnX[i], fewer, null) - fewer[0];
      rest[i] = Math.log(Math.max(points.y[i] - fewer[0], TINY * points.y[i]) / excess);
    }
    for (int k = 0; k < SHARPNESS.length; k++) {
      for (int d = 0; d < 2 * PLACES.length; d++) {
        double place =
            Quantile.ofSorted(points.lnX, points.size(), (d + 1.0) / (2 * PLACES.length));
        double[] column = weighted(column(place, SHARPNESS[k]));
        double[] theta = Arrays.copyOf(fewer, fewer.length + 3);
        theta[fewer.length] = dot(column, weighted(rest)) / dot(column, column);
        theta[fewer.length + 1] = place;
        theta[fewer.length + 2] = Math.log(SHARPNESS[k]);
        starts.add(theta);
      }
    }
    var residuals = new CurveResiduals(new BrokenModel(breaks), points, CurveObjective.LOG);
    starts.sort(Comparator.comparingDouble(residuals::squares));
    return new ArrayList<>(starts.subList(0, ADDED));
  }

  private double[] theta(double a, double[] linear, int sharpness, int[] chosen) {
    double[] theta = new double[3 + 3 * breaks];
    theta[0] = a;
    theta[1] = linear[0];
    theta[2] = linear[1];
    for (int i = 0; i < breaks; i++) {
      theta[3 + 3 * i] = linear[2 + i];
      theta[4 + 3 * i] = places[chosen[i]];
      theta[5 + 3 * i] = Math.log(SHARPNESS[sharpness]);
    }
    return theta;
  }

  private double[][] design(int sharpness, int[] chosen) {
    double[][] design = new double[2 + breaks][];
    design[0] = points.rootWeights;
    design[1] = weighted(Arrays.stream(points.lnX).map(l -> -l).toArray());
    for (int i = 0; i < breaks; i++) {
      design[2 + i] = weighted(columns[sharpness][chosen[i]]);
    }
    return design;
  }

  private double[] weighted(double[] values) {
    double[] weighted = values.clone();
    Arrays.setAll(weighted, i -> values[i] * points.rootWeights[i]);
    return weighted;
  }

  /** Least squares with a ridge too small to matter but where columns are parallel. */
  private double @Nullable [] solve(double[][] design, double[] target) {
    int p = design.length;
    double[] goal = weighted(target);
    DMatrixRMaj normal = new DMatrixRMaj(p, p);
    DMatrixRMaj right = new DMatrixRMaj(p, 1);
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        normal.set(j, k, dot(design[j], design[k]) * (j == k ? 1 + RIDGE : 1));
      }
      right.set(j, 0, dot(design[j], goal));
    }
    var solver = LinearSolverFactory_DDRM.symmPosDef(p);
    if (!solver.setA(normal)) {
      return null;
    }
    DMatrixRMaj solution = new DMatrixRMaj(p, 1);
    solver.solve(right, solution);
    return solution.data.clone();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** All ways to choose so many of n, ascending. */
  static List<int[]> choices(int n, int count) {
    List<int[]> all = new ArrayList<>();
    choose(n, new int[count], 0, 0, all);
    return all;
  }

  private static void choose(int n, int[] chosen, int depth, int from, List<int[]> all) {
    if (depth == chosen.length) {
      all.add(chosen.clone());
      return;
    }
    for (int i = from; i < n; i++) {
      chosen[depth] = i;
      choose(n, chosen, depth + 1, i + 1, all);
    }
  }
}
