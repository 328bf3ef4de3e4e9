package murmuration.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import murmuration.math.FastExp;

/**
 * Starts of a fit by variable projection: for exponents on a grid the law is linear in A, B and E,
 * which least squares of L with weights 1 / L^2 gives at once.
 */
final class LawScreen {
  private static final int GRID = 20;
  private static final double GRID_STEP = 0.05;
  private static final int TERMS = 3;
  private static final int SUBSETS = 1 << TERMS;

  /** What a vanished coefficient starts from, as a share of the smallest loss. */
  private static final double TINY = 1e-3;

  private final LawPoints points;
  private final double[] fixed;
  private final boolean tied;
  private final SmallCholesky cholesky = new SmallCholesky(TERMS);
  private final double[] gram = new double[TERMS * TERMS];
  private final double[] right = new double[TERMS];
  private final double[] part = new double[TERMS * TERMS];
  private final double[] negative = new double[TERMS];
  private final double[] solution = new double[TERMS];
  private final double[] coefficients = new double[TERMS];

  /** As in {@link FreeParameters}. */
  LawScreen(LawPoints points, double[] fixed, boolean tied) {
    this.points = points;
    this.fixed = fixed;
    this.tied = tied;
  }

  private record Start(double squares, double[] centred) {}

  /** The best starts, best first: at most so many centred coefficients. */
  double[][] starts(int most) {
    double[] alphas = grid(LawParameter.ALPHA);
    double[] betas = tied ? alphas : grid(LawParameter.BETA);
    double[][] positive = starts(most, alphas, betas, true);
    return positive.length > 0 ? positive : starts(most, alphas, betas, false);
  }

  /** The start with these exponents, whatever else is fixed. */
  double[] start(double alpha, double beta) {
    return starts(1, new double[] {alpha}, new double[] {beta}, false)[0];
  }

  private double[] grid(LawParameter exponent) {
    double value = fixed[exponent.index()];
    if (!Double.isNaN(value)) {
      return new double[] {value};
    }
    double[] grid = new double[GRID];
    Arrays.setAll(grid, i -> (i + 1) * GRID_STEP);
    return grid;
  }

  private double[][] starts(int most, double[] alphas, double[] betas, boolean positive) {
    var best = new PriorityQueue<Start>(Comparator.comparingDouble(s -> -s.squares));
    double[] target = scaled(points.loss);
    double[] one = scaled(ones());
    double[][] ofN = columns(points.x, alphas);
    double[][] ofD = columns(points.y, betas);
    double[][] sums = new double[betas.length][];
    for (int h = 0; h < betas.length; h++) {
      sums[h] = products(ofD[h], one, target);
    }
    double ones = dot(one, one);
    double oneTarget = dot(one, target);
    double targets = dot(target, target);
    for (int g = 0; g < alphas.length; g++) {
      double[] sum = products(ofN[g], one, target);
      for (int h = 0; h < betas.length; h++) {
        if (tied && betas.length > 1 && h != g) {
          continue;
        }
        double cross = dot(ofN[g], ofD[h]);
        set(sum[0], cross, sum[1], sums[h][0], sums[h][1], ones);
        right[0] = sum[2];
        right[1] = sums[h][2];
        right[2] = oneTarget;
        double squares = solve(alphas[g], betas[h], targets, positive);
        if (squares < Double.POSITIVE_INFINITY) {
          best.add(new Start(squares, centred(alphas[g], betas[h])));
          if (best.size() > most) {
            best.remove();
          }
        }
      }
    }
    return best.stream()
        .sorted(Comparator.comparingDouble(Start::squares))
        .map(Start::centred)
        .toArray(double[][]::new);
  }

  private void set(double aa, double ab, double ae, double bb, double be, double ee) {
    gram[0] = aa;
    gram[1] = ab;
    gram[2] = ae;
    gram[3] = ab;
    gram[4] = bb;
    gram[5] = be;
    gram[6] = ae;
    gram[7] = be;
    gram[8] = ee;
  }

