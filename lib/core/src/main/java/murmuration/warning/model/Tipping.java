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
    double low = first;
    double high = first;
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
    for (long i = 1; i < points; i += stride) {
      double value = forcing.at(i * dt, last);
      for (CriticalPoint end : ends) {
        if (first <= end.value() ? value >= end.value() : value <= end.value()) {
          return Optional.of(new Tipping(end, i * dt));
        }
      }
    }
    return Optional.empty();
  }
}
