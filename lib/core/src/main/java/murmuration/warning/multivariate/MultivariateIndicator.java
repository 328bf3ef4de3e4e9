package murmuration.warning.multivariate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;

/**
 * A number that a sliding window reads off several variables, such as the largest eigenvalue of
 * their covariance. Those of the field are in {@link MultivariateIndicators}; {@link #of} makes one
 * from any statistic.
 *
 * <p>The same code measures the record and its surrogates.
 */
public final class MultivariateIndicator {
  private final String name;
  private final String label;
  private final ToDoubleFunction<WindowMatrices> value;

  MultivariateIndicator(String name, String label, ToDoubleFunction<WindowMatrices> value) {
    this.name = name;
    this.label = label;
    this.value = value;
  }

  /**
   * An indicator of one's own.
   *
   * @param name short name, used for columns, such as {@code "range"}
   * @param label label of its axis, with its unit
   * @param statistic a number from the complete rows of one window, {@code [row][variable]}, oldest
   *     first; it gets its own copy and may be called from several threads
   */
  public static MultivariateIndicator of(
      String name, String label, ToDoubleFunction<double[][]> statistic) {
    Arguments.present("name", name);
    Arguments.present("label", label);
    Arguments.present("statistic", statistic);
    return new MultivariateIndicator(
        name, label, window -> statistic.applyAsDouble(window.completeRows()));
  }

  /** Short name, used for columns: {@code "meanAR"}. */
  public String name() {
    return name;
  }

  /** Label of its axis. */
  public String label() {
    return label;
  }

  double in(WindowMatrices window) {
    return value.applyAsDouble(window);
  }

  /** A copy of a list that is not empty and has each name once. */
  static List<MultivariateIndicator> distinct(List<MultivariateIndicator> indicators) {
    var copy = Arguments.listed("indicators", indicators);
    Arguments.require(!copy.isEmpty(), "indicators is empty: expected at least 1");
    long names = copy.stream().map(MultivariateIndicator::name).distinct().count();
    Arguments.require(names == copy.size(), "indicators %s: expected each name once", copy);
    return copy;
  }

  /** Several indicators along a record, {@code [indicator][sample]}. */
  static double[][] along(
      List<MultivariateIndicator> indicators, WindowMatrices window, Slide slide) {
    double[][] values = Matrices.filled(indicators.size(), slide.n(), Double.NaN);
    for (int q = 0; q < slide.size(); q++) {
      if (window.move(q)) {
        for (int i = 0; i < values.length; i++) {
          values[i][slide.at()[q]] = indicators.get(i).in(window);
        }
      }
    }
    return values;
  }

  /** Where the indicator of this one's name stands in a list. */
  int in(List<MultivariateIndicator> measured) {
    for (int i = 0; i < measured.size(); i++) {
      if (measured.get(i).name.equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "indicator " + name + " was not measured: expected one of " + measured);
  }

  @Override
  public String toString() {
    return name;
  }
}
