package murmuration.warning.model;

/**
 * A model in continuous time: {@code dx_j = f_j(x) dt + g_j(x) dW_j}, in the sense of Itô, with
 * independent noise for each component.
 *
 * <pre>{@code
 * record Logistic(double r, double k, double sigma) implements StochasticFlow {
 *   public Rates rates() {
 *     return (p, x, drift, diffusion) -> {
 *       drift[0] = p[0] * x[0] * (1 - x[0] / p[1]);
 *       diffusion[0] = p[2];
 *     };
 *   }
 *   public Driver driver() { return new Driver("r", 1, 0.1, 0, 2); }
 *   public double[] initial() { return new double[] {1}; }
 *   public Logistic with(String name, double value) { return Parameters.with(this, name, value); }
 * }
 * }</pre>
 */
public non-sealed interface StochasticFlow extends DynamicalModel {
  /** How a step of integration is made. */
  enum Method {
    /** {@code x + f(x) dt + g(x) sqrt(dt) z}. */
    EULER_MARUYAMA,
    /**
     * The classical Runge-Kutta step of fourth order for the drift, then {@code g(x) sqrt(dt) z}
     * with g at the start of the step: for systems without noise or with little.
     */
    RUNGE_KUTTA_4
  }

  /** Drift and diffusion. Depends on nothing but its arguments; called from several threads. */
  @FunctionalInterface
  interface Rates {
    /**
     * Drift and diffusion at a state.
     *
     * @param p parameters, in the order of the record
     * @param x state, length d
     * @param drift f, length d; all of it overwritten
     * @param diffusion g, length d; all of it overwritten
     */
    void at(double[] p, double[] x, double[] drift, double[] diffusion);
  }

  /** The equations. */
  Rates rates();

  /** How steps are made unless a scenario says otherwise. */
  default Method method() {
    return Method.EULER_MARUYAMA;
  }

  /** 500 units of time in steps of 0.01 after 100 of burn-in, sampled at each unit. */
  @Override
  default Timing timing() {
    return new Timing(500, 0.01, 100, 1);
  }
}
