package murmuration.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Exact maximum likelihood of ARMA models of one series, sigma2 profiled out. The search runs over
 * unbounded u with {@code tanh(u)} the partial autocorrelations of both polynomials, so that every
 * point is stationary and invertible. The likelihood of a mixed model has many maxima, so the
 * search starts from several points: the estimate of Hannan and Rissanen (1982, Recursive
 * estimation of mixed autoregressive-moving average order), the conditional least squares from zero
 * that R begins with, and the smaller models, as they are or with a factor common to both
 * polynomials.
 */
final class ArmaFit {
  private static final double TOLERANCE = 1e-5;
  private static final int ITERATIONS = 200;
  private static final double FINAL_TOLERANCE = 1e-6;
  private static final double STEP = 1e-7;
  private static final double EDGE = 0.98;
  private static final double[] COMMON_FACTORS = {-0.8, -0.3, 0.3, 0.8};

  private final double[] x;
  private final double[] shocks;
  private final int skipped;

  private ArmaFit(double[] x) {
    this.x = x;
    this.skipped = Math.max(1, Math.min(x.length / 4, (int) (10 * Math.log10(x.length))));
    this.shocks = longAutoregression();
  }

  static ArmaFit of(double[] x) {
    Arguments.finite("x", x, 3);
    Arguments.require(
        Arrays.stream(x).anyMatch(v -> v != x[0]),
        "x is constant (%s): expected values that vary",
        x[0]);
    return new ArmaFit(x.clone());
  }

  Arma fit(int p, int q) {
    return fit(p, q, q > 0 && p > 0 ? List.of(fit(p, 0)) : List.of());
  }

  /** The best of the searches from Hannan-Rissanen and from each smaller model. */
  Arma fit(int p, int q, List<Arma> smaller) {
    Arguments.within("p", p, 0, 10);
    Arguments.within("q", q, 0, 10);
    Arguments.require(
        x.length >= p + q + 2, "x has %d values: expected at least %d", x.length, p + q + 2);
    List<double[]> starts = new ArrayList<>();
    starts.add(hannanRissanen(p, q));
    if (p + q > 0) {
      var conditional = forward(u -> conditional(u, p));
      starts.add(Lbfgs.minimize(conditional, new double[p + q], TOLERANCE, ITERATIONS).x());
    }
    for (Arma model : smaller) {
      if (model.ar().length < p && model.ma().length < q) {
        for (double factor : COMMON_FACTORS) {
          starts.add(unbounded(times(model.ar(), factor, -1), times(model.ma(), factor, 1)));
        }
      } else {
        starts.add(unbounded(Arrays.copyOf(model.ar(), p), Arrays.copyOf(model.ma(), q)));
      }
    }
    var objective = forward(u -> deviance(u, p, new double[1]));
    double[] best = new double[p + q];
    double lowest = deviance(best, p, new double[1]);
    for (double[] start : starts) {
      if (start.length > 0 && Double.isFinite(deviance(start, p, new double[1]))) {
        var minimum = Lbfgs.minimize(objective, start, TOLERANCE, ITERATIONS);
        if (minimum.value() < lowest) {
          lowest = minimum.value();
          best = minimum.x();
        }
      }
    }
    if (best.length > 0) {
      var central = Lbfgs.Objective.numeric(u -> deviance(u, p, new double[1]));
      best = Lbfgs.minimize(central, best, FINAL_TOLERANCE, ITERATIONS).x();
    }
    double[] sigma2 = new double[1];
    double value = deviance(best, p, sigma2);
    while (!PartialCorrelations.isStationary(coefficients(best, 0, p))) {
      best = Arrays.stream(best).map(u -> u * EDGE).toArray(); // on the edge within rounding
      value = deviance(best, p, sigma2);
    }
    double logLikelihood = -x.length * (value + 0.5 * (1 + Math.log(2 * Math.PI)));
    return new Arma(
        coefficients(best, 0, p),
        negated(coefficients(best, p, best.length)),
        sigma2[0],
        logLikelihood,
        x.length);
  }

  /** Forward differences: their error of 1e-7 is far below the tolerance, at half the price. */
  private static Lbfgs.Objective forward(ToDoubleFunction<double[]> f) {
    return (u, gradient) -> {
      double value = f.applyAsDouble(u);
      double[] at = u.clone();
      for (int i = 0; i < at.length; i++) {
        at[i] = u[i] + STEP;
        gradient[i] = (f.applyAsDouble(at) - value) / STEP;
        at[i] = u[i];
      }
      return value;
    };
  }

  /** {@code ln(mean e_t^2) / 2} of the errors with none before value p. */
  private double conditional(double[] u, int p) {
    double[] ar = coefficients(u, 0, p);
    double[] ma = negated(coefficients(u, p, u.length));
    double[] e = new double[x.length];
    double squares = 0;
    for (int t = p; t < x.length; t++) {
      double error = x[t];
      for (int j = 0; j < p; j++) {
        error -= ar[j] * x[t - 1 - j];
      }
      for (int j = 0; j < Math.min(ma.length, t); j++) {
        error -= ma[j] * e[t - 1 - j];
      }
      e[t] = error;
      squares += error * error;
    }
    return 0.5 * Math.log(squares / (x.length - p));
  }

