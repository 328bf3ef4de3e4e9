package murmuration.learn;

import java.util.random.RandomGenerator;
import murmuration.learn.DrivenModel.Clock;
import murmuration.learn.DrivenModel.Noise;
import murmuration.learn.DrivenModel.Seen;
import murmuration.learn.DrivenModel.Way;
import murmuration.math.Arguments;
import murmuration.warning.model.RickerHarvest;
import murmuration.warning.model.RosenzweigMacArthur;

/**
 * Simulators that no detector of this library learned from: what detectors are compared on. Runs
 * towards a bifurcation end at 0 to 25 % of the way that was left at their beginning; nulls stay at
 * one point of the way, noise and (for flows) the time between samples are random. Runs that left
 * their state on the way are drawn again.
 */
public enum UnseenModel {
  /** {@link RickerHarvest}, harvest from 0 to the fold at 2.3636. */
  RICKER_FOLD(
      "Ricker, fold",
      new DrivenModel(
          new RickerHarvest(),
          new Way("F", 0, 2.363645),
          new Noise("sigma", 0.01, 0.04),
          Clock.ofMap(),
          new Seen(new double[] {10}, 0, 3, 20))),
  /** {@link RickerHarvest}, growth rate from 0.75 to the flip at 2. */
  RICKER_FLIP(
      "Ricker, flip",
      new DrivenModel(
          new RickerHarvest(),
          new Way("r", 0.75, 2),
          new Noise("sigma", 0.01, 0.04),
          Clock.ofMap(),
          new Seen(new double[] {10}, 0, 0, 30))),
  /** {@link RosenzweigMacArthur}, attack rate from 12 to the Hopf point at 15.6863; the prey. */
  PREDATOR_HOPF(
      "Rosenzweig–MacArthur, Hopf",
      new DrivenModel(
          new RosenzweigMacArthur(),
          new Way("a", 12, 15.686275),
          new Noise("sigma", 0.005, 0.02),
          new Clock(0.01, 0.2, 1.5),
          new Seen(new double[] {0.5, 0.4}, 0, 0.01, 3))),
  /**
   * {@link RosenzweigMacArthur}, attack rate from 12 down to 5.8824, where the predator is lost;
   * the predator.
   */
  PREDATOR_LOSS(
      "Rosenzweig–MacArthur, transcritical",
      new DrivenModel(
          new RosenzweigMacArthur(),
          new Way("a", 12, 5.882353),
          new Noise("sigma", 0.002, 0.01),
          new Clock(0.01, 0.2, 1.5),
          new Seen(new double[] {0.5, 0.4}, 1, 0, 3)));

  private static final int LONGEST = 100_000;

  private final String label;
  private final DrivenModel source;

  UnseenModel(String label, DrivenModel source) {
    this.label = label;
    this.source = source;
  }

  /** Its name in tables and figures. */
  public String label() {
    return label;
  }

  /**
   * Draws a run.
   *
   * @param n samples, 2 to 100,000
   * @param forced whether it is driven towards the bifurcation
   * @param random the only source of chance
   */
  public double[] draw(int n, boolean forced, RandomGenerator random) {
    Arguments.require(n >= 2 && n <= LONGEST, "n is %d: expected 2 to %d", n, LONGEST);
    return source.draw(n, forced, Arguments.present("random", random));
  }

  @Override
  public String toString() {
    return label;
  }
}
