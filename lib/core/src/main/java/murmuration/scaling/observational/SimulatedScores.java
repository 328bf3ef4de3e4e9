package murmuration.scaling.observational;

import murmuration.math.Arguments;

/**
 * Models that {@link SimulatedModels} made, with the capability that no table shows.
 *
 * @param scores their benchmark scores
 * @param tasks their scores on the tasks
 * @param capability the one number behind all of them, by model
 */
public record SimulatedScores(BenchmarkScores scores, TaskScores tasks, double[] capability) {
  /** Checks the length and keeps its own copy. */
  public SimulatedScores {
    Arguments.present("scores", scores);
    Arguments.present("tasks", tasks);
    Arguments.finite("capability", capability, 1);
    Arguments.require(
        capability.length == scores.size(),
        "capability has %d values: expected one for each of %d models",
        capability.length,
        scores.size());
    capability = capability.clone();
  }

  @Override
  public double[] capability() {
    return capability.clone();
  }
}
