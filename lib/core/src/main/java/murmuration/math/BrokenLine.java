package murmuration.math;

import java.util.Arrays;

/**
 * Two straight lines that meet, fitted exactly (Hudson 1966, Fitting segmented curves whose join
 * points have to be estimated): {@code v + b (t - c)} up to c, {@code v + d (t - c)} after it.
 *
 * @param change time c at which they meet
 * @param value their value v there
 * @param before slope b up to c
 * @param after slope d from c on
 * @param squares residual sum of squares of the fit, weighted where the fit was
 */
public record BrokenLine(double change, double value, double before, double after, double squares) {
  /** Samples that a fit needs, at least. */
  public static final int FEWEST = 5;

  /** Checks that the lines are lines. */
  public BrokenLine {
    Arguments.require(
        Double.isFinite(change) && Double.isFinite(value),
        "lines meet at (%s, %s): expected finite numbers",
        change,
        value);
    Arguments.require(
        Double.isFinite(before) && Double.isFinite(after),
        "slopes are %s and %s: expected finite numbers",
        before,
        after);
  }

  /**
   * The least-squares fit. The change lies between the second sample and the last but one.
   *
   * @param t times, length n of at least 5, strictly increasing
   * @param x observations, length n, finite
   */
  public static BrokenLine fit(double[] t, double[] x) {
    double[] equal = new double[Arguments.present("x", x).length];
    Arrays.fill(equal, 1);
    return fit(t, x, equal);
  }

  /**
   * The same by weighted least squares; {@link #squares} is then the weighted sum.
   *
   * @param t times, length n of at least 5, strictly increasing
   * @param x observations, length n, finite
   * @param weights length n, finite, above 0
   */
  public static BrokenLine fit(double[] t, double[] x, double[] weights) {
    Arguments.increasing("t", t);
    Arguments.finite("x", x, FEWEST);
    Arguments.sameLength("t", t, "x", x);
    Arguments.sameLength("t", t, "weights", weights);
    for (double w : weights) {
      Arguments.positive("a value of weights", w);
    }
    Unit time = Unit.of("t", t);
    Unit size = Unit.of("x", x);
    double[] x1 = size.scaled(x);
    BrokenLine best = new BrokenLines(time.scaled(t), x1, weights).best();
    double slope = size.half / time.half;
    Arguments.require(
        Double.isFinite(slope), "slopes are of the size %s: expected finite ones", slope);
    var line =
        new BrokenLine(
            time.middle + time.half * best.change,
            size.middle + size.half * best.value,
            slope * best.before,
            slope * best.after,
            0);
    return new BrokenLine(
        line.change, line.value, line.before, line.after, line.squaresOf(t, x, weights));
  }

  private double squaresOf(double[] t, double[] x, double[] weights) {
    double[] fitted = at(t);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * (x[i] - fitted[i]) * (x[i] - fitted[i]);
    }
    return sum;
  }

  /** The lines at these times. */
  public double[] at(double[] t) {
    return Arrays.stream(Arguments.present("t", t))
        .map(s -> value + (s < change ? before : after) * (s - change))
        .toArray();
  }

  /** Values brought to the span from -1 to 1, so that their squares are numbers. */
  private record Unit(double middle, double half) {
    static Unit of(String name, double[] v) {
      double low = Arrays.stream(v).min().orElseThrow();
      double high = Arrays.stream(v).max().orElseThrow();
      double half = high / 2 - low / 2;
      Arguments.require(
          half == 0 || half > 1e-150 && half < 1e150,
          "%s spans %s: expected 1e-150 to 1e150",
          name,
          2 * half);
      return new Unit(low + half, half == 0 ? 1 : half);
    }

    double[] scaled(double[] v) {
      return Arrays.stream(v).map(u -> (u - middle) / half).toArray();
    }
  }
}