  /** {@code (ln sigma2 + mean ln v_t) / 2}; sigma2 is handed back. */
  private double deviance(double[] u, int p, double[] sigma2) {
    double[] partial = partial(u, 0, p);
    double[] ar = PartialCorrelations.toCoefficients(partial);
    double[] ma = negated(coefficients(u, p, u.length));
    for (double v : partial) {
      if (Math.abs(v) == 1) {
        return Double.POSITIVE_INFINITY;
      }
    }
    int n = x.length;
    var filter = new ArmaFilter(ar, partial, ma);
    double squares = 0;
    double product = 1;
    double logs = 0;
    for (double value : x) {
      double error = value - filter.prediction();
      double v = filter.variance();
      squares += error * error / v;
      product *= v;
      if (product > 1e100 || product < 1e-100) {
        logs += Math.log(product);
        product = 1;
      }
      filter.observe(value);
    }
    sigma2[0] = squares / n;
    double value = 0.5 * (Math.log(sigma2[0]) + (logs + Math.log(product)) / n);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private static double[] partial(double[] u, int from, int to) {
    double[] partial = new double[to - from];
    for (int i = from; i < to; i++) {
      partial[i - from] = Math.tanh(u[i]);
    }
    return partial;
  }

  private static double[] coefficients(double[] u, int from, int to) {
    return PartialCorrelations.toCoefficients(partial(u, from, to));
  }

  private static double[] negated(double[] v) {
    return Arrays.stream(v).map(a -> -a).toArray();
  }

  /** Coefficients of the polynomial {@code (1 + sign sum c_k z^k)(1 - factor z)}. */
  private static double[] times(double[] c, double factor, int sign) {
    double[] product = Arrays.copyOf(c, c.length + 1);
    product[0] -= sign * factor;
    for (int k = 0; k < c.length; k++) {
      product[k + 1] -= factor * c[k];
    }
    return product;
  }

  private static double[] unbounded(double[] ar, double[] ma) {
    double[] u = new double[ar.length + ma.length];
    fill(u, 0, ar);
    fill(u, ar.length, negated(ma));
    return u;
  }

  /** Pulls coefficients towards 0 until they are stationary, then takes them to the line. */
  private static void fill(double[] u, int from, double[] coefficients) {
    double[] shrunk = coefficients.clone();
    while (!PartialCorrelations.isStationary(shrunk)) {
      double factor = 1;
      for (int k = 0; k < shrunk.length; k++) {
        factor *= EDGE;
        shrunk[k] *= factor;
      }
    }
    double[] partial = PartialCorrelations.ofCoefficients(shrunk);
    for (int k = 0; k < partial.length; k++) {
      double bounded = Math.clamp(partial[k], -EDGE, EDGE);
      u[from + k] = 0.5 * Math.log((1 + bounded) / (1 - bounded));
    }
  }

  /** Residuals of a long Yule-Walker autoregression: estimates of the innovations. */
  private double[] longAutoregression() {
    int n = x.length;
    double[] acf = new double[skipped + 1];
    for (int k = 0; k <= skipped; k++) {
      for (int i = k; i < n; i++) {
        acf[k] += x[i] * x[i - k];
      }
    }
    double[] partial = new double[skipped];
    double[] phi = new double[0];
    double error = acf[0];
    for (int k = 0; k < skipped; k++) {
      double sum = acf[k + 1];
      for (int j = 0; j < k; j++) {
        sum -= phi[j] * acf[k - j];
      }
      partial[k] = sum / error;
      error *= 1 - partial[k] * partial[k];
      phi = PartialCorrelations.toCoefficients(Arrays.copyOf(partial, k + 1));
    }
    double[] residuals = new double[n];
    for (int t = skipped; t < n; t++) {
      residuals[t] = x[t];
      for (int j = 0; j < skipped; j++) {
        residuals[t] -= phi[j] * x[t - 1 - j];
      }
    }
    return residuals;
  }

  /** Least squares of x_t on p values and q estimated innovations before it. */
  private double[] hannanRissanen(int p, int q) {
    int from = skipped + Math.max(p, q);
    int rows = x.length - from;
    if (p + q == 0 || rows < p + q) {
      return new double[p + q];
    }
    double[][] design = new double[rows][p + q];
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < p; j++) {
        design[r][j] = x[from + r - 1 - j];
      }
      for (int j = 0; j < q; j++) {
        design[r][p + j] = shocks[from + r - 1 - j];
      }
    }
    double[] b =
        new SingularValueDecomposition(new Array2DRowRealMatrix(design, false))
            .getSolver()
            .solve(new ArrayRealVector(Arrays.copyOfRange(x, from, x.length), false))
            .toArray();
    return unbounded(Arrays.copyOf(b, p), Arrays.copyOfRange(b, p, p + q));
  }
}
