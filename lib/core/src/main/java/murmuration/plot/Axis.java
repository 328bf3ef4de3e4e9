package murmuration.plot;

import murmuration.math.Arguments;

/**
 * One axis of a panel.
 *
 * @param label what is measured along it, with its unit
 * @param log whether it is logarithmic (base 10)
 * @param from its lower end, or NaN to fit the data
 * @param to its upper end, or NaN to fit the data
 */
public record Axis(String label, boolean log, double from, double to) {
  /** Checks that both ends are given or none, in order, and above zero on a logarithmic axis. */
  public Axis {
    Arguments.present("label", label);
    Arguments.require(
        Double.isNaN(from) == Double.isNaN(to),
        "range of axis '%s' is %s to %s: expected two numbers",
        label,
        from,
        to);
    if (!Double.isNaN(from)) {
      Arguments.require(
          from < to && Double.isFinite(from) && Double.isFinite(to),
          "range of axis '%s' is %s to %s: expected two finite numbers in increasing order",
          label,
          from,
          to);
      Arguments.require(
          !log || from > 0,
          "logarithmic axis '%s' starts at %s: expected a number above 0",
          label,
          from);
    }
  }

  static Axis of(String label) {
    return new Axis(label, false, Double.NaN, Double.NaN);
  }

  Axis logarithmic() {
    return new Axis(label, true, from, to);
  }

  Axis range(double newFrom, double newTo) {
    Arguments.require(
        !Double.isNaN(newFrom) && !Double.isNaN(newTo),
        "range of axis '%s' is %s to %s: expected two numbers",
        label,
        newFrom,
        newTo);
    return new Axis(label, log, newFrom, newTo);
  }

  boolean fitted() {
    return Double.isNaN(from);
  }

  /** Refuses a number that a logarithmic axis cannot show; NaN is no number. */
  void accept(String what, double value) {
    Arguments.require(
        !log || !(value <= 0),
        "%s has the value %s on the logarithmic axis '%s': expected values above 0",
        what,
        value,
        label);
  }
}
