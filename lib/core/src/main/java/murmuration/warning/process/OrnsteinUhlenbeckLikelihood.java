package murmuration.warning.process;

import java.util.stream.DoubleStream;
import murmuration.math.Arguments;

/**
 * The likelihood of an Ornstein-Uhlenbeck process as a function of its rate alone: level and noise
 * are linear in what is left and have closed forms, unless they are given. States are taken about
 * their mean and in units of their spread, so that no digits are lost.
 */
final class OrnsteinUhlenbeckLikelihood {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double SLOWEST = 1e-4;
  private static final double FASTEST = 30;

  private final double[] length;
  private final double[] from;
  private final double[] change;
  private final double centre;
  private final double scale;
  private final double median;
  private final boolean equal;

  /** The level and noise of the last {@link #value}, in the unit of the record. */
  private double theta;

  private double variance;

  OrnsteinUhlenbeckLikelihood(Increments steps) {
    int n = steps.size();
    length = steps.length();
    median = steps.median();
    equal = steps.areEqual();
    double[] all =
        DoubleStream.concat(DoubleStream.of(steps.from()), DoubleStream.of(steps.to()[n - 1]))
            .toArray();
    double mean = DoubleStream.of(all).map(v -> v / (n + 1)).sum();
    double most = DoubleStream.of(all).map(v -> Math.abs(v - mean)).max().orElse(0);
    Arguments.require(
        most > 0 && most < Double.POSITIVE_INFINITY,
        "record lies at most %s from its mean %s: expected values that vary, and are finite",
        most,
        mean);
    centre = mean;
    scale = most;
    from = new double[n];
    change = new double[n];
    for (int i = 0; i < n; i++) {
      from[i] = (steps.from()[i] - mean) / most;
      change[i] = (steps.to()[i] - steps.from()[i]) / most;
    }
  }

  /** The slowest rate that is looked for, as a logarithm. */
  double slowest() {
    return Math.log(SLOWEST / median);
  }

  /** The fastest. */
  double fastest() {
    return Math.log(FASTEST / median);
  }

  /**
   * {@code -ln phi / D} of the regression of each value on the one before; NaN where there is none.
   */
  double regression() {
    if (!equal) {
      return Double.NaN;
    }
    int n = from.length;
    double meanFrom = DoubleStream.of(from).sum() / n;
    double meanChange = DoubleStream.of(change).sum() / n;
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      product += (from[i] - meanFrom) * (change[i] - meanChange);
      square += (from[i] - meanFrom) * (from[i] - meanFrom);
    }
    double lost = -product / square;
    return lost > 0 && lost < 1 ? -Math.log1p(-lost) / median : Double.NaN;
  }

  /** The log-likelihood at a rate, level and noise at their best. */
  double value(double rate) {
    return value(rate, Double.NaN, Double.NaN);
  }

  /**
   * The log-likelihood at a rate.
   *
   * @param level theta, or NaN for the best
   * @param stationary variance in the long run, or NaN for the best
   */
  double value(double rate, double level, double stationary) {
    int n = length.length;
    double top = 0;
    double bottom = 0;
    double logs = 0;
    double lost = 0;
    double spread = 0;
    double[] weights = new double[n];
    double[] losses = new double[n];
    for (int i = 0; i < n; i++) {
      if (i == 0 || !equal) {
        double d = equal ? median : length[i];
        lost = -Math.expm1(-rate * d);
        spread = -Math.expm1(-2 * rate * d);
      }
      losses[i] = lost;
      weights[i] = 1 / spread;
      top += lost * (change[i] + from[i] * lost) / spread;
      bottom += lost * lost / spread;
      logs += i > 0 && equal ? 0 : Math.log(spread);
    }
    if (equal) {
      logs *= n;
    }
    double t = Double.isNaN(level) ? top / bottom : (level - centre) / scale;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double r = change[i] - (t - from[i]) * losses[i];
      squares += r * r * weights[i];
    }
    double v = Double.isNaN(stationary) ? squares / n : stationary / scale / scale;
    theta = centre + scale * t;
    variance = v * scale * scale;
    return -0.5 * (n * (LOG_TWO_PI + Math.log(v) + 2 * Math.log(scale)) + logs + squares / v);
  }

  /** The process of the last {@link #value}. */
  OrnsteinUhlenbeck process(double rate) {
    return new OrnsteinUhlenbeck(rate, theta, Math.sqrt(2 * rate * variance));
  }
}
