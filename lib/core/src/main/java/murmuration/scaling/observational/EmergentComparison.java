package murmuration.scaling.observational;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.distribution.BinomialDistribution;
import tech.tablesaw.api.Table;

/**
 * How well the scores of large models were predicted from small ones, by capability axes and by
 * compute: what an {@link EmergentForecast} gives.
 *
 * <p>Few models are held back, and those of a family go together: the intervals of the gain draw
 * whole families of them anew. Tasks are scored on the same models, so wins on several tasks are
 * not independent either.
 *
 * @param tasks the tasks, in order
 * @param models models in both tables
 * @param provenance where it comes from
 */
public record EmergentComparison(List<Task> tasks, int models, Provenance provenance)
    implements Charted {
  /**
   * One task.
   *
   * @param name its name
   * @param train models of the fit
   * @param test models held back
   * @param trainAxes mean squared error of the fit in capability axes
   * @param testAxes the same on the models held back
   * @param trainCompute mean squared error of the fit in log compute
   * @param testCompute the same on the models held back
   * @param low lower end of the 95 % interval of {@code testCompute - testAxes}
   * @param high upper end
   * @param startsAgreeing share of the searches in axes that ended at the best
   */
  public record Task(
      String name,
      int train,
      int test,
      double trainAxes,
      double testAxes,
      double trainCompute,
      double testCompute,
      double low,
      double high,
      double startsAgreeing) {
    /** Refuses null. */
    public Task {
      Arguments.present("name", name);
    }

    /** Whether the axes predict with less error than compute. */
    public boolean axesAreBetter() {
      return testAxes < testCompute;
    }

    /** Whether the interval of the gain leaves out 0. */
    public boolean isClear() {
      return low > 0 || high < 0;
    }
  }

  /** Keeps its own copy. */
  public EmergentComparison {
    tasks = Arguments.listed("tasks", tasks);
    Arguments.present("provenance", provenance);
  }

  /** The task of this name. */
  public Task task(String name) {
    return tasks.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no task "
                        + name
                        + ": expected one of "
                        + tasks.stream().map(Task::name).toList()));
  }

  /** On how many tasks the axes predict better. */
  public int wins() {
    return (int) tasks.stream().filter(Task::axesAreBetter).count();
  }

  /**
   * How often at least so many tasks would be won if either were as good and the tasks independent,
   * which they are not: a lower bound for the true p.
   */
  public double signTestP() {
    return 1 - new BinomialDistribution(null, tasks.size(), 0.5).cumulativeProbability(wins() - 1);
  }

  @Override
  public String summary() {
    long clear = tasks.stream().filter(Task::isClear).count();
    var sizes = tasks.stream().mapToInt(Task::test).summaryStatistics();
    return String.format(
        Locale.ROOT,
        """
        %d tasks, %d models in both tables, %d to %d of them held back
        capability axes predict better than compute on %d of %d tasks
        on %d tasks the 95 %% interval of the difference leaves out 0 (families drawn anew)
        sign test p = %s if tasks were independent, which they are not\
        """,
        tasks.size(),
        models,
        sizes.getMin(),
        sizes.getMax(),
        wins(),
        tasks.size(),
        clear,
        Digits.of(signTestP(), 3));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("emergent tasks");
    for (Task task : tasks) {
      quantities =
          quantities
              .and(task.name() + ": test error, axes", task.testAxes())
              .and(task.name() + ": test error, compute", task.testCompute())
              .and(
                  task.name() + ": compute less axes",
                  task.testCompute() - task.testAxes(),
                  task.low(),
                  task.high());
    }
    return quantities.table();
  }

  /** The root mean square error on the models held back, by task. */
  @Override
  public Figure chart() {
    double[] places = IntStream.rangeClosed(1, tasks.size()).asDoubleStream().toArray();
    double[] axes = tasks.stream().mapToDouble(t -> Math.sqrt(t.testAxes())).toArray();
    double[] compute = tasks.stream().mapToDouble(t -> Math.sqrt(t.testCompute())).toArray();
    return Figure.of(
            Panel.of("root mean square error on large models", "")
                .yNames(tasks.stream().map(Task::name).toArray(String[]::new))
                .points("capability axes", axes, places)
                .points("compute", compute, places))
        .size(600, 120 + 28 * tasks.size());
  }
}
