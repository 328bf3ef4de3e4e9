package murmuration.warning.model;

import java.util.Comparator;
import java.util.List;
import murmuration.warning.model.Scenario.Shock;

/** The shocks of a run in the order of their times. */
final class Jumps {
  private final List<Shock> shocks;
  private final double step;
  private int done;

  Jumps(Scenario scenario) {
    step = scenario.timing().step();
    shocks = scenario.shocks().stream().sorted(Comparator.comparingDouble(Shock::time)).toList();
  }

  /** The point of the next shock; -1 after the last. */
  long next() {
    return done < shocks.size() ? Math.round(shocks.get(done).time() / step) : -1;
  }

  /** Adds the shocks of a point to its state. */
  void at(long point, double[] x) {
    while (next() == point) {
      Shock shock = shocks.get(done++);
      x[shock.component()] += shock.by();
    }
  }
}
