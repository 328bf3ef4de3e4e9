package murmuration.scaling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.metric.Resolution;
import tech.tablesaw.api.Table;

/**
 * Many tests of n items: how often all items are wrong although the ability is there, beside {@code
 * (1-q)^n}.
 *
 * @param scales scale of each model
 * @param expected chance q of an item for each model, 0 to 1
 * @param items items of a test
 * @param right right items, {@code [run][model]}
 * @param seed seed of the runs
 */
public record ResolutionRuns(
    double[] scales, double[] expected, int items, int[][] right, long seed) implements Charted {
  private static final int LINES = 9;
  private static final double LEVEL = 0.95;

  /** Keeps its own copies. */
  public ResolutionRuns {
    Arguments.finite("scales", scales, 1);
    Arguments.sameLength("scales", scales, "expected", expected);
    Arguments.require(items >= 1, "items is %d: expected at least 1", items);
    Arguments.require(
        Arguments.present("right", right).length > 0, "right is empty: expected at least 1 run");
    for (double q : expected) {
      Arguments.within("a chance of expected", q, 0, 1);
    }
    for (double scale : scales) {
      Arguments.positive("a scale", scale);
    }
    scales = scales.clone();
    expected = expected.clone();
    right = right.clone();
    for (int run = 0; run < right.length; run++) {
      right[run] = Arguments.present("right[" + run + "]", right[run]).clone();
      Arguments.require(
          right[run].length == scales.length,
          "right[%d] has %d models: expected %d",
          run,
          right[run].length,
          scales.length);
    }
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  @Override
  public double[] expected() {
    return expected.clone();
  }

  @Override
  public int[][] right() {
    return Arrays.stream(right).map(int[]::clone).toArray(int[][]::new);
  }

  /** The accuracies of a run, one a model. */
  public double[] accuracies(int run) {
    Arguments.require(
        run >= 0 && run < right.length, "run is %d: expected 0 to %d", run, right.length - 1);
    return Arrays.stream(right[run]).mapToDouble(k -> (double) k / items).toArray();
  }

  /** For each model, in how many runs all items were wrong. */
  public int[] allWrong() {
    return IntStream.range(0, scales.length)
        .map(m -> (int) Arrays.stream(right).filter(run -> run[m] == 0).count())
        .toArray();
  }

  /** For each model the share of runs in which theory expects all items wrong, {@code (1-q)^n}. */
  public double[] theory() {
    var test = new Resolution(items);
    return Arrays.stream(expected).map(test::allWrong).toArray();
  }

  /**
   * Whether each model's share of runs with all items wrong is within the exact binomial interval
   * about theory.
   *
   * @param level coverage of all models together (by Bonferroni's inequality), such as 0.99
   */
  public boolean agrees(double level) {
    double each = 1 - (1 - Arguments.level(level)) / scales.length;
    double[] theory = theory();
    int[] zero = allWrong();
    return IntStream.range(0, scales.length)
        .allMatch(
            m -> {
              double[] ends = new Proportion(zero[m], right.length).clopperPearson(each);
              return ends[0] <= theory[m] && theory[m] <= ends[1];
            });
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d tests of %d items: share with all items wrong, and (1-q)^n",
            right.length,
            items));
    int[] zero = allWrong();
    double[] theory = theory();
    for (int m = 0; m < Math.min(LINES, scales.length); m++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s q = %-9.3g %.4f, theory %.4f",
              Digits.of(scales[m], 3),
              expected[m],
              (double) zero[m] / right.length,
              theory[m]));
    }
    lines.add("seed " + seed);
    return String.join("\n", lines);
  }

  /** A row a model: the share of runs with all items wrong and its exact 95 % interval. */
  @Override
  public Table table() {
    int[] zero = allWrong();
    double[] theory = theory();
    var rows = Quantities.of("tests with all items wrong");
    for (int m = 0; m < scales.length; m++) {
      var share = new Proportion(zero[m], right.length);
      double[] ends = share.clopperPearson(LEVEL);
      String at = " at " + Digits.of(scales[m], 4);
      rows = rows.and("share" + at, share.share(), ends[0], ends[1]).and("theory" + at, theory[m]);
    }
    return rows.table();
  }

  /** The shares with their intervals over theory. */
  @Override
  public Figure chart() {
    return Figure.of(panel());
  }

  /** The same as a panel, for figures of several. */
  public Panel panel() {
    int[] zero = allWrong();
    double[] share = Arrays.stream(zero).mapToDouble(k -> (double) k / right.length).toArray();
    double[] error =
        IntStream.of(zero)
            .mapToDouble(
                k -> {
                  double[] ends = new Proportion(k, right.length).clopperPearson(LEVEL);
                  return (ends[1] - ends[0]) / 2;
                })
            .toArray();
    return Panel.of("Parameters", "Tests with all items wrong")
        .logX()
        .line("(1−q)ⁿ", scales, theory())
        .points("simulated", scales, share, error);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("runs", Integer.toString(right.length), "items", Integer.toString(items)))
        .seed(seed);
  }
}
