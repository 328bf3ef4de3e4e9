package murmuration.learn;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A system near a bifurcation of codimension one, with random rates, noise and higher terms: what a
 * detector is trained on. The distance r to the bifurcation is 1 at the beginning of a run; a
 * forced run ends at a distance of 0 to 0.25, a null keeps one distance.
 */
enum NormalForm {
  /** {@code dx = k (r - x^2 + c x^3)/2 dt + noise}; a run that has left the well is refused. */
  FOLD {
    @Override
    boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random) {
      double c = random.nextDouble(-0.4, 0.4);
      double power = random.nextBoolean() ? 0 : 0.5;
      double noise = loud * logUniform(random, 0.01, 0.1);
      double state = Math.sqrt(ramp.at(0));
      var clock = new Clock(random);
      for (int t = -BURNT; t < x.length; t++) {
        double r = ramp.at(t);
        for (int s = 0; s < clock.steps; s++) {
          double drift = clock.rate * (r - state * state + c * state * state * state) / 2;
          state += clock.step(drift, noise * Math.pow(Math.max(state, 0), power), random);
          if (state < -0.3 || state > 2.2) {
            return false;
          }
        }
        keep(x, t, state);
      }
      return true;
    }
  },
  /** {@code dx = k (r x - x^2 + c x^3) dt + noise}, x the branch that meets 0. */
  TRANSCRITICAL {
    @Override
    boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random) {
      double c = random.nextDouble(-0.3, 0.3);
      double power = random.nextBoolean() ? 0 : 0.5;
      double noise = loud * logUniform(random, 0.01, 0.1);
      double state = ramp.at(0);
      var clock = new Clock(random);
      for (int t = -BURNT; t < x.length; t++) {
        double r = ramp.at(t);
        for (int s = 0; s < clock.steps; s++) {
          double drift = clock.rate * state * (r - state + c * state * state);
          state += clock.step(drift, noise * Math.pow(Math.max(state, 0), power), random);
          state = Math.max(state, 0);
          if (state > 3) {
            return false;
          }
        }
        keep(x, t, state);
      }
      return true;
    }
  },
  /** {@code dx = k (-r x - b x^3 + c x^2) dt + noise}, super- or subcritical. */
  PITCHFORK {
    @Override
    boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random) {
      double b = random.nextDouble(-0.5, 1.5);
      double c = random.nextDouble(-0.3, 0.3);
      double noise = loud * logUniform(random, 0.01, 0.2);
      double state = 0;
      var clock = new Clock(random);
      for (int t = -BURNT; t < x.length; t++) {
        double r = ramp.at(t);
        for (int s = 0; s < clock.steps; s++) {
          double drift = clock.rate * state * (-r - b * state * state + c * state);
          state += clock.step(drift, noise, random);
          if (Math.abs(state) > 1.5) {
            return false;
          }
        }
        keep(x, t, state);
      }
      return true;
    }
  },
  /** A focus {@code -r k +- i w} with cubic terms, seen along one axis. */
  HOPF {
    @Override
    boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random) {
      double b = random.nextDouble(-0.3, 1.5);
      double c = random.nextDouble(-0.5, 0.5);
      double noise = loud * logUniform(random, 0.01, 0.2);
      double angle = logUniform(random, 0.1, 2.5);
      double u = 0;
      double v = 0;
      var clock = new Clock(random);
      double cos = Math.cos(angle / clock.steps);
      double sin = Math.sin(angle / clock.steps);
      for (int t = -BURNT; t < x.length; t++) {
        double r = ramp.at(t);
        for (int s = 0; s < clock.steps; s++) {
          double growth = clock.rate * (-r - b * (u * u + v * v));
          double p = cos * u - sin * v;
          v = sin * u + cos * v;
          u = p;
          u += clock.step(growth * u, noise, random);
          v += clock.step(growth * v, noise, random);
          if (u * u + v * v > 2) {
            return false;
          }
        }
        keep(x, t, u + c * u * u);
      }
      return true;
    }
  },
  /** The map {@code x' = -(1 - d r) x + c x^2 + b x^3 + noise}. */
  FLIP {
    @Override
    boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random) {
      double d = random.nextDouble(0.2, 1.4);
      double b = random.nextDouble(-0.2, 1);
      double c = random.nextDouble(-0.5, 0.5);
      double noise = loud * logUniform(random, 0.005, 0.1);
      double state = 0;
      for (int t = -BURNT; t < x.length; t++) {
        double multiplier = -(1 - d * ramp.at(t));
        state =
            multiplier * state
                + c * state * state
                + b * state * state * state
                + noise * random.nextGaussian();
        if (Math.abs(state) > 1) {
          return false;
        }
        keep(x, t, state);
      }
      return true;
    }
  };

  private static final int BURNT = 100;
  private static final int TRIES = 200;

  /**
   * Fills x, unless the system has left the state whose loss of stability is meant.
   *
   * @param loud 1 for its noise, 0 for none
   */
  abstract boolean run(double[] x, Ramp ramp, double loud, RandomGenerator random);

  /** A run of n samples, forced or with one distance for all. */
  double[] draw(int n, boolean forced, RandomGenerator random) {
    double[] x = new double[n];
    for (int i = 0; i < TRIES; i++) {
      double near = random.nextDouble(0, 0.25);
      double distance = random.nextDouble(near, 1);
      var ramp = forced ? new Ramp(1, near, n) : new Ramp(distance, distance, n);
      if (run(x, ramp, 1, random)) {
        return x;
      }
    }
    throw new IllegalStateException("no run of " + this + " stayed in its state");
  }

  /** A run at one distance on the path that a driven system of this kind takes without noise. */
  double[] drifting(int n, RandomGenerator random) {
    double[] x = draw(n, false, random);
    double[] path = new double[n];
    run(path, new Ramp(1, random.nextDouble(0, 0.25), n), 0, random);
    Arrays.setAll(x, t -> x[t] + path[t]);
    return x;
  }

  private static void keep(double[] x, int t, double value) {
    if (t >= 0) {
      x[t] = value;
    }
  }

  static double logUniform(RandomGenerator random, double low, double high) {
    return low * Math.exp(random.nextDouble() * Math.log(high / low));
  }

  /** The distance from the bifurcation along a run, constant before it begins. */
  private record Ramp(double from, double to, int n) {
    double at(int t) {
      return from + (to - from) * Math.max(t, 0) / n;
    }
  }

  /** Recovery at distance 1 between two samples, k from 0.1 to 2.5, in Euler-Maruyama steps. */
  private static final class Clock {
    private final double rate;
    private final int steps;
    private final double root;

    Clock(RandomGenerator random) {
      rate = logUniform(random, 0.1, 2.5);
      steps = Math.max(2, (int) Math.ceil(rate / 0.1));
      root = Math.sqrt(2 * rate / steps);
    }

    /** Noise in units of the standard deviation at distance 1. */
    double step(double drift, double noise, RandomGenerator random) {
      return drift / steps + noise * root * random.nextGaussian();
    }
  }
}
