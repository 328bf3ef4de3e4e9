package murmuration.warning;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Digits;
import murmuration.warning.process.DiffusionProcess;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeck;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import murmuration.warning.process.Transition;

/** A process of highest likelihood, drawn anew from the record's first value at unit steps. */
final class ProcessNull implements NullModel {
  private final Transition[] steps;
  private final double first;
  private final String words;
  private final Map<String, Double> parameters;

  private ProcessNull(
      DiffusionProcess process,
      double first,
      int size,
      String words,
      Map<String, Double> parameters) {
    steps = new Transition[size - 1];
    Arrays.setAll(steps, i -> process.transition(i, i + 1));
    this.first = first;
    this.words = words;
    this.parameters = parameters;
  }

  static ProcessNull stable(double[] x, int size) {
    OrnsteinUhlenbeck p = OrnsteinUhlenbeckFit.of(TimeSeries.of(x)).process();
    return new ProcessNull(
        p,
        x[0],
        size,
        "Ornstein-Uhlenbeck process with rate "
            + Digits.of(p.rate(), 4)
            + " a sample and stationary sd "
            + Digits.of(Math.sqrt(p.stationaryVariance()), 4),
        Map.of("rate", p.rate(), "theta", p.theta(), "sigma", p.sigma()));
  }

  static ProcessNull approaching(double[] x, int size) {
    LinearSaddleNode p = LinearSaddleNodeFit.of(TimeSeries.of(x)).process();
    return new ProcessNull(
        p,
        x[0],
        size,
        "linear saddle-node process with R from "
            + Digits.of(p.r0(), 4)
            + " to "
            + Digits.of(p.distance(x.length - 1.0), 4)
            + ", an alternative with a bifurcation at R = 0, not a null",
        Map.of("r0", p.r0(), "m", p.m(), "theta", p.theta(), "sigma", p.sigma()));
  }

  @Override
  public int size() {
    return steps.length + 1;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    out[0] = first;
    for (int i = 1; i < out.length; i++) {
      out[i] = steps[i - 1].draw(out[i - 1], random);
    }
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Map<String, Double> parameters() {
    return parameters;
  }
}
