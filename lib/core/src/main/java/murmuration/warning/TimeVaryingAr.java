package murmuration.warning;

import java.util.Arrays;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Interruption;

/**
 * Autoregression whose coefficients walk at random (Ives and Dakos 2012, Ecosphere 3:58), by the
 * Kalman filter: {@code x_t = sum_k b_k(t) x_{t-k} + e}, {@code b_k(t) = b_k(t-1) + eta}, x less
 * its mean. The variance of e is profiled out; the step of the coefficients, common to all, is the
 * one of highest likelihood on a grid of sd {@code 1e-4 .. 0.5} refined by golden section, or 0.
 * Filtering starts at the least-squares fit of the whole series with unit prior variance.
 */
final class TimeVaryingAr {
  private static final int GRID = 25;
  private static final double LOWEST = Math.log(1e-4);
  private static final double HIGHEST = Math.log(0.5);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double[] x;
  private final int order;
  private final double[] start;
  private final double noise;

  /** Modulus of the inverse characteristic root after each sample; NaN before the first. */
  private final double[] root;

  TimeVaryingAr(double[] series, int order) {
    this.order = order;
    double[] held = Arrays.stream(series).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(held).average().orElse(Double.NaN);
    x = Arrays.stream(series).map(v -> v - mean).toArray();
    AutoregressiveFit fit = AutoregressiveFit.leastSquares(held, order, true);
    start = fit.coefficients();
    noise = fit.variance();
    root = new double[x.length];
    Arrays.fill(root, Double.NaN);
    if (noise > 0) {
      filter(step(), true);
    }
  }

  static double[] along(RollingPass pass, int order) {
    RollingMoments moments = pass.moments();
    double[] root = new TimeVaryingAr(pass.x, order).root;
    return pass.spread(
        k -> Double.isNaN(moments.mean[k]) ? Double.NaN : root[pass.spans.to()[k] - 1]);
  }

  private double step() {
    double best = 0;
    double highest = filter(0, false);
    double width = (HIGHEST - LOWEST) / (GRID - 1);
    double at = Double.NaN;
    for (int i = 0; i < GRID; i++) {
      double likelihood = filter(Math.exp(LOWEST + i * width), false);
      if (likelihood > highest) {
        highest = likelihood;
        at = LOWEST + i * width;
        best = Math.exp(at);
      }
    }
    return best == 0 ? 0 : Math.exp(refine(at - width, at + width));
  }

  private double refine(double low, double high) {
    double a = low;
    double b = high;
    double c = b - GOLDEN * (b - a);
    double d = a + GOLDEN * (b - a);
    double fc = filter(Math.exp(c), false);
    double fd = filter(Math.exp(d), false);
    while (b - a > 1e-3) {
      if (fc > fd) {
        b = d;
        d = c;
        fd = fc;
        c = b - GOLDEN * (b - a);
        fc = filter(Math.exp(c), false);
      } else {
        a = c;
        c = d;
        fc = fd;
        d = a + GOLDEN * (b - a);
        fd = filter(Math.exp(d), false);
      }
    }
    return (a + b) / 2;
  }

  /** Log-likelihood with the noise variance profiled out; keeps the roots if asked. */
  private double filter(double stepSd, boolean keep) {
    double[] b = start.clone();
    double[][] p = new double[order][order];
    double walk = stepSd * stepSd / noise;
    for (int k = 0; k < order; k++) {
      p[k][k] = 1 / noise;
    }
    double[] gain = new double[order];
    double squares = 0;
    double logs = 0;
    int used = 0;
    Interruption.check("time-varying autoregression");
    for (int t = order; t < x.length; t++) {
      double error = x[t];
      double spread = 1;
      for (int k = 0; k < order; k++) {
        p[k][k] += walk;
        error -= b[k] * x[t - 1 - k];
      }
      for (int k = 0; k < order; k++) {
        gain[k] = 0;
        for (int l = 0; l < order; l++) {
          gain[k] += p[k][l] * x[t - 1 - l];
        }
        spread += gain[k] * x[t - 1 - k];
      }
      if (!Double.isNaN(error)) {
        for (int k = 0; k < order; k++) {
          b[k] += gain[k] * error / spread;
          for (int l = 0; l < order; l++) {
            p[k][l] -= gain[k] * gain[l] / spread;
          }
        }
        squares += error * error / spread;
        logs += Math.log(spread);
        used++;
      }
      if (keep) {
        root[t] = AutoregressiveFit.largestRoot(b);
      }
    }
    return -(used * Math.log(squares / used) + logs) / 2;
  }
}
