package murmuration.learn;

import java.util.random.RandomGenerator;
import murmuration.learn.DrivenModel.Clock;
import murmuration.learn.DrivenModel.Noise;
import murmuration.learn.DrivenModel.Seen;
import murmuration.learn.DrivenModel.Way;
import murmuration.math.Arguments;
import murmuration.warning.model.Daisyworld;
import murmuration.warning.model.IceAlbedo;
import murmuration.warning.model.RickerHarvest;
import murmuration.warning.model.RosenzweigMacArthur;
import murmuration.warning.model.StommelBox;

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
      "predators, Hopf",
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
      "predators, transcritical",
      new DrivenModel(
          new RosenzweigMacArthur(),
          new Way("a", 12, 5.882353),
          new Noise("sigma", 0.002, 0.01),
          new Clock(0.01, 0.2, 1.5),
          new Seen(new double[] {0.5, 0.4}, 1, 0, 3))),
  /** {@link StommelBox}, freshwater flux from 0.8 to the fold at 1.2201; the temperature. */
  OCEAN_FOLD(
      "Stommel, fold",
      new DrivenModel(
          new StommelBox(),
          new Way("eta2", 0.8, 1.220115),
          new Noise("sigma", 0.002, 0.02),
          new Clock(0.02, 0.1, 1),
          new Seen(new double[] {1.6, 0.6}, 0, 0.5, 2.35))),
  /** {@link IceAlbedo}, the sun from 1 down to the fold at 0.8861. */
  ICE_FOLD(
      "ice and albedo, fold",
      new DrivenModel(
          new IceAlbedo(),
          new Way("mu", 1, 0.886144),
          new Noise("sigma", 0.05, 0.3),
          new Clock(0.1, 0.5, 5),
          new Seen(new double[] {288}, 0, 271, 320))),
  /** {@link Daisyworld}, the sun from 1.2 to the end of life at 1.54; the white daisies. */
  DAISY_FOLD(
      "Daisyworld, fold",
      new DrivenModel(
          new Daisyworld(),
          new Way("L", 1.2, 1.541988),
          new Noise("sigma", 0.002, 0.01),
          new Clock(0.1, 1, 5, 600),
          new Seen(new double[] {0.65, 0.03}, 0, 0.2, 1)));

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
    return source.draw(check(n), forced, Arguments.present("random", random));
  }

  /**
   * Draws a null on the path that the driven system takes without noise: it moves as a forced run
   * does, and recovers as a null does. What calls it a warning sees the drift, not the slowing.
   *
   * @param n samples, 2 to 100,000
   * @param random the only source of chance
   */
  public double[] drifting(int n, RandomGenerator random) {
    return source.drifting(check(n), Arguments.present("random", random));
  }

  private static int check(int n) {
    Arguments.require(n >= 2 && n <= LONGEST, "n is %d: expected 2 to %d", n, LONGEST);
    return n;
  }

  @Override
  public String toString() {
    return label;
  }
}
