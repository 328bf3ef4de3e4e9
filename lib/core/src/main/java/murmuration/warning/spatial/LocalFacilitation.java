package murmuration.warning.spatial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * Vegetation of drylands, where plants help their neighbours (Kéfi et al. 2007, Local facilitation,
 * bistability and transitions in arid ecosystems). Four neighbours; p is the cover of vegetation, q
 * its share among the neighbours.
 *
 * <ul>
 *   <li>empty to vegetated: {@code (delta p + (1 - delta) q)(b - c p)};
 *   <li>empty to degraded: {@code d};
 *   <li>degraded to empty: {@code r + f q};
 *   <li>vegetated to empty: {@code m0 + g0 (1 - pr q)}: death, and grazing from which neighbours
 *       protect.
 * </ul>
 *
 * <p>With {@code pr = 0} it is the model of Kéfi et al. The defaults are those of the R package
 * chouca. As {@code b} (rain) falls or {@code g0} (grazing) grows, vegetation collapses at a point
 * that {@link LatticeSimulation#collapse} finds.
 *
 * @param b establishment, 0.4: falls with aridity
 * @param c competition, 0.2
 * @param d degradation of empty soil, 0.1
 * @param delta share of seeds that travel far, 0.1
 * @param f local facilitation of regeneration, 0.9
 * @param g0 grazing, 0.1
 * @param m0 death of plants, 0.05
 * @param pr protection from grazing by neighbours, 0 to 1: 1
 * @param r regeneration of degraded soil by itself, 0.01
 */
public record LocalFacilitation(
    double b, double c, double d, double delta, double f, double g0, double m0, double pr, double r)
    implements LatticeModel {
  /** The usual parameters. */
  public LocalFacilitation() {
    this(0.4, 0.2, 0.1, 0.1, 0.9, 0.1, 0.05, 1, 0.01);
  }

  /** Checks the ranges. */
  public LocalFacilitation {
    Arguments.within("b", b, 0, Double.MAX_VALUE);
    Arguments.within("c", c, 0, Double.MAX_VALUE);
    Arguments.within("d", d, 0, Double.MAX_VALUE);
    Arguments.within("delta", delta, 0, 1);
    Arguments.within("f", f, 0, Double.MAX_VALUE);
    Arguments.within("g0", g0, 0, Double.MAX_VALUE);
    Arguments.within("m0", m0, 0, Double.MAX_VALUE);
    Arguments.within("pr", pr, 0, 1);
    Arguments.within("r", r, 0, Double.MAX_VALUE);
  }

  @Override
  public Map<String, Double> parameters() {
    var parameters = new LinkedHashMap<String, Double>();
    parameters.put("b", b);
    parameters.put("c", c);
    parameters.put("d", d);
    parameters.put("delta", delta);
    parameters.put("f", f);
    parameters.put("g0", g0);
    parameters.put("m0", m0);
    parameters.put("pr", pr);
    parameters.put("r", r);
    return parameters;
  }

  @Override
  public LocalFacilitation with(String parameter, double value) {
    double[] p = LatticeModel.replaced(parameters(), parameter, value);
    return new LocalFacilitation(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
  }

  @Override
  public List<String> states() {
    return List.of("empty", "vegetated", "degraded");
  }

  @Override
  public Neighbourhood neighbourhood() {
    return Neighbourhood.FOUR;
  }

  @Override
  public double rate(int from, int to, double[] cover, double[] near) {
    States.check(3, from, to, cover, near);
    double p = cover[1];
    double q = near[1];
    return switch (from) {
      case 0 -> to == 1 ? Math.max(0, (delta * p + (1 - delta) * q) * (b - c * p)) : d;
      case 1 -> to == 0 ? m0 + g0 * (1 - pr * q) : 0;
      default -> to == 0 ? r + f * q : 0;
    };
  }
}
