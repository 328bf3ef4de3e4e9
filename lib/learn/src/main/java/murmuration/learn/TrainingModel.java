package murmuration.learn;

import java.util.random.RandomGenerator;
import murmuration.learn.DrivenModel.Clock;
import murmuration.learn.DrivenModel.Noise;
import murmuration.learn.DrivenModel.Seen;
import murmuration.learn.DrivenModel.Way;
import murmuration.warning.model.DoubleWell;
import murmuration.warning.model.MayHarvest;

/** The simulators of the library that detectors learn from, beside the normal forms. */
enum TrainingModel {
  MAY_FOLD(
      new DrivenModel(
          new MayHarvest(),
          new Way("h", 0.15, 0.2604365),
          new Noise("sigma", 0.003, 0.02),
          new Clock(0.05, 0.5, 4),
          new Seen(new double[] {0.8}, 0, 0.3, 2))),
  WELL_FOLD(
      new DrivenModel(
          new DoubleWell(),
          new Way("p", 0.3, -2 / (3 * Math.sqrt(3))),
          new Noise("sigma", 0.01, 0.1),
          new Clock(0.05, 0.1, 1.5),
          new Seen(new double[] {1}, 0, 0.2, 3)));

  private final DrivenModel source;

  TrainingModel(DrivenModel source) {
    this.source = source;
  }

  double[] draw(int n, boolean forced, RandomGenerator random) {
    return source.draw(n, forced, random);
  }

  double[] drifting(int n, RandomGenerator random) {
    return source.drifting(n, random);
  }
}
