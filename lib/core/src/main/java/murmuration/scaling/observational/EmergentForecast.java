package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Can the scores of large models on a task be told from small ones? A sigmoid is fitted to the
 * models of little compute, once in the first capability axes and once in the log of compute, and
 * both are tried on the models above (Ruan et al. 2024, section 4.1).
 *
 * <pre>{@code
 * var simulated = SimulatedModels.of(10, 6).seed(1).simulate();
 * var comparison =
 *     EmergentForecast.of(simulated.scores(), simulated.tasks()).trainUpTo(1e23).starts(8).run();
 * }</pre>
 *
 * <p>Imputation and axes are redone on the models that are in both tables. Models without the
 * task's score or without compute are dropped, task by task.
 *
 * @param scores benchmark scores
 * @param tasks scores on the tasks to be predicted
 * @param largest compute in FLOP up to which models are used for the fit
 * @param axes how many capability axes, 1 to the number of benchmarks
 * @param starts searches for each fit
 * @param resamples draws of the bootstrap over test families, 2 to 1,000,000
 * @param seed seed of the starts and of the bootstrap
 */
public record EmergentForecast(
    BenchmarkScores scores,
    TaskScores tasks,
    double largest,
    int axes,
    int starts,
    int resamples,
    long seed) {
  private static final int MOST = 1_000_000;

  /** Checks the choices. */
  public EmergentForecast {
    Arguments.present("scores", scores);
    Arguments.present("tasks", tasks);
    Arguments.positive("largest", largest);
    int p = scores.benchmarks().size();
    Arguments.require(axes >= 1 && axes <= p, "axes is %d: expected 1 to %d", axes, p);
    Arguments.require(starts >= 1 && starts <= 10_000, "starts is %d: expected 1 to 10000", starts);
    Arguments.require(
        resamples >= 2 && resamples <= MOST, "resamples is %d: expected 2 to %d", resamples, MOST);
  }

  /** Three axes (or as many as there are benchmarks), trained up to 84e21 FLOP, 77 starts. */
  public static EmergentForecast of(BenchmarkScores scores, TaskScores tasks) {
    int p = Arguments.present("scores", scores).benchmarks().size();
    return new EmergentForecast(scores, tasks, 84e21, Math.min(3, p), 77, 2000, 1);
  }

  /** The same with the fit on models of at most this compute in FLOP. */
  public EmergentForecast trainUpTo(double compute) {
    return new EmergentForecast(scores, tasks, compute, axes, starts, resamples, seed);
  }

  /** The same with so many axes. */
  public EmergentForecast axes(int count) {
    return new EmergentForecast(scores, tasks, largest, count, starts, resamples, seed);
  }

  /** The same with so many starts of each fit, 1 to 10,000. */
  public EmergentForecast starts(int count) {
    return new EmergentForecast(scores, tasks, largest, axes, count, resamples, seed);
  }

  /** The same with so many draws of the bootstrap, 2 to 1,000,000. */
  public EmergentForecast resamples(int count) {
    return new EmergentForecast(scores, tasks, largest, axes, starts, count, seed);
  }

  /** The same with another seed. */
  public EmergentForecast seed(long value) {
    return new EmergentForecast(scores, tasks, largest, axes, starts, resamples, value);
  }

  /**
   * Fits and predicts every task.
   *
   * @throws IllegalArgumentException where a task has too few models on either side
   */
  public EmergentComparison run() {
    var shared = scores.models().stream().filter(tasks.models()::contains).toList();
    Arguments.require(
        shared.size() >= 3, "%d models are in both tables: expected at least 3", shared.size());
    var kept = scores.keep(shared);
    var capability = CapabilityAxes.of(kept);
    double[][] coordinates =
        Arrays.stream(capability.coordinates())
            .map(row -> Arrays.copyOf(row, axes))
            .toArray(double[][]::new);
    double[][] logs =
        Arrays.stream(kept.logCompute()).mapToObj(c -> new double[] {c}).toArray(double[][]::new);
    double[][] values = tasks.scores();
    int[] places = kept.models().stream().mapToInt(tasks.models()::indexOf).toArray();
    var rows =
        Parallel.map(
            "tasks",
            tasks.tasks().size(),
            t ->
                task(
                    tasks.tasks().get(t),
                    kept,
                    Arrays.stream(places).mapToDouble(i -> values[i][t]).toArray(),
                    coordinates,
                    logs,
                    t));
    var options = new LinkedHashMap<String, String>();
    options.put("emergent tasks", tasks.toString());
    options.put("models", Integer.toString(kept.size()));
    options.put("trained up to", Digits.of(largest, 6) + " FLOP");
    options.put("axes", Integer.toString(axes));
    options.put("starts", Integer.toString(starts));
    return new EmergentComparison(
        rows, kept.size(), Provenance.of(options).seed(seed).data(scores.source()));
  }

  private EmergentComparison.Task task(
      String name,
      BenchmarkScores kept,
      double[] y,
      double[][] coordinates,
      double[][] logs,
      int index) {
    double[] compute = kept.compute();
    int[] train =
        IntStream.range(0, y.length)
            .filter(i -> !Double.isNaN(y[i]) && compute[i] <= largest)
            .toArray();
    int[] test =
        IntStream.range(0, y.length)
            .filter(i -> !Double.isNaN(y[i]) && compute[i] > largest)
            .toArray();
    Arguments.require(
        train.length >= axes + 2 && test.length >= 1,
        "task %s has %d models up to %s FLOP and %d above: expected at least %d and 1",
        name,
        train.length,
        largest,
        test.length,
        axes + 2);
    double[] known = at(train, y);
    double[] held = at(test, y);
    var byAxes = fit(rows(train, coordinates), known, index);
    var byCompute = fit(rows(train, logs), known, index);
    double[] first = byAxes.errorsOn(rows(test, coordinates), held);
    double[] second = byCompute.errorsOn(rows(test, logs), held);
    double[] gain = new double[held.length];
    Arrays.setAll(gain, i -> second[i] * second[i] - first[i] * first[i]);
    double[] ends =
        interval(gain, Arrays.stream(test).mapToObj(kept.families()::get).toList(), index);
    return new EmergentComparison.Task(
        name,
        train.length,
        test.length,
        byAxes.meanSquare(),
        byAxes.meanSquareOn(rows(test, coordinates), held),
        byCompute.meanSquare(),
        byCompute.meanSquareOn(rows(test, logs), held),
        ends[0],
        ends[1],
        byAxes.startsAgreeing());
  }

  private DownstreamFit fit(double[][] x, double[] y, int index) {
    return DownstreamRegression.of(x, y).starts(starts).seed(Rng.seed(seed, index)).fit();
  }

  /** 95 % percentile interval of the mean gain over test families drawn anew. */
  private double[] interval(double[] gain, List<String> families, int index) {
    var names = families.stream().distinct().toList();
    var random = Rng.of(Rng.seed(seed, index), 1);
    double[] means = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      double sum = 0;
      int count = 0;
      for (int u = 0; u < names.size(); u++) {
        String family = names.get(random.nextInt(names.size()));
        for (int i = 0; i < gain.length; i++) {
          if (families.get(i).equals(family)) {
            sum += gain[i];
            count++;
          }
        }
      }
      means[b] = sum / count;
    }
    var interval = BootstrapInterval.percentile(means, 0.95);
    return new double[] {interval.low(), interval.high()};
  }

  private static double[] at(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  private static double[][] rows(int[] rows, double[][] values) {
    return Arrays.stream(rows).mapToObj(i -> values[i]).toArray(double[][]::new);
  }
}
