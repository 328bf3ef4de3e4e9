package murmuration.warning;

import java.util.Arrays;
import murmuration.math.Neumaier;

/**
 * Autocorrelation of every window in O(n): sums over the pairs (i, i+lag) of both ends, their
 * squares and their product, around the mean of a recent window (around 0 for AR_RAW), compensated
 * and taken again as in {@link RollingMoments}. A pair counts if neither end is NaN.
 */
final class RollingAutocorrelation {
  private static final double KEPT = 1e-4;
  private static final double ROUNDING = 1e-15;

  private final double[] x;
  private final int lag;
  private final Autocorrelation definition;
  private final Neumaier heads = new Neumaier();
  private final Neumaier tails = new Neumaier();
  private final Neumaier headSquares = new Neumaier();
  private final Neumaier tailSquares = new Neumaier();
  private final Neumaier products = new Neumaier();
  private double base;
  private double peak;
  private int pairs;
  private int entered;

  private RollingAutocorrelation(double[] x, int lag, Autocorrelation definition) {
    this.x = x;
    this.lag = lag;
    this.definition = definition;
  }

  /**
   * One value a window; NaN where the variance of the window, or for PEARSON of one end, is zero.
   */
  static double[] of(
      double[] x, Spans spans, int lag, Autocorrelation definition, RollingMoments moments) {
    var rolling = new RollingAutocorrelation(x, lag, definition);
    Constancy constant = moments.constant;
    double[] values = new double[spans.size()];
    Arrays.fill(values, Double.NaN);
    for (int k = 0; k < values.length; k++) {
      int from = spans.from()[k];
      int to = spans.to()[k];
      if (spans.afresh(k)) {
        rolling.rebase(from, to, moments.mean[k]);
      } else {
        rolling.move(spans.from()[k - 1], from, spans.to()[k - 1], to);
      }
      boolean flat =
          definition == Autocorrelation.PEARSON
              && (constant.of(from, to - lag) || constant.of(from + lag, to));
      if (!Double.isNaN(moments.mean[k]) && moments.s2[k] > 0 && !flat) {
        if (rolling.entered >= to - from || rolling.cancels()) {
          rolling.rebase(from, to, moments.mean[k]);
        }
        values[k] = rolling.value(moments.origin[k], moments.rest[k], moments.s2[k]);
      }
    }
    return values;
  }

  /** At lag 1 the heads of a window are the tails of the one before, where no pair was left out. */
  private void move(int oldFrom, int from, int oldTo, int to) {
    if (from - oldFrom == 1 && to - oldTo == 1 && to - oldFrom > lag + 1) {
      double headIn = x[oldTo - lag] - base;
      double tailIn = x[oldTo] - base;
      double headOut = x[oldFrom] - base;
      double tailOut = x[oldFrom + lag] - base;
      if (!Double.isNaN(headIn + tailIn + headOut + tailOut)) {
        if (lag == 1 && pairs == oldTo - oldFrom - 1) {
          heads.set(tails);
          headSquares.set(tailSquares);
        } else {
          heads.exchange(headIn, headOut);
          headSquares.exchange(headIn * headIn, headOut * headOut);
        }
        tails.exchange(tailIn, tailOut);
        tailSquares.exchange(tailIn * tailIn, tailOut * tailOut);
        products.exchange(headIn * tailIn, headOut * tailOut);
        entered++;
        peak = Math.max(peak, headSquares.value() + tailSquares.value());
        return;
      }
    }
    for (int i = Math.max(oldTo, oldFrom + lag); i < to; i++) {
      enter(x[i - lag] - base, x[i] - base);
    }
    for (int i = oldFrom; i < Math.min(from, to - lag); i++) {
      leave(x[i] - base, x[i + lag] - base);
    }
    entered += to - oldTo;
    peak = Math.max(peak, headSquares.value() + tailSquares.value());
  }

  private void enter(double head, double tail) {
    double product = head * tail;
    if (!Double.isNaN(product)) {
      heads.add(head);
      tails.add(tail);
      headSquares.add(head * head);
      tailSquares.add(tail * tail);
      products.add(product);
      pairs++;
    }
  }

  private void leave(double head, double tail) {
    double product = head * tail;
    if (!Double.isNaN(product)) {
      heads.add(-head);
      tails.add(-tail);
      headSquares.add(-(head * head));
      tailSquares.add(-(tail * tail));
      products.add(-product);
      pairs--;
    }
  }

  private void rebase(int from, int to, double mean) {
    if (definition != Autocorrelation.AR_RAW && !Double.isNaN(mean)) {
      base = mean;
    }
    heads.clear();
    tails.clear();
    headSquares.clear();
    tailSquares.clear();
    products.clear();
    pairs = 0;
    for (int i = from; i < to - lag; i++) {
      enter(x[i] - base, x[i + lag] - base);
    }
    entered = 0;
    peak = headSquares.value() + tailSquares.value();
  }

  private boolean cancels() {
    double a = headSquares.value();
    double b = tailSquares.value();
    boolean centred = definition != Autocorrelation.AR_RAW;
    return (centred && a - square(heads.value()) / pairs < KEPT * a)
        || (centred && b - square(tails.value()) / pairs < KEPT * b)
        || a + b < 1e-8 * peak;
  }

  private static double square(double v) {
    return v * v;
  }

  private double value(double origin, double rest, double s2) {
    if (pairs < 2) {
      return Double.NaN;
    }
    double u = heads.value();
    double v = tails.value();
    double uu = headSquares.value();
    double uv = products.value();
    double shift = origin - base + rest;
    double centred = uv - shift * (u + v) + pairs * shift * shift;
    return switch (definition) {
      case PEARSON -> {
        double a = uu - u * u / pairs;
        double b = tailSquares.value() - v * v / pairs;
        boolean flat = a <= ROUNDING * uu || b <= ROUNDING * tailSquares.value();
        yield flat ? Double.NaN : Math.clamp((uv - u * v / pairs) / Math.sqrt(a * b), -1, 1);
      }
      case ACF -> centred / s2;
      case AR_OLS -> centred / (uu - 2 * shift * u + pairs * shift * shift);
      case AR_RAW -> uv / uu;
    };
  }
}
