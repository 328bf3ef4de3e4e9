package murmuration.plot;

import java.math.BigDecimal;

/** Numbers as they are printed beside an axis. */
final class Labels {
  private static final char MINUS = '\u2212';
  private static final char THIN_SPACE = '\u2009';
  private static final String SUPERSCRIPTS =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private Labels() {}

  /** {@code 10^k} with a superscript, such as 10⁵. */
  static String power(int k) {
    var label = new StringBuilder("10");
    if (k < 0) {
      label.append('\u207b');
    }
    for (char digit : Integer.toString(Math.abs(k)).toCharArray()) {
      label.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return label.toString();
  }

  /** Whether labels as large as this, with steps of this power of ten, are too long in digits. */
  static boolean needsPower(double largest, int exponent) {
    return largest >= 1e6 || exponent < -4;
  }

  /** The number {@code m 10^exponent} in all its digits, thousands apart from five digits on. */
  static String plain(long m, int exponent) {
    BigDecimal value = BigDecimal.valueOf(m).scaleByPowerOfTen(exponent);
    return grouped(value.setScale(Math.max(0, -exponent)).toPlainString());
  }

  /** As {@link #plain}, without zeros at the end of its decimals. */
  static String shortest(long m, int exponent) {
    BigDecimal value = BigDecimal.valueOf(m).scaleByPowerOfTen(exponent).stripTrailingZeros();
    return grouped(value.toPlainString());
  }

  /** The number {@code m 10^exponent} as a multiple of {@code 10^k}, such as 1.5×10⁷. */
  static String times(long m, int exponent, int k) {
    return m == 0 ? "0" : plain(m, exponent - k) + '\u00d7' + power(k);
  }

  private static String grouped(String plain) {
    String sign = plain.startsWith("-") ? String.valueOf(MINUS) : "";
    String digits = plain.replace("-", "");
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    var label = new StringBuilder(digits);
    for (int i = whole - 3; whole > 4 && i > 0; i -= 3) {
      label.insert(i, THIN_SPACE);
    }
    return sign + label;
  }
}
