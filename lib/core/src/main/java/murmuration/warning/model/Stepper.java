package murmuration.warning.model;

import murmuration.warning.model.StochasticFlow.Method;

/** One step of a model, with the floor after it. An object belongs to one run. */
sealed interface Stepper {
  /**
   * Replaces the state by the next.
   *
   * @param p parameters
   * @param x state, length d; overwritten
   * @param z standard normal numbers, length d
   */
  void step(double[] p, double[] x, double[] z);

  static Stepper of(DynamicalModel model, double dt, Method method) {
    int d = model.initial().length;
    return switch (model) {
      case StochasticMap map -> new Iteration(map, d);
      case StochasticFlow flow ->
          method == Method.RUNGE_KUTTA_4
              ? new RungeKutta(flow, d, dt)
              : new EulerMaruyama(flow, d, dt);
    };
  }

  /** {@code x' = F(x, z)}. */
  final class Iteration implements Stepper {
    private final StochasticMap.Image map;
    private final double floor;
    private final double[] next;

    Iteration(StochasticMap map, int d) {
      this.map = map.image();
      floor = map.floor();
      next = new double[d];
    }

    @Override
    public void step(double[] p, double[] x, double[] z) {
      map.of(p, x, z, next);
      for (int j = 0; j < x.length; j++) {
        x[j] = Math.max(floor, next[j]);
      }
    }
  }

  /** {@code x + f dt + g sqrt(dt) z}. */
  final class EulerMaruyama implements Stepper {
    private final StochasticFlow.Rates flow;
    private final double floor;
    private final double dt;
    private final double root;
    private final double[] drift;
    private final double[] diffusion;

    EulerMaruyama(StochasticFlow flow, int d, double dt) {
      this.flow = flow.rates();
      this.dt = dt;
      floor = flow.floor();
      root = Math.sqrt(dt);
      drift = new double[d];
      diffusion = new double[d];
    }

    @Override
    public void step(double[] p, double[] x, double[] z) {
      flow.at(p, x, drift, diffusion);
      for (int j = 0; j < x.length; j++) {
        x[j] = Math.max(floor, x[j] + drift[j] * dt + diffusion[j] * root * z[j]);
      }
    }
  }

  /** Four stages for the drift, then the noise. */
  final class RungeKutta implements Stepper {
    private final StochasticFlow.Rates flow;
    private final double floor;
    private final double dt;
    private final double root;
    private final double[] diffusion;
    private final double[] unused;
    private final double[] at;
    private final double[][] k;

    RungeKutta(StochasticFlow flow, int d, double dt) {
      this.flow = flow.rates();
      this.dt = dt;
      floor = flow.floor();
      root = Math.sqrt(dt);
      diffusion = new double[d];
      unused = new double[d];
      at = new double[d];
      k = new double[4][d];
    }

    @Override
    public void step(double[] p, double[] x, double[] z) {
      flow.at(p, x, k[0], diffusion);
      stage(p, x, 1, dt / 2);
      stage(p, x, 2, dt / 2);
      stage(p, x, 3, dt);
      for (int j = 0; j < x.length; j++) {
        double slope = k[0][j] + 2 * k[1][j] + 2 * k[2][j] + k[3][j];
        x[j] = Math.max(floor, x[j] + slope * dt / 6 + diffusion[j] * root * z[j]);
      }
    }

    private void stage(double[] p, double[] x, int number, double ahead) {
      for (int j = 0; j < x.length; j++) {
        at[j] = x[j] + ahead * k[number - 1][j];
      }
      flow.at(p, at, k[number], unused);
    }
  }
}
