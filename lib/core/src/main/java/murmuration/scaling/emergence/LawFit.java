package murmuration.scaling.emergence;

import java.util.Arrays;

/**
 * A linear model of e of a {@link SmoothCurve}, fitted to qualities by quasi-binomial likelihood
 * (McCullagh and Nelder 1989): qualities of 0 and 1, which have no {@code ln(-ln q)}, count as what
 * they are. Fisher scoring with Levenberg's damping.
 *
 * @param coefficients one for each column of the design
 * @param deviance twice the log likelihood short of a perfect fit
 * @param covariance of the coefficients, for a dispersion of 1; NaN where they are not determined
 */
record LawFit(double[] coefficients, double deviance, double[][] covariance) {
  private static final int ROUNDS = 100;
  private static final double SETTLED = 1e-11;
  private static final double FARTHEST = 30;
  private static final double MOST_DAMPING = 1e12;

  /**
   * Fits.
   *
   * @param curve the shape
   * @param design a row a model: 1, the logarithm of scale, and what may bend it
   * @param quality qualities, 0 to 1
   * @param items effective items of each
   * @param start first guess, whose length is the number of coefficients
   */
  static LawFit of(
      SmoothCurve curve, double[][] design, double[] quality, double[] items, double[] start) {
    double[] at = start.clone();
    double deviance = deviance(curve, design, quality, items, at);
    double damping = 1e-3;
    for (int round = 0; round < ROUNDS; round++) {
      var normal = new Normals(curve, design, quality, items, at);
      double before = deviance;
      boolean better = false;
      while (!better && damping < MOST_DAMPING) {
        double[] step = normal.step(damping);
        double[] next = at.clone();
        Arrays.setAll(next, k -> next[k] + step[k]);
        double reached = deviance(curve, design, quality, items, next);
        better = reached <= deviance;
        if (better) {
          at = next;
          deviance = reached;
          damping = Math.max(1e-9, damping / 10);
        } else {
          damping *= 10;
        }
      }
      if (!better || before - deviance <= SETTLED * (1 + deviance)) {
        break;
      }
    }
    return new LawFit(at, deviance, new Normals(curve, design, quality, items, at).inverse());
  }

  /** The line through the {@code ln(-ln q)} of the qualities, those at an end moved in a little. */
  static double[] line(SmoothCurve curve, double[] x, double[] quality, double[] items) {
    double sw = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < x.length; i++) {
      double above = (quality[i] - curve.chance()) / (1 - curve.chance());
      double half = 0.5 / (items[i] + 1);
      double inside = Math.clamp(above, half, 1 - half);
      double y = curve.inverse(curve.chance() + (1 - curve.chance()) * inside);
      double w = items[i] * inside * (1 - inside) + 1e-9;
      sw += w;
      sx += w * x[i];
      sy += w * y;
      sxx += w * x[i] * x[i];
      sxy += w * x[i] * y;
    }
    double spread = sw * sxx - sx * sx;
    double slope = spread > 0 ? (sw * sxy - sx * sy) / spread : 0;
    return new double[] {(sy - slope * sx) / sw, slope};
  }

  double at(double[] row) {
    return at(coefficients, row);
  }

  /**
   * What a further column would add to the likelihood, to first order (the score test of Rao 1948):
   * cheap, for choosing among columns.
   *
   * @param wider the design with that column last
   */
  double promise(SmoothCurve curve, double[][] wider, double[] quality, double[] items) {
    int p = coefficients.length;
    double[] padded = Arrays.copyOf(coefficients, p + 1);
    var normal = new Normals(curve, wider, quality, items, padded);
    double information = normal.information[p][p];
    for (int k = 0; k < p; k++) {
      for (int l = 0; l < p; l++) {
        information -= normal.information[p][k] * covariance[k][l] * normal.information[p][l];
      }
    }
    double gain = normal.score[p] * normal.score[p] / information;
    return information > 0 && Double.isFinite(gain) ? gain : 0;
  }

  private static double at(double[] coefficients, double[] row) {
    double e = 0;
    for (int k = 0; k < coefficients.length; k++) {
      e += coefficients[k] * row[k];
    }
    return Math.clamp(e, -FARTHEST, FARTHEST);
  }

  private static double deviance(
      SmoothCurve curve,
      double[][] design,
      double[] quality,
      double[] items,
      double[] coefficients) {
    double sum = 0;
    for (int i = 0; i < design.length; i++) {
      double e = at(coefficients, design[i]);
      double q = quality[i];
      if (q > 0) {
        sum += items[i] * q * (Math.log(q) - curve.logQuality(e));
      }
      if (q < 1) {
        sum += items[i] * (1 - q) * (Math.log1p(-q) - Math.log(curve.fault(e)));
      }
    }
    return Math.max(0, 2 * sum);
  }

  /** Score and information of the likelihood at a point. */
  private static final class Normals {
    private final double[] score;
    private final double[][] information;

    Normals(SmoothCurve curve, double[][] design, double[] quality, double[] items, double[] at) {
      int p = at.length;
      score = new double[p];
      information = new double[p][p];
      for (int i = 0; i < design.length; i++) {
        double[] row = design[i];
        double e = at(at, row);
        double fault = curve.fault(e);
        double steep = curve.steepness(e);
        double pull = -items[i] * (quality[i] - (1 - fault)) * steep / fault;
        double weight = items[i] * curve.quality(e) * steep * steep / fault;
        for (int k = 0; k < p; k++) {
          score[k] += pull * row[k];
          for (int l = 0; l < p; l++) {
            information[k][l] += weight * row[k] * row[l];
          }
        }
      }
    }

    double[] step(double damping) {
      int p = score.length;
      double[][] a = new double[p][p + 1];
      for (int k = 0; k < p; k++) {
        System.arraycopy(information[k], 0, a[k], 0, p);
        a[k][k] += damping * information[k][k] + Double.MIN_NORMAL;
        a[k][p] = score[k];
      }
      eliminate(a);
      return Arrays.stream(a).mapToDouble(row -> Math.clamp(finite(row[p]), -10, 10)).toArray();
    }

    double[][] inverse() {
      int p = score.length;
      double[][] a = new double[p][2 * p];
      for (int k = 0; k < p; k++) {
        System.arraycopy(information[k], 0, a[k], 0, p);
        a[k][p + k] = 1;
      }
      eliminate(a);
      return Arrays.stream(a)
          .map(row -> Arrays.copyOfRange(row, p, 2 * p))
          .toArray(double[][]::new);
    }

    private static double finite(double v) {
      return Double.isFinite(v) ? v : 0;
    }

    /** Gauss and Jordan on a positive matrix with right-hand sides. */
    private static void eliminate(double[][] a) {
      for (int k = 0; k < a.length; k++) {
        double pivot = a[k][k];
        for (int j = 0; j < a[k].length; j++) {
          a[k][j] /= pivot;
        }
        for (int i = 0; i < a.length; i++) {
          double factor = i == k ? 0 : a[i][k];
          for (int j = 0; factor != 0 && j < a[k].length; j++) {
            a[i][j] -= factor * a[k][j];
          }
        }
      }
    }
  }
}
