package murmuration.warning;

import java.util.Arrays;

/** Textbook statistics of one window, in two passes: what the rolling sums are compared with. */
final class TwoPass {
  private TwoPass() {}

  static double mean(double[] x) {
    double shift = x[0];
    return shift + Arrays.stream(x).map(v -> v - shift).sum() / x.length;
  }

  /** {@code sum (x-m)^k}, m corrected by the mean of the differences from it. */
  static double central(double[] x, int k) {
    double m = mean(x);
    double rest = Arrays.stream(x).map(v -> v - m).sum() / x.length;
    return Arrays.stream(x).map(v -> Math.pow(v - m - rest, k)).sum();
  }

  static double variance(double[] x) {
    return central(x, 2) / (x.length - 1);
  }

  static double skewness(double[] x) {
    return central(x, 3) / x.length / Math.pow(central(x, 2) / x.length, 1.5);
  }

  static double kurtosis(double[] x) {
    return central(x, 4) / x.length / Math.pow(central(x, 2) / x.length, 2);
  }

  static double product(double[] a, double ma, double[] b, double mb) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - ma) * (b[i] - mb);
    }
    return sum;
  }

  static double autocorrelation(double[] series, int lag, Autocorrelation definition) {
    double shift = definition == Autocorrelation.AR_RAW ? 0 : series[0];
    double[] x = Arrays.stream(series).map(v -> v - shift).toArray();
    double[] heads = Arrays.copyOfRange(x, 0, x.length - lag);
    double[] tails = Arrays.copyOfRange(x, lag, x.length);
    double m = mean(x);
    return switch (definition) {
      case PEARSON ->
          product(heads, mean(heads), tails, mean(tails))
              / Math.sqrt(central(heads, 2) * central(tails, 2));
      case ACF -> product(heads, m, tails, m) / central(x, 2);
      case AR_OLS -> product(heads, m, tails, m) / product(heads, m, heads, m);
      case AR_RAW -> product(heads, 0, tails, 0) / product(heads, 0, heads, 0);
    };
  }

  static double sampleEntropy(double[] x, int m) {
    double radius = 0.2 * Math.sqrt(central(x, 2) / x.length);
    long shorter = 0;
    long longer = 0;
    for (int i = 0; i < x.length - m; i++) {
      for (int j = i + 1; j < x.length - m; j++) {
        double distance = 0;
        for (int l = 0; l < m; l++) {
          distance = Math.max(distance, Math.abs(x[i + l] - x[j + l]));
        }
        shorter += distance <= radius ? 1 : 0;
        longer += Math.max(distance, Math.abs(x[i + m] - x[j + m])) <= radius ? 1 : 0;
      }
    }
    return Math.log((double) shorter / longer);
  }
}
