package murmuration.notebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where to where numbers go, how many are missing, and how many truth values are true. */
final class Range {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private long missing;
  private long truths;
  private boolean hasTruths;

  private Range() {}

  /** The range of the elements, and of the elements of elements that are arrays, in words. */
  static String of(List<? extends @Nullable Object> elements) {
    var range = new Range();
    range.add(elements);
    var facts = new ArrayList<String>();
    if (range.low <= range.high) {
      facts.add(Cell.of(range.low) + " to " + Cell.of(range.high));
    }
    if (range.hasTruths) {
      facts.add(range.truths + " true");
    }
    if (range.missing > 0) {
      facts.add(range.missing + " missing");
    }
    return String.join(", ", facts);
  }

  private void add(List<? extends @Nullable Object> elements) {
    for (var element : elements) {
      switch (element) {
        case null -> missing++;
        case Number number -> add(number.doubleValue());
        case Boolean truth -> {
          hasTruths = true;
          truths += truth ? 1 : 0;
        }
        case Object array when array.getClass().isArray() -> add(Elements.of(array));
        default -> {}
      }
    }
  }

  private void add(double x) {
    if (Double.isNaN(x)) {
      missing++;
    } else {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  }
}
