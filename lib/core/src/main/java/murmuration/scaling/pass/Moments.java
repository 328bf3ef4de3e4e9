package murmuration.scaling.pass;

/** Mean and spread of estimates over items. */
final class Moments {
  private Moments() {}

  static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  /** The standard error of the mean over items drawn at random; NaN for a single item. */
  static double standardError(double[] x) {
    double mean = mean(x);
    double squares = 0;
    for (double v : x) {
      squares += (v - mean) * (v - mean);
    }
    return Math.sqrt(squares / (x.length - 1) / x.length);
  }
}
