package murmuration.warning.model;

/** A model in discrete time, {@code x' = F(x, z)}, with standard normal z, one a component. */
public non-sealed interface StochasticMap extends DynamicalModel {
  /**
   * The state one step later. Must depend on nothing but its arguments, and write all of {@code
   * next}.
   *
   * @param p parameters, in the order of the record
   * @param x state, length d
   * @param z standard normal numbers, length d; zeros for the map without noise
   * @param next the state after the step, length d; overwritten
   */
  void next(double[] p, double[] x, double[] z, double[] next);

  /** 500 steps after 100 of burn-in, each sampled. */
  @Override
  default Timing timing() {
    return new Timing(500, 1, 100, 1);
  }

  @Override
  default String timeName() {
    return "step";
  }
}
