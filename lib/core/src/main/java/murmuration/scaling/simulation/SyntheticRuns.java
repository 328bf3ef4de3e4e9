package murmuration.scaling.simulation;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.TrainingRuns;

/**
 * Training runs that follow a known law, to try a fit on: a grid of sizes and data with normal
 * noise in ln L, and a share of runs that went wrong.
 *
 * <pre>{@code
 * TrainingRuns runs = SyntheticRuns.of(AdditiveLaw.HOFFMANN).noise(0.01).outliers(0.02).simulate(1);
 * }</pre>
 *
 * <p>A run that went wrong has a loss that is too high: its ln L is raised by an exponential
 * deviate of mean 0.1, as the largest residuals of the runs of Hoffmann et al. (2022) are. Run i of
 * seed s draws from its own stream, so a larger grid or another share of outliers changes no noise.
 *
 * @param law the truth
 * @param parameters sizes of the grid, above 0
 * @param tokens data of the grid, above 0
 * @param noise sd of ln L, 0 or more
 * @param outliers share of runs that went wrong, 0 to 1
 */
public record SyntheticRuns(
    AdditiveLaw law, double[] parameters, double[] tokens, double noise, double outliers) {
  private static final double OUTLIER_MEAN = 0.1;
  private static final int MOST_RUNS = 10_000_000;

  /** Checks the choices and keeps its own copies. */
  public SyntheticRuns {
    Arguments.present("law", law);
    positive("parameters", parameters);
    positive("tokens", tokens);
    Arguments.require(
        (long) parameters.length * tokens.length <= MOST_RUNS,
        "the grid has %d by %d runs: expected at most %d together",
        parameters.length,
        tokens.length,
        MOST_RUNS);
    Arguments.within("noise", noise, 0, 1e6);
    Arguments.within("outliers", outliers, 0, 1);
    parameters = parameters.clone();
    tokens = tokens.clone();
  }

  /** 8 sizes from 5e7 to 1e10 by 8 amounts of data from 1e9 to 3e11, with noise of 0.01. */
  public static SyntheticRuns of(AdditiveLaw law) {
    return new SyntheticRuns(law, LogSpaced.of(5e7, 1e10, 8), LogSpaced.of(1e9, 3e11, 8), 0.01, 0);
  }

  /** The same on another grid: each of these sizes with each of these amounts of data. */
  public SyntheticRuns grid(double[] sizes, double[] data) {
    return new SyntheticRuns(law, sizes, data, noise, outliers);
  }

  /** The same with noise of this sd in ln L, 0 to 1e6. */
  public SyntheticRuns noise(double sd) {
    return new SyntheticRuns(law, parameters, tokens, sd, outliers);
  }

  /** The same with this share of runs that went wrong, 0 to 1. */
  public SyntheticRuns outliers(double share) {
    return new SyntheticRuns(law, parameters, tokens, noise, share);
  }

  /** The runs, size by size: N of the grid's row, D of its column. */
  public TrainingRuns simulate(long seed) {
    int columns = tokens.length;
    int count = parameters.length * columns;
    double[] n = new double[count];
    double[] d = new double[count];
    double[] loss = new double[count];
    for (int i = 0; i < count; i++) {
      n[i] = parameters[i / columns];
      d[i] = tokens[i % columns];
      loss[i] = noisy(law.loss(n[i], d[i]), noise, outliers, Rng.of(seed, i));
    }
    return TrainingRuns.of(n, d, loss);
  }

  /** A loss with normal noise in its logarithm, raised where the run is an outlier. */
  static double noisy(double loss, double noise, double outliers, RandomGenerator random) {
    double shift = noise * random.nextGaussian();
    boolean wrong = random.nextDouble() < outliers;
    return loss * Math.exp(wrong ? shift + OUTLIER_MEAN * random.nextExponential() : shift);
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[] tokens() {
    return tokens.clone();
  }

  private static void positive(String name, double[] values) {
    Arguments.finite(name, values, 1);
    for (double value : values) {
      Arguments.positive("a value of " + name, value);
    }
  }
}
