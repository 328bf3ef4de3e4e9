package murmuration.learn;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.warning.model.DynamicalModel;
import murmuration.warning.model.Forcing;
import murmuration.warning.model.StochasticMap;

/**
 * A simulator of the library that is driven towards one of its critical points, as a source of runs
 * of any length. As for {@link NormalForm}: a forced run ends at 0 to 25 % of the way that was left
 * at its beginning, a null stays at one point of that way, and a run that leaves its state is drawn
 * again.
 *
 * @param model the model, which runs begin from its initial state
 * @param way the way to the bifurcation
 * @param noise the strength of its noise
 * @param clock its times
 * @param seen what is seen of it
 */
record DrivenModel(DynamicalModel model, Way way, Noise noise, Clock clock, Seen seen) {
  private static final int TRIES = 500;

  /** The driven parameter, its first value, and its value at the bifurcation. */
  record Way(String parameter, double from, double critical) {}

  /** The parameter that is the strength of the noise, log-uniform between two values. */
  record Noise(String parameter, double weakest, double strongest) {}

  /**
   * Step of integration, the time from sample to sample, log-uniform between two values, and the
   * samples before the first that is kept.
   */
  record Clock(double step, double nearest, double farthest, int burnt) {
    private static final int BURNT = 100;

    Clock(double step, double nearest, double farthest) {
      this(step, nearest, farthest, BURNT);
    }

    static Clock ofMap() {
      return new Clock(1, 1, 1);
    }
  }

  /** State before burn-in, the component that is seen, and where it has left its state. */
  record Seen(double[] start, int component, double lowest, double highest) {}

  double[] draw(int n, boolean forced, RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      double near = random.nextDouble(0, 0.25);
      double distance = forced ? near : random.nextDouble(near, 1);
      double end = way.critical + distance * (way.from - way.critical);
      double[] x = run(n, forced ? way.from : end, end, random);
      if (stays(x)) {
        return x;
      }
    }
    throw new IllegalStateException("no run of " + model + " stayed in its state");
  }

  /** A null on the path that the driven system would take without noise. */
  double[] drifting(int n, RandomGenerator random) {
    double[] x = draw(n, false, random);
    double mean = Arrays.stream(x).average().orElse(0);
    double end = way.critical + random.nextDouble(0, 0.25) * (way.from - way.critical);
    double[] path = run(n, way.from, end, 0, random);
    Arrays.setAll(x, t -> path[t] + x[t] - mean);
    return x;
  }

  private double[] run(int n, double first, double last, RandomGenerator random) {
    double strength = NormalForm.logUniform(random, noise.weakest, noise.strongest);
    return run(n, first, last, strength, random);
  }

  private double[] run(int n, double first, double last, double strength, RandomGenerator random) {
    double wished = NormalForm.logUniform(random, clock.nearest, clock.farthest);
    double every =
        model instanceof StochasticMap
            ? 1
            : clock.step * Math.max(1, Math.rint(wished / clock.step));
    return model
        .with(noise.parameter, strength)
        .with(way.parameter, first)
        .forced(way.parameter, Forcing.linear(first, last))
        .from(seen.start)
        .step(clock.step)
        .every(every)
        .burnIn(clock.burnt * every)
        .duration(n * every)
        .simulate(random.nextLong())
        .series(model.components().get(seen.component))
        .values();
  }

  private boolean stays(double[] x) {
    for (double v : x) {
      if (!(v >= seen.lowest && v <= seen.highest)) {
        return false;
      }
    }
    return true;
  }
}
