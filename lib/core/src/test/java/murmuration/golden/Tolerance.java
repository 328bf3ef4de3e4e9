package murmuration.golden;

import java.util.regex.Pattern;

/**
 * How far a number may be from the expected one: {@code |found - expected| <= max(absolute,
 * relative * |expected|)}.
 */
public record Tolerance(double absolute, double relative) {
  /** Equal to the last bit. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  public static Tolerance absolute(double value) {
    return new Tolerance(value, 0);
  }

  public static Tolerance relative(double value) {
    return new Tolerance(0, value);
  }

  /**
   * Reads a tolerance as the files write it: the first number of the text, absolute or relative as
   * the text says; where it says neither, relative above 1 and absolute below.
   */
  public static Tolerance parse(String text) {
    if (text.startsWith("exact")) {
      return EXACT;
    }
    var number = NUMBER.matcher(text);
    if (!number.find()) {
      throw new IllegalArgumentException("no tolerance in \"" + text + "\"");
    }
    double value = Double.parseDouble(number.group());
    return new Tolerance(
        text.contains("relative") ? 0 : value, text.contains("absolute") ? 0 : value);
  }

  /** NaN allows only NaN, an infinity only itself. */
  public boolean allows(double expected, double found) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      return Double.compare(expected, found) == 0;
    }
    return Math.abs(found - expected) <= Math.max(absolute, relative * Math.abs(expected));
  }
}
