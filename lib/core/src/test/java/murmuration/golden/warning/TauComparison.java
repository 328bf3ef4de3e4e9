package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;

/**
 * Kendall's tau of an indicator against the peer's. Where two values of the indicator are equal but
 * for rounding, the peer's rounding decides their order and ours may decide otherwise; each such
 * pair may move S by 2 and the ties by 1, and the comparison allows that much and no more.
 */
final class TauComparison {
  private static final double ROUNDING = 1e-13;

  private TauComparison() {}

  static void check(
      String name, double expected, double[] indicator, Tolerance tolerance, Report report) {
    double found = Kendall.tau(indicator);
    double[] values = Arrays.stream(indicator).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int undecided = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length && close(values[i], values[j]); j++) {
        undecided++;
      }
    }
    if (undecided == 0) {
      report.number("tau of " + name, expected, found, tolerance);
    } else {
      double pairs = values.length * (values.length - 1) / 2.0;
      report.holds(
          "tau of " + name,
          Math.abs(found - expected) <= 3 * undecided / pairs,
          "expected " + expected + ", found " + found + ", undecided pairs " + undecided);
    }
  }

  private static boolean close(double a, double b) {
    return b - a <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  }
}
