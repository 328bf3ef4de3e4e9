package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import murmuration.math.Digits;
import murmuration.warning.NullModel;

/**
 * Series of an AR(p) with an intercept that was fitted by least squares: the record's first p
 * values, then shocks drawn with replacement from its residuals.
 */
final class AutoregressiveBootstrap implements NullModel {
  private final double[] start;
  private final double[] coefficients;
  private final double[] shocks;
  private final int size;

  AutoregressiveBootstrap(double[] z, double[] coefficients, int first) {
    int p = coefficients.length - 1;
    this.size = z.length;
    this.start = Arrays.copyOf(z, first);
    this.coefficients = coefficients.clone();
    this.shocks = new double[z.length - first];
    for (int t = first; t < z.length; t++) {
      double[] terms = ThresholdSearch.terms(z, t, p);
      double e = z[t];
      for (int k = 0; k <= p; k++) {
        e -= coefficients[k] * terms[k];
      }
      shocks[t - first] = e;
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    System.arraycopy(start, 0, out, 0, start.length);
    for (int t = start.length; t < size; t++) {
      double value = coefficients[0] + shocks[random.nextInt(shocks.length)];
      for (int k = 1; k < coefficients.length; k++) {
        value += coefficients[k] * out[t - k];
      }
      out[t] = value;
    }
  }

  @Override
  public String words() {
    return "AR("
        + (coefficients.length - 1)
        + ") with its residuals redrawn, coefficients "
        + list();
  }

  private String list() {
    return Arrays.stream(coefficients).skip(1).mapToObj(v -> Digits.of(v, 4)).toList().toString();
  }

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new TreeMap<>();
    for (int k = 1; k < coefficients.length; k++) {
      parameters.put("phi " + k, coefficients[k]);
    }
    return parameters;
  }
}
