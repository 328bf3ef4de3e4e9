package murmuration.warning;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;

/**
 * A number that a rolling window reads off a series, such as its variance. Those of the field are
 * in {@link Indicators}; {@link #of} makes one from any statistic.
 *
 * <p>The same code measures the record and its surrogates.
 */
public final class Indicator {
  private final String name;
  private final String label;
  private final Function<RollingPass, double[]> rolling;
  private final boolean ofShape;

  Indicator(String name, String label, Function<RollingPass, double[]> rolling) {
    this(name, label, rolling, false);
  }

  /** An indicator that says whether it needs sums up to the fourth power. */
  Indicator(String name, String label, Function<RollingPass, double[]> rolling, boolean ofShape) {
    this.name = name;
    this.label = label;
    this.rolling = rolling;
    this.ofShape = ofShape;
  }

  /**
   * An indicator of one's own.
   *
   * @param name short name, used for columns, such as {@code "range"}
   * @param label label of its axis, with its unit
   * @param statistic a number from the samples of one window, oldest first, NaN left out; it gets
   *     its own copy and may be called from several threads
   */
  public static Indicator of(String name, String label, ToDoubleFunction<double[]> statistic) {
    Arguments.present("name", name);
    Arguments.present("label", label);
    Arguments.present("statistic", statistic);
    return new Indicator(
        name, label, pass -> pass.each(window -> statistic.applyAsDouble(window.clone())));
  }

  /**
   * Short name, used for columns: {@code "variance"}, {@code "sample_entropy_2"}. It holds the
   * choices that were made, so that two of one name measure the same.
   */
  public String name() {
    return name;
  }

  /** Label of its axis. */
  public String label() {
    return label;
  }

  /**
   * This indicator along a series of its own, with unit time step.
   *
   * @param x observations, length n, at least 3; NaN where missing
   * @param window the window that slides
   * @return length n, NaN before the first full window
   */
  public double[] rolling(double[] x, Window window) {
    return rolling(x, x, 1, window);
  }

  /**
   * This indicator along a residual.
   *
   * @param residual what is left after detrending, length n, at least 3; NaN where missing
   * @param state the raw observations beside it, length n: the coefficient of variation and the
   *     Fano factor are relative to their mean
   * @param dt time from one sample to the next, above 0; only rates use it
   * @param window the window that slides
   * @return length n, NaN before the first full window
   */
  public double[] rolling(double[] residual, double[] state, double dt, Window window) {
    return rolling(List.of(this), residual, state, dt, window)[0];
  }

  /** Several indicators in one pass: {@code [indicator][sample]}. */
  static double[][] rolling(
      List<Indicator> indicators, double[] residual, double[] state, double dt, Window window) {
    Arguments.series("residual", residual, 3);
    Arguments.present("window", window);
    return rolling(indicators, residual, state, dt, Spans.of(window, residual.length));
  }

  /** The same where the windows are known already, as for surrogates. */
  static double[][] rolling(
      List<Indicator> indicators, double[] residual, double[] state, double dt, Spans spans) {
    var pass = new RollingPass(residual, state, dt, spans);
    if (indicators.stream().anyMatch(i -> i.ofShape)) {
      pass.highMoments();
    }
    double[][] values = new double[indicators.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = indicators.get(i).along(pass);
    }
    return values;
  }

  /** A copy of a list that is not empty and has each name once. */
  static List<Indicator> distinct(List<Indicator> indicators) {
    var copy = Arguments.listed("indicators", indicators);
    Arguments.require(!copy.isEmpty(), "indicators is empty: expected at least 1");
    long names = copy.stream().map(Indicator::name).distinct().count();
    Arguments.require(names == copy.size(), "indicators %s: expected each name once", copy);
    return copy;
  }

  /**
   * Where the indicator of this one's name stands in a list.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  int in(List<Indicator> measured) {
    for (int i = 0; i < measured.size(); i++) {
      if (measured.get(i).name.equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "indicator " + name + " was not measured: expected one of " + measured);
  }

  double[] along(RollingPass pass) {
    return rolling.apply(pass);
  }

  /** The same of each window after its own straight line was taken out. */
  public Indicator lineRemoved() {
    return new Indicator(name + "_line_removed", label, pass -> Lines.along(pass, this));
  }

  @Override
  public String toString() {
    return name;
  }
}
