package murmuration.warning.model;

/** A model in discrete time, {@code x' = F(x, z)}, with standard normal z, one a component. */
public non-sealed interface StochasticMap extends DynamicalModel {
  /** The map. Depends on nothing but its arguments; called from several threads. */
  @FunctionalInterface
  interface Image {
    /**
     * The state one step later.
     *
     * @param p parameters, in the order of the record
     * @param x state, length d
     * @param z standard normal numbers, length d; zeros for the map without noise
     * @param next the state after the step, length d; all of it overwritten
     */
    void of(double[] p, double[] x, double[] z, double[] next);
  }

  /** The equations. */
  Image image();

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
