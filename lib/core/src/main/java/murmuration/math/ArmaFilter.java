package murmuration.math;

/**
 * One-step prediction of a stationary ARMA process with innovations of variance 1 from its own
 * past, exactly: the Kalman filter of Harvey's state space started from the stationary law.
 *
 * <p>The change of the state covariance from one step to the next has rank one, so gain and
 * variance are updated in O(max(p, q)) a step (Morf, Sidhu and Kailath 1974, Some new algorithms
 * for recursive estimation in constant linear discrete-time systems); once that change is below
 * rounding they stay as they are.
 */
final class ArmaFilter {
  private static final double SETTLED = 1e-16;

  private final int size;
  private final double[] phi;
  private final double[] state;
  private final double[] gain;
  private final double[] change;
  private double weight;
  private double variance;
  private boolean settled;

  /** At the first value, before anything was seen; |partial| &lt; 1. */
  ArmaFilter(double[] ar, double[] partial, double[] ma) {
    int p = ar.length;
    int q = ma.length;
    size = Math.max(p, q + 1);
    phi = new double[size];
    System.arraycopy(ar, 0, phi, 0, p);
    state = new double[size + 1];
    change = new double[size + 1];
    double[] moving = new double[q + 1];
    moving[0] = 1;
    System.arraycopy(ma, 0, moving, 1, q);
    double[] column = firstColumn(moving, autocovariances(moving, partial));
    variance = column[0];
    gain = new double[size];
    for (int i = 0; i < size; i++) {
      gain[i] = phi[i] * column[0] + column[i + 1];
      change[i] = gain[i];
    }
    weight = -1 / variance;
  }

  /** Autocovariances of the process at lags 0..p. */
  private static double[] autocovariances(double[] moving, double[] partial) {
    int q = moving.length - 1;
    double[] pure = PartialCorrelations.autocovariances(partial, partial.length + q);
    double[] gamma = new double[partial.length + 1];
    for (int d = 0; d < gamma.length; d++) {
      for (int i = 0; i <= q; i++) {
        for (int j = 0; j <= q; j++) {
          gamma[d] += moving[i] * moving[j] * pure[Math.abs(d + i - j)];
        }
      }
    }
    return gamma;
  }

  /** Covariance of each state with the first, which is the process itself; 0 at the end. */
  private double[] firstColumn(double[] moving, double[] gamma) {
    int p = gamma.length - 1;
    int q = moving.length - 1;
    double[] response = new double[q + 1];
    for (int k = 0; k <= q; k++) {
      response[k] = moving[k];
      for (int j = 1; j <= Math.min(k, p); j++) {
        response[k] += phi[j - 1] * response[k - j];
      }
    }
    double[] column = new double[size + 1];
    column[0] = gamma[0];
    for (int i = 1; i < size; i++) {
      for (int j = i + 1; j <= p; j++) {
        column[i] += phi[j - 1] * gamma[j - i];
      }
      for (int j = i; j <= q; j++) {
        column[i] += moving[j] * response[j - i];
      }
    }
    return column;
  }

  /** Expected next value. */
  double prediction() {
    return state[0];
  }

  /** Variance of the next value about its prediction. */
  double variance() {
    return variance;
  }

  /** Takes the next value in. */
  void observe(double value) {
    double first = state[0];
    double error = (value - first) / variance;
    for (int i = 0; i < size; i++) {
      state[i] = phi[i] * first + state[i + 1] + gain[i] * error;
    }
    if (!settled) {
      tighten();
    }
  }

  private void tighten() {
    double seen = change[0];
    double weighted = weight * seen;
    weight += weighted * weighted / variance;
    variance += weighted * seen;
    double share = seen / variance;
    double largest = 0;
    for (int i = 0; i < size; i++) {
      double moved = phi[i] * seen + change[i + 1];
      gain[i] += moved * weighted;
      double left = moved - gain[i] * share;
      change[i] = left;
      largest = Math.max(largest, left * left);
    }
    settled = -weight * largest < SETTLED;
  }
}
