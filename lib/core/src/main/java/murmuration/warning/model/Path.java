package murmuration.warning.model;

import murmuration.math.Interruption;

/** A run in progress: the state, and the order of time that {@link Scenario} describes. */
final class Path {
  private static final int STEPS_BETWEEN_CHECKS = 1 << 16;

  /** Where standard normal numbers come from. */
  interface Normals {
    /** Overwrites all of z. */
    void next(double[] z);
  }

  private final Scenario scenario;
  private final Normals burnIn;
  private final Normals normals;
  private final Stepper stepper;
  private final double[] p;
  private final int driven;
  private final double[] x;
  private final double[] z;

  Path(Scenario scenario, Normals burnIn, Normals normals) {
    this.scenario = scenario;
    this.burnIn = burnIn;
    this.normals = normals;
    stepper = Stepper.of(scenario.model(), scenario.timing().step(), scenario.method());
    p = Parameters.values(scenario.model());
    driven = Parameters.index(scenario.model(), scenario.parameter());
    x = scenario.start();
    z = new double[x.length];
  }

  /** The samples, one after the other, d numbers each. */
  double[] values() {
    settle();
    int d = x.length;
    int stride = scenario.stride();
    double[] values = new double[scenario.samples() * d];
    Jumps jumps = new Jumps(scenario);
    jumps.at(0, x);
    System.arraycopy(x, 0, values, 0, d);
    long point = 0;
    for (int k = 1; k < scenario.samples(); k++) {
      point = advance(point, stride, jumps);
      System.arraycopy(x, 0, values, k * d, d);
    }
    return values;
  }

  private void settle() {
    p[driven] = scenario.forcing().at(0, duration());
    long steps = scenario.burnInSteps();
    for (long i = 0; i < steps; i++) {
      burnIn.next(z);
      stepper.step(p, x, z);
      if (i % STEPS_BETWEEN_CHECKS == 0) {
        check(0);
      }
    }
    check(0);
  }

  private long advance(long from, int steps, Jumps jumps) {
    double dt = scenario.timing().step();
    double duration = duration();
    Forcing forcing = scenario.forcing();
    for (long i = from; i < from + steps; i++) {
      p[driven] = forcing.at(i * dt, duration);
      normals.next(z);
      stepper.step(p, x, z);
      if (jumps.next() == i + 1) {
        jumps.at(i + 1, x);
      }
      if (i % STEPS_BETWEEN_CHECKS == 0) {
        check(i * dt);
      }
    }
    check((from + steps) * dt);
    return from + steps;
  }

  private double duration() {
    return (scenario.points() - 1) * scenario.timing().step();
  }

  private void check(double time) {
    Interruption.check("simulation");
    for (double value : x) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the run of "
                + scenario.words()
                + " has left the finite numbers by time "
                + time
                + ": expected a shorter step or weaker noise");
      }
    }
  }
}
