package murmuration.warning.spatial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * A mussel bed torn by waves (Guichard et al. 2003, Mussel disturbance dynamics: signatures of
 * oceanographic forcing from local interactions). Eight neighbours. Empty rock is settled at rate
 * {@code r q}, q the share of mussels among the neighbours; mussels are torn off at rate {@code
 * delta}, and at {@code delta + d} where a neighbour was torn off just before; a place torn open is
 * bare a step later. With the usual parameters a bed dies out: the stirred model keeps mussels, the
 * lattice, where they cling together, loses them.
 *
 * @param r settling among mussels, 0.4
 * @param d tearing beside a fresh disturbance, 0.1
 * @param delta tearing everywhere, 0.25
 */
public record MusselBed(double r, double d, double delta) implements LatticeModel {
  /** The usual parameters. */
  public MusselBed() {
    this(0.4, 0.1, 0.25);
  }

  /** Checks the ranges. */
  public MusselBed {
    Arguments.within("r", r, 0, Double.MAX_VALUE);
    Arguments.within("d", d, 0, Double.MAX_VALUE);
    Arguments.within("delta", delta, 0, Double.MAX_VALUE);
  }

  @Override
  public Map<String, Double> parameters() {
    var parameters = new LinkedHashMap<String, Double>();
    parameters.put("r", r);
    parameters.put("d", d);
    parameters.put("delta", delta);
    return parameters;
  }

  @Override
  public MusselBed with(String parameter, double value) {
    double[] p = LatticeModel.replaced(parameters(), parameter, value);
    return new MusselBed(p[0], p[1], p[2]);
  }

  @Override
  public List<String> states() {
    return List.of("empty", "mussels", "disturbed");
  }

  @Override
  public Neighbourhood neighbourhood() {
    return Neighbourhood.EIGHT;
  }

  @Override
  public double rate(int from, int to, double[] cover, double[] near) {
    States.check(3, from, to, cover, near);
    return switch (from) {
      case 0 -> to == 1 ? r * near[1] : 0;
      case 1 -> to == 2 ? delta + (near[2] > 0 ? d : 0) : 0;
      default -> to == 0 ? 1 : 0;
    };
  }
}
