package murmuration.scaling.observational;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Benchmark scores with a known answer: every model has one capability, which rises with the log of
 * its compute along the line of its family, and every benchmark and task is a sigmoid of it.
 *
 * <pre>{@code
 * SimulatedScores simulated = SimulatedModels.of(12, 6).noise(0.02).seed(1).simulate();
 * CapabilityAxes axes = CapabilityAxes.of(simulated.scores());
 * }</pre>
 *
 * <p>Family f has the capability {@code g = e_f (log10(C / 1e21 FLOP) + o_f)} with a head start
 * {@code o_f}, normal of standard deviation s = {@link #spread}, and an efficiency {@code e_f},
 * uniform in 1 - 0.4 s to 1 + 0.4 s; with s = 0 families are alike and capability is compute.
 * Compute is uniform in the logarithm between 1e19 and 1e24 FLOP. Benchmarks rise from guessing to
 * near 1 about a difficulty between -1 and 2 with a slope between 1 and 2; tasks lie higher (1 to
 * 2.5) and are steeper (2.5 to 4), so that small models score near nothing on them. Scores have
 * normal noise and are clipped to 0 and 1.
 *
 * @param families how many families, 1 to 1000
 * @param models how many models in each, 1 to 100
 * @param benchmarks how many benchmarks, 2 to 100
 * @param tasks how many tasks, 1 to 100
 * @param spread how much families differ, 0 to 2: standard deviation of their head starts in
 *     factors of ten of compute
 * @param noise standard deviation of a score
 * @param missing share of scores that are missing, 0 to 0.5
 * @param seed seed of the random numbers
 */
public record SimulatedModels(
    int families,
    int models,
    int benchmarks,
    int tasks,
    double spread,
    double noise,
    double missing,
    long seed) {
  private static final int MOST_FAMILIES = 1000;
  private static final int MOST = 100;
  private static final double UNIT = 1e21;

  /** Checks the numbers. */
  public SimulatedModels {
    count("families", families, 1, MOST_FAMILIES);
    count("models", models, 1, MOST);
    count("benchmarks", benchmarks, 2, MOST);
    count("tasks", tasks, 1, MOST);
    Arguments.within("spread", spread, 0, 2);
    Arguments.within("noise", noise, 0, 1);
    Arguments.within("missing", missing, 0, 0.5);
  }

  private static void count(String name, int value, int least, int most) {
    Arguments.require(
        value >= least && value <= most, "%s is %d: expected %d to %d", name, value, least, most);
  }

  /**
   * So many families of so many models, eight benchmarks and eight tasks, a spread of 0.7, noise of
   * 0.02, 1 % missing.
   */
  public static SimulatedModels of(int families, int models) {
    return new SimulatedModels(families, models, 8, 8, 0.7, 0.02, 0.01, 1);
  }

  /** The same with so many benchmarks, 2 to 100. */
  public SimulatedModels benchmarks(int count) {
    return new SimulatedModels(families, models, count, tasks, spread, noise, missing, seed);
  }

  /** The same with so many tasks, 1 to 100. */
  public SimulatedModels tasks(int count) {
    return new SimulatedModels(families, models, benchmarks, count, spread, noise, missing, seed);
  }

  /** The same with families that differ so much, 0 to 2. */
  public SimulatedModels spread(double sd) {
    return new SimulatedModels(families, models, benchmarks, tasks, sd, noise, missing, seed);
  }

  /** The same with noise of this standard deviation, 0 to 1. */
  public SimulatedModels noise(double sd) {
    return new SimulatedModels(families, models, benchmarks, tasks, spread, sd, missing, seed);
  }

  /** The same with this share of the scores missing, 0 to 0.5. */
  public SimulatedModels missing(double share) {
    return new SimulatedModels(families, models, benchmarks, tasks, spread, noise, share, seed);
  }

  /** The same with another seed. */
  public SimulatedModels seed(long value) {
    return new SimulatedModels(families, models, benchmarks, tasks, spread, noise, missing, value);
  }

  /** Draws models, benchmarks and tasks. */
  public SimulatedScores simulate() {
    var random = Rng.of(seed);
    int n = families * models;
    var names = new ArrayList<String>();
    var family = new ArrayList<String>();
    double[] compute = new double[n];
    double[] capability = new double[n];
    for (int f = 0; f < families; f++) {
      double efficiency = 1 + 0.8 * spread * (random.nextDouble() - 0.5);
      double start = spread * random.nextGaussian();
      for (int m = 0; m < models; m++) {
        int i = f * models + m;
        double log = -2 + 5 * random.nextDouble();
        names.add("family " + (f + 1) + " model " + (m + 1));
        family.add("family " + (f + 1));
        compute[i] = UNIT * Math.pow(10, log);
        capability[i] = efficiency * (log + start);
      }
    }
    double[][] scores = columns(random, capability, benchmarks, -1, 3, 1, 1, 0.3);
    for (double[] row : scores) {
      for (int j = 0; j < benchmarks; j++) {
        row[j] = random.nextDouble() < missing ? Double.NaN : row[j];
      }
    }
    double[][] values = columns(random, capability, tasks, 1, 1.5, 2.5, 1.5, 0);
    return new SimulatedScores(
        new BenchmarkScores(
            names, family, compute, numbered("benchmark", benchmarks), scores, null),
        new TaskScores(names, numbered("task", tasks), values, null),
        capability);
  }

  private static List<String> numbered(String what, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> what + " " + i).toList();
  }

  private double[][] columns(
      RandomGenerator random,
      double[] capability,
      int count,
      double easiest,
      double range,
      double flattest,
      double steeper,
      double guessing) {
    double[][] scores = new double[capability.length][count];
    for (int j = 0; j < count; j++) {
      double difficulty = easiest + range * random.nextDouble();
      double slope = flattest + steeper * random.nextDouble();
      double floor = guessing * random.nextDouble();
      for (int i = 0; i < capability.length; i++) {
        double p = DownstreamFit.expit(slope * (capability[i] - difficulty));
        double score = floor + (1 - floor) * p + noise * random.nextGaussian();
        scores[i][j] = Math.clamp(score, 0, 1);
      }
    }
    return scores;
  }
}
