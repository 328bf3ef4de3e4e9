package murmuration.scaling;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import murmuration.math.FastExp;
import murmuration.math.Quantile;

/**
 * The objective of a fit at centred coefficients (a, b, e, alpha, beta), its gradient and Hessian.
 * All in flat arrays that are filled once for each set of weights; nothing is allocated later.
 *
 * <p>With p_a, p_b, p_e the shares of the three terms in the fitted loss, J = (p_a, p_b, p_e, -x
 * p_a, -y p_b) is the gradient of its logarithm and {@code sum p_c u_c u_c' - J J'} the Hessian,
 * where u_a = (1, 0, 0, -x, 0), u_b = (0, 1, 0, 0, -y), u_e = (0, 0, 1, 0, 0).
 */
final class LawObjective {
  private static final int K = LawParameter.COUNT;

  /** Beyond this residual the series of the logarithm is not exact. */
  private static final double SERIES = 0.24;

  final double[] gradient = new double[K];
  final double[] hessian = new double[K * K];
  private final LawPoints points;
  private final boolean log;
  private final double over;
  private final FastExp exp;
  private final double[] x;
  private final double[] y;
  private final double[] loss;
  private final double[] inverse;
  private final double[] weight;
  private final double[] a;
  private final double[] b;
  private final double[] fitted;
  private final double[] residual;
  private double e;
  private int n;
  private double width;

  LawObjective(LawPoints points, FitLoss kind) {
    this.points = points;
    log = kind.isLog();
    over = kind.penalty();
    width = kind.kind() == FitLoss.Kind.HUBER_LOG ? kind.parameter() : Double.POSITIVE_INFINITY;
    int m = points.size;
    exp = new FastExp(m);
    x = new double[m];
    y = new double[m];
    loss = new double[m];
    inverse = new double[m];
    weight = new double[m];
    a = new double[m];
    b = new double[m];
    fitted = new double[m];
    residual = new double[m];
    load(points.weight, points.loss);
  }

  /** Takes these weights and losses of the points; those of weight 0 are left out. */
  void load(double[] weights, double[] losses) {
    n = 0;
    for (int i = 0; i < points.size; i++) {
      if (weights[i] > 0) {
        x[n] = points.x[i];
        y[n] = points.y[i];
        loss[n] = losses[i];
        inverse[n] = 1 / losses[i];
        weight[n++] = weights[i];
      }
    }
  }

