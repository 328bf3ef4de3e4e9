package murmuration.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The nearest monotone curve: values that minimise {@code sum w_i (y_i - g_i)^2} and nowhere fall
 * (or nowhere rise) with x, by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972,
 * Statistical inference under order restrictions). Observations at one x are one observation, their
 * mean.
 *
 * <pre>{@code
 * double[] loss = {1.2, 1.5, 1.9, 2.4};
 * double[] passRate = {0.4, 0.31, 0.33, 0.02};
 * IsotonicRegression curve = IsotonicRegression.decreasing(loss, passRate);
 * double between = curve.at(1.6);
 * }</pre>
 *
 * @param x distinct abscissae, in increasing order
 * @param values the curve there
 */
public record IsotonicRegression(double[] x, double[] values) {
  /** Checks the order and keeps its own copies. */
  public IsotonicRegression {
    Arguments.increasing("x", x);
    Arguments.finite("values", values, 1);
    Arguments.sameLength("x", x, "values", values);
    x = x.clone();
    values = values.clone();
  }

  /** The nearest curve that does not fall, all observations alike. */
  public static IsotonicRegression increasing(double[] x, double[] y) {
    return increasing(x, y, ones(y));
  }

  /** The nearest curve that does not rise, all observations alike. */
  public static IsotonicRegression decreasing(double[] x, double[] y) {
    return decreasing(x, y, ones(y));
  }

  /**
   * The nearest curve that does not rise.
   *
   * @param x abscissae in any order, finite, length n of at least 1
   * @param y ordinates, finite, length n
   * @param weights weights, finite and above 0, length n
   */
  public static IsotonicRegression decreasing(double[] x, double[] y, double[] weights) {
    Arguments.finite("y", y, 1);
    var mirrored = increasing(x, Arrays.stream(y).map(v -> -v).toArray(), weights);
    double[] values = Arrays.stream(mirrored.values).map(v -> 0 - v).toArray();
    return new IsotonicRegression(mirrored.x, values);
  }

  /**
   * The nearest curve that does not fall.
   *
   * @param x abscissae in any order, finite, length n of at least 1
   * @param y ordinates, finite, length n
   * @param weights weights, finite and above 0, length n
   */
  public static IsotonicRegression increasing(double[] x, double[] y, double[] weights) {
    Arguments.finite("x", x, 1);
    Arguments.finite("y", y, 1);
    Arguments.finite("weights", weights, 1);
    Arguments.sameLength("x", x, "y", y);
    Arguments.sameLength("x", x, "weights", weights);
    for (int i = 0; i < weights.length; i++) {
      Arguments.positive("weights[" + i + "]", weights[i]);
    }
    int[] order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> x[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] at = new double[x.length];
    double[] mean = new double[x.length];
    double[] weight = new double[x.length];
    int distinct = 0;
    for (int i : order) {
      if (distinct == 0 || x[i] != at[distinct - 1]) {
        at[distinct++] = x[i];
      }
      weight[distinct - 1] += weights[i];
      mean[distinct - 1] += (y[i] - mean[distinct - 1]) * (weights[i] / weight[distinct - 1]);
    }
    return new IsotonicRegression(Arrays.copyOf(at, distinct), pooled(mean, weight, distinct));
  }

  private static double[] ones(double[] y) {
    double[] ones = new double[Arguments.present("y", y).length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] pooled(double[] mean, double[] weight, int n) {
    double[] level = new double[n];
    double[] mass = new double[n];
    int[] end = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      level[blocks] = mean[i];
      mass[blocks] = weight[i];
      end[blocks++] = i + 1;
      while (blocks > 1 && level[blocks - 2] >= level[blocks - 1]) {
        blocks--;
        double both = mass[blocks - 1] + mass[blocks];
        level[blocks - 1] += (level[blocks] - level[blocks - 1]) * (mass[blocks] / both);
        mass[blocks - 1] = both;
        end[blocks - 1] = end[blocks];
      }
    }
    double[] values = new double[n];
    for (int b = 0, from = 0; b < blocks; from = end[b++]) {
      Arrays.fill(values, from, end[b], level[b]);
    }
    return values;
  }

  /** The curve at any place: linear between two abscissae, level beyond the outermost. */
  public double at(double place) {
    Arguments.require(Double.isFinite(place), "place is %s: expected a finite number", place);
    int i = Arrays.binarySearch(x, place);
    if (i >= 0) {
      return values[i];
    }
    int right = -i - 1;
    if (right == 0 || right == x.length) {
      return values[right == 0 ? 0 : right - 1];
    }
    double share = (place - x[right - 1]) / (x[right] - x[right - 1]);
    return values[right - 1] + share * (values[right] - values[right - 1]);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }
}
