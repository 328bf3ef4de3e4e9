package murmuration.concept;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The mean of runs with other seeds, and a band of quantiles at each checkpoint. It shows how much
 * runs differ, not how well the mean is known.
 *
 * @param mean the mean run
 * @param low lower quantiles, n x d
 * @param high upper quantiles, n x d
 * @param level share of runs inside, such as 0.9
 * @param runs number of runs
 */
public record ConceptBand(
    ConceptTrajectory mean, double[][] low, double[][] high, double level, int runs)
    implements Charted {
  /** Checks the lengths and keeps its own copy. */
  public ConceptBand {
    Arguments.present("mean", mean);
    Arguments.level(level);
    Arguments.require(runs >= 1, "runs is %d: expected at least 1", runs);
    low = copy("low", low, mean);
    high = copy("high", high, mean);
  }

  private static double[][] copy(String name, double[][] rows, ConceptTrajectory mean) {
    Arguments.present(name, rows);
    Arguments.require(
        rows.length == mean.size(), "%s has %d rows: expected %d", name, rows.length, mean.size());
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < copy.length; i++) {
      Arguments.finite(name + "[" + i + "]", rows[i], 1);
      Arguments.require(
          rows[i].length == mean.dimension(),
          "%s[%d] has %d numbers: expected %d",
          name,
          i,
          rows[i].length,
          mean.dimension());
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  /**
   * The band of runs.
   *
   * @param runs at least one, with the same concepts and steps
   * @param level share of runs inside (quantiles of type 7), such as 0.9
   */
  public static ConceptBand of(List<ConceptTrajectory> runs, double level) {
    Arguments.level(level);
    var mean = ConceptTrajectory.mean(runs);
    double[][] low = new double[mean.size()][mean.dimension()];
    double[][] high = new double[mean.size()][mean.dimension()];
    double[] sorted = new double[runs.size()];
    for (int i = 0; i < low.length; i++) {
      for (int k = 0; k < low[i].length; k++) {
        for (int r = 0; r < sorted.length; r++) {
          sorted[r] = runs.get(r).value(i, k);
        }
        Arrays.sort(sorted);
        low[i][k] = Quantile.ofSorted(sorted, sorted.length, (1 - level) / 2);
        high[i][k] = Quantile.ofSorted(sorted, sorted.length, (1 + level) / 2);
      }
    }
    return new ConceptBand(mean, low, high, level, runs.size());
  }

  /** Lower quantiles, n x d. */
  @Override
  public double[][] low() {
    return copy("low", low, mean);
  }

  /** Upper quantiles, n x d. */
  @Override
  public double[][] high() {
    return copy("high", high, mean);
  }

  @Override
  public String summary() {
    return String.format(
            Locale.ROOT, "mean of %d runs, %.3g of them inside the band\n", runs, level)
        + mean.summary();
  }

  /** One row a checkpoint: {@code step}, then mean, low and high of each concept. */
  @Override
  public Table table() {
    Table table = Table.create("concept band", DoubleColumn.create("step", mean.steps()));
    for (int k = 0; k < mean.dimension(); k++) {
      String name = mean.names().get(k);
      table.addColumns(
          DoubleColumn.create(name + " mean", mean.concept(k)),
          DoubleColumn.create(name + " low", column(low, k)),
          DoubleColumn.create(name + " high", column(high, k)));
    }
    return table;
  }

  private static double[] column(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("level", level + "", "runs", runs + ""))
        .data(mean.provenance().data());
  }

  /** Mean and band of each concept along training. */
  @Override
  public Figure chart() {
    Panel panel = Panel.of("Training step", "Concept coordinate");
    double[] steps = mean.steps();
    for (int k = 0; k < mean.dimension(); k++) {
      String name = mean.names().get(k);
      panel =
          panel
              .band(name + ", " + level + " of runs", steps, column(low, k), column(high, k))
              .line(name, steps, mean.concept(k));
    }
    return Figure.of(panel);
  }
}
