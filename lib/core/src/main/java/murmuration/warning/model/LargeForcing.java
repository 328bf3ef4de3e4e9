package murmuration.warning.model;

import murmuration.math.Arguments;

/**
 * Collapses by one large push, without any approach of a bifurcation: region V of Boettiger, Ross
 * and Hastings (2013), Figures 1 and 4. Both are {@link MayHarvest} at h = 0.15, far from the fold
 * at 0.2604, for 500 units of time with the push at 400.
 */
public final class LargeForcing {
  private static final double CALM = 0.15;
  private static final double PUSH = 400;

  private LargeForcing() {}

  /**
   * The ball is pushed: the state jumps by this much. At h = 0.15 there is no second cup to land in
   * and it comes back; collapse needs two cups, h from 0.179 to 0.260: see {@link #ofState(double,
   * double)}.
   */
  public static Scenario ofState(double by) {
    return ofState(by, CALM);
  }

  /**
   * The ball is pushed, at another constant h.
   *
   * @param by what is added to the state at time 400
   * @param h harvest rate
   */
  public static Scenario ofState(double by, double h) {
    return new MayHarvest().with("h", h).unforced().shock(PUSH, by);
  }

  /** The cup is changed: h jumps to this value, for collapse one above 0.2604. */
  public static Scenario ofDriver(double h) {
    Arguments.require(Double.isFinite(h), "h is %s: expected a finite number", h);
    return new MayHarvest().forced(Forcing.step(CALM, h, PUSH));
  }
}
