package murmuration.notebook;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;

/** Any value in one short piece of text. */
final class Cell {
  static final String MISSING = "—";

  private static final int SIGNIFICANT = 5;
  private static final double EXACT_WHOLE = 1e15;
  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_ELEMENTS = 4;

  private Cell() {}

  /** The text of a value: missing as a dash, arrays and collections by their first elements. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> MISSING;
      case Double x -> of(x.doubleValue());
      case Float x -> of(Double.parseDouble(x.toString()));
      case Collection<?> many -> shortened(few(Elements.of(many)));
      case Object array when array.getClass().isArray() ->
          Shape.of(array) + " " + shortened(few(Elements.of(array)));
      default -> shortened(String.valueOf(value).strip());
    };
  }

  /** A number at five significant digits, but whole numbers whole and no whole digit lost. */
  static String of(double x) {
    if (Double.isNaN(x)) {
      return MISSING;
    }
    if (x == Math.rint(x) && Math.abs(x) < EXACT_WHOLE) {
      return Long.toString((long) x);
    }
    int whole = (int) Math.ceil(Math.log10(Math.abs(x)));
    return Digits.of(x, Math.clamp(whole, SIGNIFICANT, SIGNIFICANT + 2));
  }

  private static String few(List<? extends @Nullable Object> elements) {
    return elements.stream()
        .limit(MOST_ELEMENTS)
        .map(Cell::of)
        .collect(Collectors.joining(", ", "[", elements.size() > MOST_ELEMENTS ? ", …]" : "]"));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }
}
