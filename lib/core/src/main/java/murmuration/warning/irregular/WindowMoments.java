package murmuration.warning.irregular;

import murmuration.math.Interruption;

/** Mean, variance and skewness of windows, in two passes over each. */
final class WindowMoments {
  private final double[] mean;
  private final double[] second;
  private final double[] third;
  private final int[] starts;

  WindowMoments(double[] x, int[] starts) {
    this.starts = starts;
    mean = new double[x.length];
    second = new double[x.length];
    third = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (starts[i] >= 0) {
        Interruption.check("moments of windows");
        measure(x, i);
      }
    }
  }

  private void measure(double[] x, int end) {
    int from = starts[end];
    int n = end - from + 1;
    double sum = 0;
    boolean constant = true;
    for (int i = from; i <= end; i++) {
      sum += x[i];
      constant &= x[i] == x[from];
    }
    mean[end] = constant ? x[from] : sum / n;
    double squares = 0;
    double cubes = 0;
    for (int i = from; i <= end; i++) {
      double d = x[i] - mean[end];
      squares += d * d;
      cubes += d * d * d;
    }
    second[end] = squares / n;
    third[end] = cubes / n;
  }

  private int count(int end) {
    return end - starts[end] + 1;
  }

  double mean(int end) {
    return mean[end];
  }

  /** The mean square about the mean; NaN where it is 0 or no window ends. */
  double spread(int end) {
    return starts[end] >= 0 && second[end] > 0 ? second[end] : Double.NaN;
  }

  double[] variances() {
    double[] values = new double[mean.length];
    for (int i = 0; i < values.length; i++) {
      double n = count(i);
      values[i] = starts[i] >= 0 ? second[i] * (n / (n - 1)) : Double.NaN;
    }
    return values;
  }

  /** The unbiased skewness. */
  double[] skewness() {
    double[] values = new double[mean.length];
    for (int i = 0; i < values.length; i++) {
      double n = count(i);
      double s = spread(i);
      values[i] = Math.sqrt(n * (n - 1)) / (n - 2) * third[i] / (s * Math.sqrt(s));
    }
    return values;
  }
}
