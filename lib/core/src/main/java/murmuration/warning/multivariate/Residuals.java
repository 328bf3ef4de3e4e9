package murmuration.warning.multivariate;

import java.util.Arrays;
import murmuration.math.Present;
import murmuration.warning.Detrend;

/** Columns less their slow parts or their means. */
final class Residuals {
  private static final int LEAST = 3;

  private Residuals() {}

  /** Each column of n rows of k less its smooth; NaN throughout where it has too few values. */
  static double[] of(double[] flat, int k, Detrend.Plan plan) {
    int n = flat.length / k;
    int kept = n - plan.lost();
    double[] out = new double[kept * k];
    for (int j = 0; j < k; j++) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = flat[i * k + j];
      }
      double[] left =
          Present.in(x).length < LEAST ? Matrices.filled(kept, Double.NaN) : plan.residuals(x);
      for (int i = 0; i < kept; i++) {
        out[i * k + j] = left[i];
      }
    }
    return out;
  }

  /** One column less its mean, over its standard deviation; 0 where it is constant. */
  static double[] standardised(double[] x) {
    double[] held = Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
    double first = held.length == 0 ? 0 : held[0];
    boolean constant = Arrays.stream(held).allMatch(v -> v == first);
    double mean = 0;
    for (int i = 0; i < held.length; i++) {
      mean += (held[i] - mean) / (i + 1);
    }
    double largest = 0;
    for (double v : held) {
      largest = Math.max(largest, Math.abs(v - mean));
    }
    double squares = 0;
    for (double v : held) {
      double u = (v - mean) / largest;
      squares += u * u;
    }
    double sd = largest * Math.sqrt(squares / (held.length - 1));
    double centre = mean;
    return Arrays.stream(x)
        .map(v -> Double.isNaN(v) ? v : constant ? 0 : (v - centre) / sd)
        .toArray();
  }
}
