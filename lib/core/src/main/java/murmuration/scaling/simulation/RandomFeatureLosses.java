package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.TrainingRuns;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Measured losses of random-feature ridge regression: every draw of every cell, beside what theory
 * expects.
 *
 * <pre>{@code
 * var losses = RandomFeatureScaling.noisy().features(8, 16).samples(32, 64).seeds(3).simulate();
 * double[] draws = losses.draws(8, 32);
 * TrainingRuns runs = losses.runs();       // the means, for the fitters
 * }</pre>
 *
 * <p>Cells are numbered row by row: all D of the first N, then of the next.
 *
 * @param model what was simulated
 * @param ridges ridge of each cell
 * @param expected loss that theory expects of each cell
 * @param losses loss of each draw: the seeds of the first cell, then of the next
 */
public record RandomFeatureLosses(
    RandomFeatureScaling model, double[] ridges, double[] expected, double[] losses)
    implements Charted {
  /** Checks that there is a number for every cell and draw and keeps its own copies. */
  public RandomFeatureLosses {
    Arguments.present("model", model);
    int cells = model.features().length * model.samples().length;
    positive("ridges", ridges, cells);
    positive("expected", expected, cells);
    positive("losses", losses, cells * model.seeds());
    ridges = ridges.clone();
    expected = expected.clone();
    losses = losses.clone();
  }

  private static void positive(String name, double[] values, int length) {
    Arguments.finite(name, values, 1);
    Arguments.require(
        values.length == length,
        "%s has %d values: expected %d, one for each cell or draw",
        name,
        values.length,
        length);
    for (int i = 0; i < values.length; i++) {
      Arguments.positive(name + "[" + i + "]", values[i]);
    }
  }

  @Override
  public double[] ridges() {
    return ridges.clone();
  }

  @Override
  public double[] expected() {
    return expected.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  /** Number of cells, those of N times those of D. */
  public int cells() {
    return ridges.length;
  }

  /**
   * The loss of each draw in one cell, by seed.
   *
   * @param features an N of the grid
   * @param samples a D of the grid
   */
  public double[] draws(int features, int samples) {
    int i = Arrays.binarySearch(model.features(), features);
    int j = Arrays.binarySearch(model.samples(), samples);
    Arguments.require(
        i >= 0, "features is %d: expected one of %s", features, Arrays.toString(model.features()));
    Arguments.require(
        j >= 0, "samples is %d: expected one of %s", samples, Arrays.toString(model.samples()));
    return draws(i * model.samples().length + j);
  }

  private double[] draws(int cell) {
    int seeds = model.seeds();
    return Arrays.copyOfRange(losses, cell * seeds, (cell + 1) * seeds);
  }

  /** Mean loss over the draws of each cell. */
  public double[] means() {
    double[] means = new double[cells()];
    Arrays.setAll(means, c -> StatUtils.mean(draws(c)));
    return means;
  }

  /** Median loss over the draws of each cell: of use at a tiny ridge, where tails are heavy. */
  public double[] medians() {
    double[] medians = new double[cells()];
    Arrays.setAll(medians, c -> StatUtils.percentile(draws(c), 50));
    return medians;
  }

  /** Standard deviation over the draws of each cell (of n - 1); NaN of a single draw. */
  public double[] deviations() {
    double[] deviations = new double[cells()];
    Arrays.setAll(
        deviations, c -> model.seeds() < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(draws(c))));
    return deviations;
  }

  /** The means as training runs of equal weight: N features as parameters, D samples as tokens. */
  public TrainingRuns runs() {
    return runs(means());
  }

  /**
   * The means as training runs, each weighted by {@code (mean/sd)^2} of its draws, the precision of
   * the logarithm of its loss; weights have the mean 1.
   *
   * @throws IllegalArgumentException with fewer than two draws, or where all draws of a cell agree
   */
  public TrainingRuns weightedRuns() {
    Arguments.require(model.seeds() >= 2, "weights need at least 2 seeds, got %d", model.seeds());
    double[] means = means();
    double[] deviations = deviations();
    double[] weights = new double[cells()];
    for (int c = 0; c < weights.length; c++) {
      Arguments.require(deviations[c] > 0, "all draws of cell %d agree: expected a spread", c);
      weights[c] = Math.pow(means[c] / deviations[c], 2);
    }
    double average = StatUtils.mean(weights);
    return runs(means).weighted(Arrays.stream(weights).map(w -> w / average).toArray());
  }

  /** What theory expects, as training runs of equal weight. */
  public TrainingRuns expectedRuns() {
    return runs(expected);
  }

  private TrainingRuns runs(double[] values) {
    return TrainingRuns.of(perCell(true), perCell(false), values)
        .counting("random features (" + model.name() + ")");
  }

  private double[] perCell(boolean features) {
    int[] n = model.features();
    int[] d = model.samples();
    double[] size = new double[cells()];
    Arrays.setAll(size, c -> features ? n[c / d.length] : d[c % d.length]);
    return size;
  }

  @Override
  public String summary() {
    double[] means = means();
    double[] ratio = means.clone();
    Arrays.setAll(ratio, c -> means[c] / expected[c]);
    int[] n = model.features();
    int[] d = model.samples();
    return String.format(
        Locale.ROOT,
        """
        random-feature ridge regression (%s): a = %s, sigma = %s, %d modes
        %d cells, N = %d to %d, D = %d to %d; %d draws of each; ridge %s
        mean loss %s (N = %d, D = %d) to %s (N = %d, D = %d)
        noise floor sigma^2 = %s; knowing nothing %s
        mean over theory: %s to %s; theory is exact for large N, D\
        """,
        model.name(),
        Digits.of(model.exponent(), 4),
        Digits.of(model.sigma(), 4),
        model.teacher().length,
        cells(),
        n[0],
        n[n.length - 1],
        d[0],
        d[d.length - 1],
        model.seeds(),
        model.ridge().name(),
        Digits.of(means[0], 4),
        n[0],
        d[0],
        Digits.of(means[cells() - 1], 4),
        n[n.length - 1],
        d[d.length - 1],
        Digits.of(model.sigma() * model.sigma(), 4),
        Digits.of(model.power(), 4),
        Digits.of(StatUtils.min(ratio), 4),
        Digits.of(StatUtils.max(ratio), 4));
  }

  /**
   * One row a draw: preset, n, d, seed, loss, ridge_kind, ridge, theory_loss, a, sigma, m, as the
   * data set {@code random-feature-losses} has them.
   */
  @Override
  public Table table() {
    int seeds = model.seeds();
    double[] n = perCell(true);
    double[] d = perCell(false);
    var table =
        Table.create(
            "random-feature losses",
            StringColumn.create("preset"),
            IntColumn.create("n"),
            IntColumn.create("d"),
            LongColumn.create("seed"),
            DoubleColumn.create("loss"),
            StringColumn.create("ridge_kind"),
            DoubleColumn.create("ridge"),
            DoubleColumn.create("theory_loss"),
            DoubleColumn.create("a"),
            DoubleColumn.create("sigma"),
            IntColumn.create("m"));
    for (int c = 0; c < cells(); c++) {
      for (int s = 0; s < seeds; s++) {
        table.stringColumn("preset").append(model.name());
        table.intColumn("n").append((int) n[c]);
        table.intColumn("d").append((int) d[c]);
        table.longColumn("seed").append(model.seed() + s);
        table.doubleColumn("loss").append(losses[c * seeds + s]);
        table.stringColumn("ridge_kind").append(model.ridge().name());
        table.doubleColumn("ridge").append(ridges[c]);
        table.doubleColumn("theory_loss").append(expected[c]);
        table.doubleColumn("a").append(model.exponent());
        table.doubleColumn("sigma").append(model.sigma());
        table.intColumn("m").append(model.teacher().length);
      }
    }
    return table;
  }

  /** Loss against N for up to five D: means with their standard errors, and what theory expects. */
  @Override
  public Figure chart() {
    int[] d = model.samples();
    int lines = Math.min(5, d.length);
    double[] n = Arrays.stream(model.features()).asDoubleStream().toArray();
    double[] means = means();
    double[] deviations = deviations();
    var panel = Panel.of("features N", "expected squared error").logX().logY();
    for (int line = 0; line < lines; line++) {
      int j = lines == 1 ? 0 : line * (d.length - 1) / (lines - 1);
      String name = "D = " + d[j];
      double error = 1 / Math.sqrt(model.seeds());
      panel =
          panel
              .line(name, n, column(expected, j, 1))
              .points(name, n, column(means, j, 1), column(deviations, j, error));
    }
    return Figure.of(panel);
  }

  private double[] column(double[] cells, int j, double scale) {
    double[] column = new double[model.features().length];
    int width = model.samples().length;
    for (int i = 0; i < column.length; i++) {
      double value = scale * cells[i * width + j];
      column[i] = scale != 1 && Double.isNaN(value) ? 0 : value;
    }
    return column;
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }
}
