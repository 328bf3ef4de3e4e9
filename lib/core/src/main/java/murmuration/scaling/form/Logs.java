package murmuration.scaling.form;

import java.util.Arrays;
import murmuration.math.Arguments;

/** Logarithms of data, and what searches in them begin with. */
final class Logs {
  /** Exponents from which searches begin. */
  static final double[] EXPONENTS = {0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.6};

  private Logs() {}

  /** The logarithms of numbers that must be above 0. */
  static double[] of(String name, double[] values) {
    Arguments.present(name, values);
    double[] logs = new double[values.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(Arguments.positive(name + "[" + i + "]", values[i]));
    }
    return logs;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  static double[] ones(int n) {
    return filled(n, 1);
  }

  /** n bounds at minus or plus infinity. */
  static double[] unbounded(int n, int sign) {
    return filled(n, sign * Double.POSITIVE_INFINITY);
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }
}
