package murmuration.scaling.simulation;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import murmuration.scaling.TrainingRuns;

/**
 * Runs of a few budgets of compute, as approach 2 of Hoffmann et al. (2022) needs them: at each
 * budget several sizes about the best, equally spaced in ln N, with normal noise in ln L.
 *
 * <pre>{@code
 * TrainingRuns runs = IsoFlopSweep.of(AdditiveLaw.HOFFMANN).noise(0.002).simulate(1);
 * IsoFlopFit fit = IsoFlop.of(runs).fit();
 * }</pre>
 *
 * @param frontier the truth
 * @param budgets compute of each group, strictly increasing, above 0
 * @param points sizes at each budget, 2 to 100,000
 * @param reach the largest size over the best one, and the best one over the smallest; above 1
 * @param noise sd of ln L, 0 to 1e6
 */
public record IsoFlopSweep(
    Frontier frontier, double[] budgets, int points, double reach, double noise) {
  private static final int MOST_POINTS = 100_000;
  private static final int MOST_RUNS = 10_000_000;
  private static final double[] HOFFMANN_BUDGETS = {
    6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21
  };

  /** Checks the choices and keeps its own copy. */
  public IsoFlopSweep {
    Arguments.present("frontier", frontier);
    Arguments.increasing("budgets", budgets);
    Arguments.require(
        points >= 2 && points <= MOST_POINTS,
        "points is %d: expected 2 to %d",
        points,
        MOST_POINTS);
    Arguments.require(
        (long) budgets.length * points <= MOST_RUNS,
        "%d budgets have %d points each: expected at most %d runs together",
        budgets.length,
        points,
        MOST_RUNS);
    Arguments.require(reach > 1 && reach <= 1e6, "reach is %s: expected above 1 to 1e6", reach);
    Arguments.within("noise", noise, 0, 1e6);
    for (double c : budgets) {
      frontier.at(c);
    }
    budgets = budgets.clone();
  }

  /** The nine budgets of Hoffmann et al. 2022, 9 sizes each within a factor of 6, no noise. */
  public static IsoFlopSweep of(AdditiveLaw law) {
    return new IsoFlopSweep(Frontier.of(law), HOFFMANN_BUDGETS, 9, 6, 0);
  }

  /** The same at other budgets, strictly increasing. */
  public IsoFlopSweep budgets(double... compute) {
    return new IsoFlopSweep(frontier, compute, points, reach, noise);
  }

  /** The same with so many sizes at each budget, 2 to 100,000. */
  public IsoFlopSweep points(int perBudget) {
    return new IsoFlopSweep(frontier, budgets, perBudget, reach, noise);
  }

  /** The same with sizes up to this factor above and below the best, above 1. */
  public IsoFlopSweep reach(double factor) {
    return new IsoFlopSweep(frontier, budgets, points, factor, noise);
  }

  /** The same with noise of this sd in ln L, 0 to 1e6. */
  public IsoFlopSweep noise(double sd) {
    return new IsoFlopSweep(frontier, budgets, points, reach, sd);
  }

  /** The runs, budget by budget, smallest size first. */
  public TrainingRuns simulate(long seed) {
    int count = budgets.length * points;
    double k = frontier.flopsPerTokenParameter();
    double[] n = new double[count];
    double[] compute = new double[count];
    double[] loss = new double[count];
    for (int b = 0; b < budgets.length; b++) {
      double best = frontier.parameters(budgets[b]);
      double[] sizes = LogSpaced.of(best / reach, best * reach, points);
      System.arraycopy(sizes, 0, n, b * points, points);
      Arrays.fill(compute, b * points, (b + 1) * points, budgets[b]);
    }
    for (int i = 0; i < count; i++) {
      double exact = frontier.law().loss(n[i], compute[i] / (k * n[i]));
      loss[i] = SyntheticRuns.noisy(exact, noise, 0, Rng.of(seed, i));
    }
    return TrainingRuns.ofCompute(n, compute, loss, k);
  }

  @Override
  public double[] budgets() {
    return budgets.clone();
  }
}
