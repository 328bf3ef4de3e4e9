package murmuration.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.AutoregressiveFit;
import murmuration.warning.NullModel;

/**
 * The sieve bootstrap (Bühlmann 1997, Sieve bootstrap for time series): an autoregression of the
 * record's own order, driven by the record's own innovations in random order. It keeps memory of
 * any shape that an autoregression of order up to {@code 10 log10 n} can take, and heavy tails, and
 * has no trend in either.
 *
 * <p>Yule-Walker for each order, the order of lowest {@code AIC = n ln(variance) + 2 p}, the
 * innovations less their mean; 500 values are burnt.
 */
public final class SieveNull implements NullModel {
  private static final int BURNT = 500;

  private final double[] coefficients;
  private final double[] innovations;
  private final int size;

  private SieveNull(double[] coefficients, double[] innovations, int size) {
    this.coefficients = coefficients;
    this.innovations = innovations;
    this.size = size;
  }

  /**
   * Fits the null.
   *
   * @param residual a detrended record, length n of at least 20, finite, not constant
   */
  public static SieveNull fit(double[] residual) {
    Arguments.finite("residual", residual, 20);
    double mean = Arrays.stream(residual).average().orElse(0);
    double[] x = Arrays.stream(residual).map(v -> v - mean).toArray();
    double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
    Arguments.require(
        largest > 0 && Double.isFinite(largest * largest) && largest * largest > 1e-300,
        "residual leaves its mean by %s at most: expected values that vary, with finite squares",
        largest);
    double[] coefficients = chosen(x);
    return new SieveNull(coefficients, innovations(x, coefficients), x.length);
  }

  private static double[] chosen(double[] x) {
    int n = x.length;
    int highest = (int) Math.min(n / 4, 10 * Math.log10(n));
    double lowest = Double.POSITIVE_INFINITY;
    double[] best = {};
    for (int p = 0; p <= highest; p++) {
      var fit = AutoregressiveFit.yuleWalker(x, p);
      double aic = n * Math.log(fit.variance() * (n - p - 1) / n) + 2 * p;
      if (aic < lowest) {
        lowest = aic;
        best = fit.coefficients();
      }
    }
    return best;
  }

  private static double[] innovations(double[] x, double[] coefficients) {
    int p = coefficients.length;
    double[] e = new double[x.length - p];
    for (int t = p; t < x.length; t++) {
      e[t - p] = x[t];
      for (int k = 0; k < p; k++) {
        e[t - p] -= coefficients[k] * x[t - 1 - k];
      }
    }
    double mean = Arrays.stream(e).average().orElse(0);
    Arrays.setAll(e, i -> e[i] - mean);
    return e;
  }

  /** The order that was chosen. */
  public int order() {
    return coefficients.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    int p = coefficients.length;
    double[] x = new double[p + BURNT + size];
    for (int t = p; t < x.length; t++) {
      double next = innovations[random.nextInt(innovations.length)];
      for (int k = 0; k < p; k++) {
        next += coefficients[k] * x[t - 1 - k];
      }
      x[t] = next;
    }
    System.arraycopy(x, p + BURNT, out, 0, size);
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT, "AR(%d), chosen by AIC, with the record's own innovations", order());
  }

  /** The coefficients {@code ar1..}. */
  @Override
  public Map<String, Double> parameters() {
    var named = new LinkedHashMap<String, Double>();
    for (int k = 0; k < coefficients.length; k++) {
      named.put("ar" + (k + 1), coefficients[k]);
    }
    return named;
  }
}