  /** The sum of the weights. */
  double total() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weight[i];
    }
    return sum;
  }

  /** The residual up to which the objective is a square. */
  void width(double value) {
    width = value;
  }

  double width() {
    return width;
  }

  /** The objective: half squares up to the width, then width times the absolute value. */
  double at(double[] t) {
    exp.line(t[0], -t[3], x, a, n);
    exp.line(t[1], -t[4], y, b, n);
    e = Math.exp(t[2]);
    if (log) {
      logResiduals();
      exactLogs();
    } else {
      residuals();
    }
    return over == 1 ? symmetric() : asymmetric();
  }

  private void residuals() {
    for (int i = 0; i < n; i++) {
      double s = a[i] + b[i] + e;
      fitted[i] = s;
      residual[i] = loss[i] - s;
    }
  }

  /** {@code -ln q = -2 artanh((q - 1) / (q + 1))} by its odd series, q the fitted loss by loss. */
  private void logResiduals() {
    for (int i = 0; i < n; i++) {
      double s = a[i] + b[i] + e;
      double q = s * inverse[i];
      double z = (q - 1) / (q + 1);
      double z2 = z * z;
      double p = 2.0 / 19;
      p = Math.fma(p, z2, 2.0 / 17);
      p = Math.fma(p, z2, 2.0 / 15);
      p = Math.fma(p, z2, 2.0 / 13);
      p = Math.fma(p, z2, 2.0 / 11);
      p = Math.fma(p, z2, 2.0 / 9);
      p = Math.fma(p, z2, 2.0 / 7);
      p = Math.fma(p, z2, 2.0 / 5);
      p = Math.fma(p, z2, 2.0 / 3);
      p = Math.fma(p, z2, 2.0);
      fitted[i] = s;
      residual[i] = -z * p;
    }
  }

  private void exactLogs() {
    for (int i = 0; i < n; i++) {
      if (!(Math.abs(residual[i]) <= SERIES)) {
        residual[i] = -Math.log(fitted[i] * inverse[i]);
      }
    }
  }

  private double symmetric() {
    double sum0 = 0;
    double sum1 = 0;
    int even = n & ~1;
    for (int i = 0; i < even; i += 2) {
      double r0 = Math.abs(residual[i]);
      double r1 = Math.abs(residual[i + 1]);
      double c0 = Math.min(r0, width);
      double c1 = Math.min(r1, width);
      sum0 += weight[i] * c0 * (r0 - 0.5 * c0);
      sum1 += weight[i + 1] * c1 * (r1 - 0.5 * c1);
    }
    if (even < n) {
      double r = Math.abs(residual[even]);
      double c = Math.min(r, width);
      sum0 += weight[even] * c * (r - 0.5 * c);
    }
    return sum0 + sum1;
  }

  private double asymmetric() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double r = Math.abs(residual[i]);
      double c = Math.min(r, width);
      sum += (residual[i] > 0 ? weight[i] : over * weight[i]) * c * (r - 0.5 * c);
    }
    return sum;
  }

  /** The sum of weight times |r|, those of runs below the law times the penalty. */
  double absolute() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (residual[i] > 0 ? weight[i] : over * weight[i]) * Math.abs(residual[i]);
    }
    return sum;
  }

  /**
   * Gradient and Hessian where {@link #at} was asked last.
   *
   * @param exact the Hessian itself; else that of reweighted least squares, weights {@code min(1,
   *     width / |r|)}, which is never indefinite
   */
  void derive(boolean exact) {
    double ga = 0;
    double gb = 0;
    double ge = 0;
    double gx = 0;
    double gy = 0;
    double aa = 0;
    double ab = 0;
    double ae = 0;
    double ax = 0;
    double ay = 0;
    double bb = 0;
    double be = 0;
    double bx = 0;
    double by = 0;
    double ee = 0;
    double ex = 0;
    double ey = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double r = residual[i];
      double size = Math.abs(r);
      double s = fitted[i];
      double w = r > 0 ? weight[i] : over * weight[i];
      double psi = Math.max(-width, Math.min(width, r));
      double slope = log ? -w * psi : -w * psi * s;
      double inside = size <= width ? 1 : exact ? 0 : width / size;
      double curvature = log ? w * (exact ? inside + psi : inside) : w * inside * s * s;
      double bend = exact ? slope : 0;
      double unit = 1 / s;
      double pa = a[i] * unit;
      double pb = b[i] * unit;
      double pe = e * unit;
      double px = x[i] * pa;
      double py = y[i] * pb;
      ga += slope * pa;
      gb += slope * pb;
      ge += slope * pe;
      gx -= slope * px;
      gy -= slope * py;
      double ca = curvature * pa;
      double cb = curvature * pb;
      double ce = curvature * pe;
      aa += pa * (ca + bend);
      ab += ca * pb;
      ae += ca * pe;
      ax -= px * (ca + bend);
      ay -= ca * py;
      bb += pb * (cb + bend);
      be += cb * pe;
      bx -= cb * px;
      by -= py * (cb + bend);
      ee += pe * (ce + bend);
      ex -= ce * px;
      ey -= ce * py;
      xx += x[i] * px * (ca + bend);
      xy += curvature * px * py;
      yy += y[i] * py * (cb + bend);
    }
    gradient[0] = ga;
    gradient[1] = gb;
    gradient[2] = ge;
    gradient[3] = gx;
    gradient[4] = gy;
    put(0, aa, ab, ae, ax, ay);
    put(1, ab, bb, be, bx, by);
    put(2, ae, be, ee, ex, ey);
    put(3, ax, bx, ex, xx, xy);
    put(4, ay, by, ey, xy, yy);
  }

  private void put(int row, double h0, double h1, double h2, double h3, double h4) {
    hessian[row * K] = h0;
    hessian[row * K + 1] = h1;
    hessian[row * K + 2] = h2;
    hessian[row * K + 3] = h3;
    hessian[row * K + 4] = h4;
  }

  /** The largest share of each of the three terms in a fitted loss, where {@link #at} was last. */
  double[] largestShares() {
    double[] share = new double[3];
    for (int i = 0; i < n; i++) {
      share[0] = Math.max(share[0], a[i] / fitted[i]);
      share[1] = Math.max(share[1], b[i] / fitted[i]);
      share[2] = Math.max(share[2], e / fitted[i]);
    }
    return share;
  }

  /**
   * Fills the Hessian with the sum of weight times J J', each run times a factor of its residual; J
   * is the gradient of the fitted value that residuals are taken of.
   */
  void products(DoubleUnaryOperator factor) {
    Arrays.fill(hessian, 0);
    double[] j = new double[K];
    for (int i = 0; i < n; i++) {
      double unit = log ? 1 / fitted[i] : 1;
      j[0] = a[i] * unit;
      j[1] = b[i] * unit;
      j[2] = e * unit;
      j[3] = -x[i] * j[0];
      j[4] = -y[i] * j[1];
      double w = weight[i] * factor.applyAsDouble(residual[i]);
      for (int row = 0; row < K; row++) {
        for (int column = 0; column < K; column++) {
          hessian[row * K + column] += w * j[row] * j[column];
        }
      }
    }
  }

  /** The median of the absolute residuals, weights not counted. */
  double medianAbsoluteResidual() {
    double[] sizes = new double[n];
    Arrays.setAll(sizes, i -> Math.abs(residual[i]));
    Arrays.sort(sizes);
    return Quantile.ofSorted(sizes, n, 0.5);
  }

  /** The sum of weights of residuals up to this size. */
  double within(double size) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(residual[i]) <= size ? weight[i] : 0;
    }
    return sum;
  }
}
