package murmuration.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparisons made for one golden file. */
public final class Report {
  private final List<String> failures = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private int cases;
  private double worst;

  /** Compares two numbers. */
  public void number(String what, double expected, double found, Tolerance tolerance) {
    cases++;
    double error = relativeError(expected, found, tolerance.absolute());
    worst = Math.max(worst, error);
    if (!tolerance.allows(expected, found)) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s: expected %s, found %s, relative error %.2e (tolerance absolute %.0e, relative %.0e)",
              what,
              expected,
              found,
              error,
              tolerance.absolute(),
              tolerance.relative()));
    }
  }

  /** Compares two series of the same length, number by number. */
  public void numbers(String what, double[] expected, double[] found, Tolerance tolerance) {
    if (expected.length != found.length) {
      equal(what + " length", expected.length, found.length);
      return;
    }
    for (int i = 0; i < expected.length; i++) {
      number(what + "[" + i + "]", expected[i], found[i], tolerance);
    }
  }

  /** Compares two values that are not measured: texts, counts, lists. */
  public void equal(String what, Object expected, Object found) {
    holds(what, expected.equals(found), "expected " + expected + ", found " + found);
  }

  /** A comparison of another shape; {@code otherwise} says expected and found. */
  public void holds(String what, boolean condition, String otherwise) {
    cases++;
    if (!condition) {
      failures.add(what + ": " + otherwise);
    }
  }

  /** A section of the file that is not compared, with the reason. */
  public void skip(String section, String reason) {
    skipped.put(section, reason);
  }

  public int cases() {
    return cases;
  }

  /**
   * The largest relative error met; where the expected number is itself within the absolute
   * tolerance of zero, the absolute error.
   */
  public double worst() {
    return worst;
  }

  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Skipped sections with their reasons. */
  public Map<String, String> skipped() {
    return Map.copyOf(skipped);
  }

  private static double relativeError(double expected, double found, double absolute) {
    if (expected == found || Double.compare(expected, found) == 0) {
      return 0;
    }
    double error = Math.abs(found - expected);
    if (Double.isNaN(error)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.abs(expected) <= absolute ? error : error / Math.abs(expected);
  }
}
