package murmuration.warning.model;

import java.util.List;
import java.util.Optional;
import murmuration.math.Interruption;

/** The critical point that a scenario's driver passes first, and when. */
record Tipping(CriticalPoint point, double time) {
  private static final long MOST_LOOKS = 1_000_000;
  private static final int LOOKS_BETWEEN_CHECKS = 1 << 16;

  static Optional<Tipping> of(Scenario scenario) {
    double dt = scenario.timing().step();
    long points = scenario.points();
    double last = (points - 1) * dt;
    long stride = Math.max(1, points / MOST_LOOKS);
    Forcing forcing = scenario.forcing();
    double first = forcing.at(0, last);
    double low = Math.min(first, forcing.at(last, last));
    double high = Math.max(first, forcing.at(last, last));
    for (long i = 0; i < points; i += stride) {
      double value = forcing.at(i * dt, last);
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (i % LOOKS_BETWEEN_CHECKS == 0) {
        Interruption.check("search for the transition");
      }
    }
    if (low == high) {
      return Optional.empty();
    }
    List<CriticalPoint> ends =
        scenario.model().ends(scenario.parameter(), first, low, high, scenario.start());
    long before = 0;
    while (before < points - 1) {
      long next = Math.min(before + stride, points - 1);
      if (passed(ends, first, forcing.at(next * dt, last)).isPresent()) {
        for (long i = before + 1; i <= next; i++) {
          var end = passed(ends, first, forcing.at(i * dt, last));
          if (end.isPresent()) {
            return Optional.of(new Tipping(end.get(), i * dt));
          }
        }
      }
      before = next;
    }
    return Optional.empty();
  }

  /** The first of the ends that the driver is at or beyond, seen from its first value. */
  private static Optional<CriticalPoint> passed(
      List<CriticalPoint> ends, double first, double value) {
    return ends.stream()
        .filter(end -> first <= end.value() ? value >= end.value() : value <= end.value())
        .findFirst();
  }
}