  /**
   * The rest of squares of the best coefficients; infinite where one that is free is not above 0.
   */
  private double solve(double alpha, double beta, double targets, boolean positive) {
    double[] given = {
      Math.exp(fixed[0] - alpha * points.meanX),
      Math.exp(fixed[1] - beta * points.meanY),
      Math.exp(fixed[2])
    };
    int free = 0;
    for (int j = 0; j < TERMS; j++) {
      free |= Double.isNaN(given[j]) ? 1 << j : 0;
    }
    if (positive) {
      return subset(free, given, targets);
    }
    double least = Double.POSITIVE_INFINITY;
    int chosen = 0;
    for (int mask = 0; mask < SUBSETS; mask++) {
      if ((mask & ~free) == 0) {
        double squares = subset(mask, given, targets);
        if (squares < least) {
          least = squares;
          chosen = mask;
        }
      }
    }
    return subset(chosen, given, targets);
  }

  /** Least squares by the coefficients of {@code mask}; the others as given, or 0. */
  private double subset(int mask, double[] given, double targets) {
    int k = 0;
    for (int i = 0; i < TERMS; i++) {
      coefficients[i] = (mask >> i & 1) == 1 || Double.isNaN(given[i]) ? 0 : given[i];
    }
    for (int i = 0; i < TERMS; i++) {
      if ((mask >> i & 1) == 1) {
        negative[k] = -right[i];
        for (int j = 0; j < TERMS; j++) {
          negative[k] += gram[i * TERMS + j] * coefficients[j];
        }
        k++;
      }
    }
    pack(mask, k);
    if (!cholesky.decompose(part, k, 0, 1e-13)) {
      return Double.POSITIVE_INFINITY;
    }
    cholesky.descend(negative, solution);
    for (int i = 0, c = 0; i < TERMS; i++) {
      if ((mask >> i & 1) == 1) {
        coefficients[i] = solution[c++];
        if (!(coefficients[i] > 0)) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    return squares(targets);
  }

  private void pack(int mask, int k) {
    for (int i = 0, c = 0; i < TERMS; i++) {
      for (int j = 0, d = 0; j < TERMS && (mask >> i & 1) == 1; j++) {
        if ((mask >> j & 1) == 1) {
          part[c * k + d++] = gram[i * TERMS + j];
        }
      }
      c += mask >> i & 1;
    }
  }

  private double squares(double targets) {
    double sum = targets;
    for (int i = 0; i < TERMS; i++) {
      sum -= 2 * coefficients[i] * right[i];
      for (int j = 0; j < TERMS; j++) {
        sum += coefficients[i] * gram[i * TERMS + j] * coefficients[j];
      }
    }
    return sum;
  }

  private double[] centred(double alpha, double beta) {
    double least = Arrays.stream(points.loss, 0, points.size).min().orElseThrow();
    double[] t = new double[LawParameter.COUNT];
    for (int i = 0; i < TERMS; i++) {
      t[i] = Math.log(coefficients[i] > 0 ? coefficients[i] : TINY * least);
    }
    t[3] = alpha;
    t[4] = beta;
    return t;
  }

  private double[] ones() {
    double[] ones = new double[points.size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Values by the losses, times the square roots of the weights. */
  private double[] scaled(double[] values) {
    double[] scaled = new double[points.size];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.sqrt(points.weight[i]) * (values[i] / points.loss[i]);
    }
    return scaled;
  }

  private double[][] columns(double[] logs, double[] exponents) {
    var exp = new FastExp(points.size);
    double[][] columns = new double[exponents.length][];
    double[] power = new double[points.size];
    for (int g = 0; g < exponents.length; g++) {
      exp.line(0, -exponents[g], logs, power, points.size);
      columns[g] = scaled(power);
    }
    return columns;
  }

  private static double[] products(double[] column, double[] one, double[] target) {
    return new double[] {dot(column, column), dot(column, one), dot(column, target)};
  }

  private static double dot(double[] u, double[] v) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int n = u.length & ~3;
    for (int i = 0; i < n; i += 4) {
      sum0 += u[i] * v[i];
      sum1 += u[i + 1] * v[i + 1];
      sum2 += u[i + 2] * v[i + 2];
      sum3 += u[i + 3] * v[i + 3];
    }
    for (int i = n; i < u.length; i++) {
      sum0 += u[i] * v[i];
    }
    return sum0 + sum1 + sum2 + sum3;
  }
}
