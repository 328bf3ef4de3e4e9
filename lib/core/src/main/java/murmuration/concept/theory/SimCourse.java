package murmuration.concept.theory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.concept.ConceptTrajectory;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a network on {@linkplain SimTask structured identity mapping} says at the test point while
 * it learns.
 *
 * @param task the task
 * @param network which network, in words
 * @param times length n
 * @param outputs what it gives for the test point, n x d
 * @param concepts the concept coordinates {@code f_p / mu_p}, n x s: 1 is the target
 * @param loss the test loss {@code |f - test point|^2 / 2} over all d dimensions, length n
 * @param end the weights W at the last time, d x d
 * @param provenance where it comes from
 */
public record SimCourse(
    SimTask task,
    String network,
    double[] times,
    double[][] outputs,
    double[][] concepts,
    double[] loss,
    double[][] end,
    Provenance provenance)
    implements Charted {

  /** Keeps its own copies. */
  public SimCourse {
    Arguments.present("task", task);
    Arguments.present("network", network);
    Arguments.present("provenance", provenance);
    Arguments.increasing("times", times);
    Arguments.finite("loss", loss, 1);
    Arguments.sameLength("times", times, "loss", loss);
    times = times.clone();
    loss = loss.clone();
    outputs = Curves.checked("outputs", outputs, times.length, task.dimension());
    concepts = Curves.checked("concepts", concepts, times.length, task.concepts());
    end = Curves.checked("end", end, task.dimension(), task.dimension());
  }

  static SimCourse of(SimTask task, String network, double[] times, double[][][] weights) {
    int n = times.length;
    int d = task.dimension();
    double[] target = task.testPoint();
    double[][] outputs = new double[n][d];
    double[][] concepts = new double[n][task.concepts()];
    double[] loss = new double[n];
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < d; r++) {
        for (int c = 0; c < d; c++) {
          outputs[i][r] += weights[i][r][c] * target[c];
        }
        double missing = outputs[i][r] - target[r];
        loss[i] += missing * missing / 2;
      }
      for (int p = 0; p < concepts[i].length; p++) {
        concepts[i][p] = outputs[i][p] / target[p];
      }
    }
    var provenance =
        Provenance.of(
            Map.of(
                "network",
                network,
                "signals",
                Arrays.toString(task.mu()),
                "spreads",
                Arrays.toString(task.sigma())));
    return new SimCourse(task, network, times, outputs, concepts, loss, weights[n - 1], provenance);
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[][] outputs() {
    return Curves.copy(outputs);
  }

  @Override
  public double[][] concepts() {
    return Curves.copy(concepts);
  }

  @Override
  public double[] loss() {
    return loss.clone();
  }

  @Override
  public double[][] end() {
    return Curves.copy(end);
  }

  /** One concept coordinate over time, k from 0. */
  public double[] concept(int k) {
    Arguments.require(
        k >= 0 && k < task.concepts(),
        "concept %d is asked for: expected 0 to %d",
        k,
        task.concepts() - 1);
    return Curves.column(concepts, k);
  }

  /**
   * The concept coordinates as a run, time in place of steps, of which turn, learning times and
   * order can be asked.
   *
   * @throws IllegalArgumentException for a course at one time alone
   */
  public ConceptTrajectory trajectory() {
    var names = IntStream.rangeClosed(1, task.concepts()).mapToObj(k -> "concept " + k).toList();
    return ConceptTrajectory.of(names, times, concepts);
  }

  /** The largest rise of the test loss on its way down: the swing-by, if there is one. */
  public SwingBy swingBy() {
    return SwingBy.of(times, loss);
  }

  @Override
  public String summary() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s on structured identity mapping: %d concept%s in %d dimensions, time %.4g to %.4g",
            network,
            task.concepts(),
            task.concepts() == 1 ? "" : "s",
            task.dimension(),
            times[0],
            times[times.length - 1]));
    text.append(
        String.format(Locale.ROOT, "%ntest loss: %.4g to %.4g", loss[0], loss[loss.length - 1]));
    for (int p = 0; p < Math.min(6, task.concepts()); p++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nconcept %d (signal %.4g): %.4g to %.4g",
              p + 1,
              task.testPoint()[p],
              concepts[0][p],
              concepts[times.length - 1][p]));
    }
    return text.append("\n").append(swingBy().summary().lines().findFirst().orElse("")).toString();
  }

  /** One row a time: {@code time}, {@code test_loss}, {@code concept_1}, {@code concept_2}, ... */
  @Override
  public Table table() {
    var table =
        Table.create(
            network, DoubleColumn.create("time", times), DoubleColumn.create("test_loss", loss));
    for (int p = 0; p < task.concepts(); p++) {
      table.addColumns(DoubleColumn.create("concept_" + (p + 1), concept(p)));
    }
    return table;
  }

  /** Concept coordinates and test loss over time. */
  @Override
  public Figure chart() {
    String time = "Time (steps x learning rate)";
    var concept = Panel.of(time, "Concept coordinate").horizontal(1);
    for (int p = 0; p < task.concepts(); p++) {
      concept =
          concept.line(
              String.format(Locale.ROOT, "signal %.3g", task.testPoint()[p]), times, concept(p));
    }
    return Figure.column(concept, Panel.of(time, "Test loss").line("test loss", times, loss));
  }
}
