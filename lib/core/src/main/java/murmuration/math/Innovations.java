package murmuration.math;

/**
 * One-step prediction of an ARMA process with innovations of variance 1 from its own past, exactly:
 * the innovations algorithm (Brockwell and Davis 1991, Time series: theory and methods, section
 * 5.3; likelihood: eq. 8.7.4).
 *
 * <p>Value t (from 0) is predicted by {@code sum_(j<=t) theta[t][j] e_(t-j)} while {@code t < m =
 * max(p, q)}, then by {@code sum phi_j x_(t-j) + sum_(j<=q) theta[t][j] e_(t-j)}, with variance
 * v[t] of the error e_t. From {@link #settled} on, theta and v have reached those of the infinite
 * past.
 */
final class Innovations {
  private static final double SETTLED = 1e-14;

  private final double[] ar;
  private final double[] ma;
  private final int m;
  private final double[] theta;
  private final double[] v;
  private final int settled;

  /** Prepares the prediction of n values; |partial| < 1. */
  Innovations(double[] ar, double[] partial, double[] ma, int n) {
    this.ar = ar;
    this.ma = ma;
    this.m = Math.max(ar.length, ma.length);
    this.theta = new double[n * m];
    this.v = new double[n];
    this.settled = recur(partial, n);
  }

  private int recur(double[] partial, int n) {
    int q = ma.length;
    double[] moving = new double[q + 1];
    double[] psi = new double[q + 1];
    moving[0] = 1;
    System.arraycopy(ma, 0, moving, 1, q);
    for (int k = 0; k <= q; k++) {
      psi[k] = moving[k];
      for (int j = 1; j <= Math.min(k, ar.length); j++) {
        psi[k] += ar[j - 1] * psi[k - j];
      }
    }
    double[] pure = PartialCorrelations.autocovariances(partial, m + q);
    double[] early = new double[m];
    double[] across = new double[q + 1];
    double[] late = new double[q + 1];
    for (int d = 0; d < m; d++) {
      for (int i = 0; i <= q; i++) {
        for (int j = 0; j <= q; j++) {
          early[d] += moving[i] * moving[j] * pure[Math.abs(d + i - j)];
        }
      }
    }
    for (int d = 0; d <= q; d++) {
      for (int k = d; k <= q; k++) {
        across[d] += moving[k] * psi[k - d];
        late[d] += moving[k] * moving[k - d];
      }
    }
    for (int t = 0; t < n; t++) {
      int band = t < m ? t : q;
      for (int k = t - band; k < t; k++) {
        double sum = t < m ? early[t - k] : k < m ? across[t - k] : late[t - k];
        int reach = k < m ? k : q;
        for (int j = Math.max(t - band, k - reach); j < k; j++) {
          sum -= theta[k * m + k - j - 1] * theta[t * m + t - j - 1] * v[j];
        }
        theta[t * m + t - k - 1] = sum / v[k];
      }
      double error = t < m ? early[0] : late[0];
      for (int j = 1; j <= band; j++) {
        double c = theta[t * m + j - 1];
        error -= c * c * v[t - j];
      }
      v[t] = error;
      if (t >= m && isSettled(t)) {
        return t;
      }
    }
    return n;
  }

  private boolean isSettled(int t) {
    for (int j = 0; j < ma.length; j++) {
      if (!(Math.abs(theta[t * m + j] - ma[j]) < SETTLED)) {
        return false;
      }
    }
    return Math.abs(v[t] - 1) < SETTLED;
  }

  /** Variance of the error of value t. */
  double variance(int t) {
    return t < settled ? v[t] : 1;
  }

  /** Prediction of value t from the values and the errors before it. */
  double predict(int t, double[] x, double[] e) {
    double sum = 0;
    if (t >= m) {
      for (int j = 0; j < ar.length; j++) {
        sum += ar[j] * x[t - 1 - j];
      }
    }
    if (t >= settled) {
      for (int j = 0; j < ma.length; j++) {
        sum += ma[j] * e[t - 1 - j];
      }
    } else {
      int band = t < m ? t : ma.length;
      for (int j = 0; j < band; j++) {
        sum += theta[t * m + j] * e[t - 1 - j];
      }
    }
    return sum;
  }
}
