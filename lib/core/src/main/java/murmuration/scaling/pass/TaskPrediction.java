package murmuration.scaling.pass;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * The pass rate that a task scaling law expects of a model of another size.
 *
 * @param n size of the model
 * @param value the pass rate
 * @param low lower end of the interval for a pass rate that would be measured there
 * @param high its upper end
 * @param level coverage of that interval
 */
public record TaskPrediction(double n, double value, double low, double high, double level)
    implements Result {
  /** Checks the parts. */
  public TaskPrediction {
    Arguments.positive("n", n);
    Arguments.within("value", value, 0, 1);
    Arguments.level(level);
  }

  /**
   * By how much the prediction is off, {@code (predicted - observed)/observed}.
   *
   * @param observed the pass rate that was measured, above 0, at most 1
   */
  public double relativeError(double observed) {
    Arguments.require(
        observed > 0 && observed <= 1, "observed is %s: expected above 0, at most 1", observed);
    return (value - observed) / observed;
  }

  /** Whether a pass rate lies in the interval. */
  public boolean covers(double observed) {
    return low <= observed && observed <= high;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "pass rate at N = %s: %s (%s %% for a measurement there: %s to %s)",
        Digits.of(n, 4),
        Digits.of(value, 4),
        Digits.of(100 * level, 4),
        Digits.of(low, 4),
        Digits.of(high, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("prediction").and("N", n).and("pass rate", value, low, high).table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("law", "exp(-c N^-alpha)", "level", Double.toString(level)));
  }
}
