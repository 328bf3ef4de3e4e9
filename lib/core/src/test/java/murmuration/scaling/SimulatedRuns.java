package murmuration.scaling;

import java.util.Arrays;
import murmuration.math.Rng;

/** Runs drawn from a law with the design of Hoffmann et al.: nine budgets, sizes about the best. */
final class SimulatedRuns {
  private static final double[] BUDGETS = {6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21};

  private SimulatedRuns() {}

  /** 243 runs without noise: 27 sizes at each budget, over a factor of 30. */
  static TrainingRuns of(AdditiveLaw law) {
    int sizes = 27;
    double[] n = new double[BUDGETS.length * sizes];
    double[] c = n.clone();
    for (int i = 0; i < n.length; i++) {
      c[i] = BUDGETS[i / sizes];
      double best = Math.sqrt(c[i] / 120);
      n[i] = best * Math.pow(30, (i % sizes) / (sizes - 1.0) - 0.5);
    }
    var runs = TrainingRuns.ofCompute(n, c, n);
    double[] d = runs.tokens();
    double[] losses = new double[n.length];
    Arrays.setAll(losses, i -> law.loss(n[i], d[i]));
    return runs.losses(losses);
  }

  /** The same with normal noise of this standard deviation in ln L. */
  static TrainingRuns of(AdditiveLaw law, double sd, long seed) {
    var runs = of(law);
    var random = Rng.of(seed);
    return runs.losses(
        Arrays.stream(runs.losses()).map(v -> v * Math.exp(sd * random.nextGaussian())).toArray());
  }
}
