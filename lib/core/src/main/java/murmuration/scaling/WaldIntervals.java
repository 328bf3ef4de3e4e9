package murmuration.scaling;

import java.util.ArrayList;
import java.util.List;
import murmuration.Quantities;
import org.apache.commons.math3.distribution.TDistribution;

/** Estimate plus and minus t standard errors. */
final class WaldIntervals {
  private WaldIntervals() {}

  static LawIntervals of(ScalingFit fit, double level) {
    double t = quantile(fit, level);
    List<Quantities.Row> rows = new ArrayList<>();
    double[] vector = fit.law().vector();
    for (LawParameter p : LawParameter.values()) {
      double reach = t * fit.standardError(p);
      double kept = vector[p.index()];
      boolean none = !(reach > 0);
      rows.add(
          new Quantities.Row(
              p.symbol(),
              p.natural(kept),
              none ? Double.NaN : p.natural(kept - reach),
              none ? Double.NaN : p.natural(kept + reach)));
    }
    return new LawIntervals("Wald", level, rows, fit.provenance());
  }

  /** How many standard errors an interval reaches on either side: Student's t. */
  static double quantile(ScalingFit fit, double level) {
    double freedom = fit.degreesOfFreedom();
    double share = 1 - (1 - LawIntervals.level(level)) / 2;
    return freedom > 0
        ? new TDistribution(null, freedom).inverseCumulativeProbability(share)
        : Double.NaN;
  }
}
