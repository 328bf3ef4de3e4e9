package murmuration.warning.spatial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * Gaps in a forest (Kubo, Iwasa and Furumoto 1996, Forest spatial dynamics with gap expansion):
 * trees fall at rate {@code d + delta q}, q the share of gaps among the four neighbours, since
 * trees beside a gap are exposed to wind; gaps close at rate {@code alpha p}, p the cover, since
 * seeds come from far away.
 *
 * <p>Stirred, {@code alpha p (1-p) = p (d + delta (1-p))}, so {@code p = 1 - d/(alpha - delta)}:
 * cover falls to 0 without a jump at {@code d = alpha - delta}, where delta is below alpha. Above
 * it there are two stable states.
 *
 * @param d mortality of a tree among trees, 0.125
 * @param delta additional mortality among gaps, 0.05
 * @param alpha closing of gaps, 0.2
 */
public record ForestGap(double d, double delta, double alpha) implements LatticeModel {
  /** The usual parameters. */
  public ForestGap() {
    this(0.125, 0.05, 0.2);
  }

  /** Checks the ranges. */
  public ForestGap {
    Arguments.within("d", d, 0, Double.MAX_VALUE);
    Arguments.within("delta", delta, 0, Double.MAX_VALUE);
    Arguments.within("alpha", alpha, 0, Double.MAX_VALUE);
  }

  @Override
  public Map<String, Double> parameters() {
    var parameters = new LinkedHashMap<String, Double>();
    parameters.put("d", d);
    parameters.put("delta", delta);
    parameters.put("alpha", alpha);
    return parameters;
  }

  @Override
  public ForestGap with(String parameter, double value) {
    double[] p = LatticeModel.replaced(parameters(), parameter, value);
    return new ForestGap(p[0], p[1], p[2]);
  }

  @Override
  public List<String> states() {
    return List.of("gap", "tree");
  }

  @Override
  public Neighbourhood neighbourhood() {
    return Neighbourhood.FOUR;
  }

  @Override
  public double rate(int from, int to, double[] cover, double[] near) {
    States.check(2, from, to, cover, near);
    return from == 1 ? d + delta * near[0] : alpha * cover[1];
  }
}
