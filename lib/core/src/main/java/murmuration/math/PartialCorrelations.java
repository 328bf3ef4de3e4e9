package murmuration.math;

/**
 * Coefficients of a stationary autoregression and its partial autocorrelations, each in (-1, 1):
 * the Durbin-Levinson recursion both ways (Jones 1980, Maximum likelihood fitting of ARMA models to
 * time series with missing observations).
 */
final class PartialCorrelations {
  private PartialCorrelations() {}

  /** The coefficients phi of {@code x_t = sum phi_k x_(t-k) + e_t} with these partials. */
  static double[] toCoefficients(double[] partial) {
    double[] phi = new double[partial.length];
    for (int k = 0; k < partial.length; k++) {
      step(phi, k, partial[k]);
    }
    return phi;
  }

  /** The partials of these coefficients; one of them is outside (-1, 1) if not stationary. */
  static double[] ofCoefficients(double[] phi) {
    double[] partial = phi.clone();
    for (int k = phi.length - 1; k > 0; k--) {
      double last = partial[k];
      double rest = 1 - last * last;
      for (int i = 0, j = k - 1; i <= j; i++, j--) {
        double a = partial[i];
        double b = partial[j];
        partial[i] = (a + last * b) / rest;
        partial[j] = (b + last * a) / rest;
      }
    }
    return partial;
  }

  static boolean isStationary(double[] phi) {
    for (double v : ofCoefficients(phi)) {
      if (!(Math.abs(v) < 1)) {
        return false;
      }
    }
    return true;
  }

  /** Autocovariances at lags 0..lags of the autoregression with innovations of variance 1. */
  static double[] autocovariances(double[] partial, int lags) {
    int p = partial.length;
    double variance = 1;
    for (double v : partial) {
      variance /= 1 - v * v;
    }
    double[] gamma = new double[lags + 1];
    gamma[0] = variance;
    double[] phi = new double[p];
    for (int k = 1; k <= lags; k++) {
      int known = Math.min(k - 1, p);
      for (int j = 0; j < known; j++) {
        gamma[k] += phi[j] * gamma[k - 1 - j];
      }
      if (k <= p) {
        gamma[k] += partial[k - 1] * variance;
        variance *= 1 - partial[k - 1] * partial[k - 1];
        step(phi, k - 1, partial[k - 1]);
      }
    }
    return gamma;
  }

  private static void step(double[] phi, int k, double partial) {
    for (int i = 0, j = k - 1; i <= j; i++, j--) {
      double a = phi[i];
      double b = phi[j];
      phi[i] = a - partial * b;
      phi[j] = b - partial * a;
    }
    phi[k] = partial;
  }
}
