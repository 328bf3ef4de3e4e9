package murmuration.golden.scaling;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import murmuration.data.Datasets;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.FitLoss;
import murmuration.scaling.IsoFlop;
import murmuration.scaling.ScalingLaw;
import murmuration.scaling.TrainingRuns;
import murmuration.scaling.simulation.RandomFeatureFit;
import murmuration.scaling.simulation.RandomFeatureLosses;
import murmuration.scaling.simulation.RandomFeatureScaling;
import murmuration.scaling.simulation.RidgeChoice;
import tech.tablesaw.api.Table;

/**
 * Random-feature ridge regression: the exact loss of given matrices, the theory, the best ridge,
 * and the statistics of 200 (64) draws of another generator beside 16 of ours.
 */
public final class RandomFeatureChecker implements Checker {
  private static final int DRAWS = 16;
  private static final long SEED = 1000;

  @Override
  public String kind() {
    return "scaling/random-feature";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    given(file, report);
    theory(file, report);
    optimal(file, report);
    for (Node statistics : file.root().at("statistics").items()) {
      statistics(statistics, report);
    }
    for (Node grid : file.root().at("theory_fit").items()) {
      theoryFit(grid, file, report);
    }
    for (Node preset : file.root().at("csv_fit").items()) {
      bundledFit(preset, file, report);
    }
  }

  private static void given(GoldenFile file, Report report) {
    Tolerance exact = file.tolerance("exact_rel");
    for (Node draw : file.root().at("given").items()) {
      var fit =
          RandomFeatureFit.of(
              draw.at("eigenvalues").numbers(),
              draw.at("teacher").numbers(),
              draw.at("F").matrix(),
              draw.at("X").matrix(),
              draw.at("noise").numbers(),
              Math.sqrt(draw.at("sigma2").number()),
              draw.at("ridge").number());
      String at = draw.path();
      report.numbers(at + ".theta", draw.at("theta").numbers(), fit.weights(), exact);
      report.number(at + ".train_mse", draw.at("train_mse").number(), fit.trainingError(), exact);
      report.number(at + ".loss", draw.at("loss").number(), fit.loss(), exact);
      double a = draw.at("a").number();
      double[] eigenvalues = draw.at("eigenvalues").numbers();
      report.numbers(
          at + ".eigenvalues",
          eigenvalues,
          RandomFeatureScaling.of(a, 0, eigenvalues.length).eigenvalues(),
          exact);
    }
  }

  private static RandomFeatureScaling model(Node node) {
    return RandomFeatureScaling.of(
        node.at("a").number(), Math.sqrt(node.at("sigma2").number()), (int) node.at("M").integer());
  }

  private static void theory(GoldenFile file, Report report) {
    Tolerance tolerance = file.tolerance("theory_rel");
    for (Node cell : file.root().at("theory").items()) {
      var theory =
          model(cell)
              .theory(cell.at("N").number(), cell.at("D").number(), cell.at("ridge").number());
      String at = cell.path();
      report.number(at + ".kappa", cell.at("kappa").number(), theory.kappa(), tolerance);
      report.number(at + ".kappa1", cell.at("kappa1").number(), theory.kappa1(), tolerance);
      report.number(at + ".gamma", cell.at("gamma").number(), theory.gamma(), tolerance);
      report.number(at + ".loss", cell.at("loss").number(), theory.loss(), tolerance);
    }
  }

  private static void optimal(GoldenFile file, Report report) {
    for (Node cell : file.root().at("optimal").items()) {
      var model = model(cell);
      double n = cell.at("N").number();
      double d = cell.at("D").number();
      double ridge = model.optimalRidge(n, d);
      report.number(
          cell.path() + ".ridge",
          cell.at("ridge").number(),
          ridge,
          file.tolerance("optimal_ridge_rel"));
      report.number(
          cell.path() + ".loss",
          cell.at("loss").number(),
          model.theory(n, d, ridge).loss(),
          file.tolerance("optimal_loss_rel"));
    }
  }

  /**
   * The means of our draws lie within 5 standard deviations of the difference, as the file asks (a
   * false alarm in 10^4 runs for normal means of 96 cells); the median of many draws at a tiny
   * ridge lies within the smallest and largest of ours (3 false alarms in 1000 runs).
   */
  private static void statistics(Node statistics, Report report) {
    var model =
        model(statistics)
            .features(sizes(statistics.at("N")))
            .samples(sizes(statistics.at("D")))
            .seeds(DRAWS)
            .seed(SEED);
    var measured = model.simulateEach(List.of(RidgeChoice.OPTIMAL, RidgeChoice.fixed(1e-8)));
    RandomFeatureLosses optimal = measured.getFirst();
    String at = statistics.path();
    report.numbers(
        at + ".optimal_ridge",
        cells(statistics.at("optimal_ridge")),
        optimal.ridges(),
        Tolerance.relative(1e-3));
    report.numbers(
        at + ".theory_loss",
        cells(statistics.at("theory_loss")),
        optimal.expected(),
        Tolerance.relative(1e-9));
    double[] means = optimal.means();
    double[] sd = cells(statistics.at("sd_loss"));
    double[] expected = cells(statistics.at("mean_loss"));
    double scale = Math.sqrt(1 / statistics.at("seeds").number() + 1.0 / DRAWS);
    for (int c = 0; c < means.length; c++) {
      report.number(
          at + ".mean_loss[" + c + "]",
          expected[c],
          means[c],
          Tolerance.absolute(5 * sd[c] * scale));
    }
    medians(cells(statistics.at("median_loss_tiny_ridge")), measured.getLast(), at, report);
    fitOfMeans(statistics, optimal, report);
  }

  /** The weighted fit of the 16 means, within 4 of the standard deviations of such fits. */
  private static void fitOfMeans(Node statistics, RandomFeatureLosses optimal, Report report) {
    Node expected = statistics.at("weighted_fit_of_16_seed_means");
    double[] weights = cells(statistics.at("fit_weights"));
    AdditiveLaw law = fit(optimal.runs().weighted(weights));
    for (String name : List.of("A", "alpha", "B", "beta", "E", "exponent_a", "rms_log_residual")) {
      double found = name.equals("rms_log_residual") ? rms(law, optimal.runs()) : value(name, law);
      report.number(
          statistics.path() + ".fit." + name,
          expected.at("mean").at(name).number(),
          found,
          name.equals("E") && statistics.at("sigma2").number() == 0
              ? Tolerance.absolute(1e-4)
              : Tolerance.absolute(4 * expected.at("sd").at(name).number()));
    }
  }

  private static AdditiveLaw fit(TrainingRuns runs) {
    return ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit().law();
  }

  private static double value(String name, AdditiveLaw law) {
    return switch (name) {
      case "A" -> law.a();
      case "B" -> law.b();
      case "alpha" -> law.alpha();
      case "beta" -> law.beta();
      case "E" -> law.irreducible();
      case "exponent_a" -> law.beta() / (law.alpha() + law.beta());
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Over cells of equal weight, whatever the weights of the fit. */
  private static double rms(AdditiveLaw law, TrainingRuns runs) {
    double sum = 0;
    for (int i = 0; i < runs.size(); i++) {
      double r = Math.log(runs.losses()[i] / law.loss(runs.parameters()[i], runs.tokens()[i]));
      sum += r * r / runs.size();
    }
    return Math.sqrt(sum);
  }

  /** The numbers of a fit that a node has, E where it is below what can be told from 0. */
  private static void law(Node node, TrainingRuns runs, Tolerance tolerance, Report report) {
    AdditiveLaw law = fit(runs);
    for (String name : List.of("A", "alpha", "B", "beta", "E", "exponent_a")) {
      if (node.has(name)) {
        report.number(
            node.path() + "." + name, node.at(name).number(), value(name, law), tolerance);
      }
    }
    if (node.has("E_at_most")) {
      report.holds(
          node.path() + ".E_at_most",
          law.irreducible() <= node.at("E_at_most").number(),
          "E is " + law.irreducible());
    }
    report.number(
        node.path() + ".rms_log_residual",
        node.at("rms_log_residual").number(),
        rms(law, runs),
        tolerance);
  }

  private static IsoFlop isoFlop(TrainingRuns runs) {
    return IsoFlop.of(runs).flopsPerTokenParameter(1);
  }

  private static void theoryFit(Node grid, GoldenFile file, Report report) {
    int[] n = sizes(grid.at("N"));
    int[] d = sizes(grid.at("D"));
    var model = model(grid).features(n).samples(d);
    double[] given = cells(grid.at("loss"));
    double[] losses = new double[given.length];
    Arrays.setAll(
        losses,
        c -> {
          int features = n[c / d.length];
          int samples = d[c % d.length];
          return model.theory(features, samples, model.optimalRidge(features, samples)).loss();
        });
    report.numbers(grid.path() + ".loss", given, losses, file.tolerance("optimal_loss_rel"));
    TrainingRuns runs = runs(n, d, losses);
    law(grid.at("fit"), runs, file.tolerance("theory_fit_rel"), report);
    Node expected = grid.at("isoflop");
    Tolerance slope = Tolerance.absolute(file.tolerance("isoflop_abs").absolute());
    slopes(expected, "slope_all_cells", "groups_all_cells", isoFlop(runs), slope, report);
    slopes(expected, "slope_window2", "groups_window2", isoFlop(runs).window(), slope, report);
  }

  private static void slopes(
      Node expected,
      String slope,
      String groups,
      IsoFlop isoFlop,
      Tolerance tolerance,
      Report report) {
    var fit = isoFlop.fit();
    report.number(
        expected.path() + "." + slope,
        expected.at(slope).number(),
        fit.parameterExponent(),
        tolerance);
    if (expected.has(groups)) {
      report.equal(
          expected.path() + "." + groups, (int) expected.at(groups).integer(), fit.minima().size());
    }
  }

  private static void bundledFit(Node preset, GoldenFile file, Report report) {
    Table all = Datasets.load("random-feature-losses");
    Table rows =
        all.where(
            all.stringColumn("preset")
                .isEqualTo(preset.at("preset").text())
                .and(all.stringColumn("ridge_kind").isEqualTo("optimal")));
    var means = new TreeMap<Integer, TreeMap<Integer, double[]>>();
    for (int i = 0; i < rows.rowCount(); i++) {
      double[] sum =
          means
              .computeIfAbsent(rows.intColumn("n").get(i), n -> new TreeMap<>())
              .computeIfAbsent(rows.intColumn("d").get(i), d -> new double[2]);
      sum[0] += rows.doubleColumn("loss").get(i);
      sum[1]++;
    }
    int[] n = means.keySet().stream().mapToInt(k -> k).toArray();
    int[] d = means.firstEntry().getValue().keySet().stream().mapToInt(k -> k).toArray();
    double[][] sums =
        means.values().stream().flatMap(m -> m.values().stream()).toArray(double[][]::new);
    report.equal(preset.path() + ".seeds", (int) preset.at("seeds").integer(), (int) sums[0][1]);
    TrainingRuns runs = runs(n, d, Arrays.stream(sums).mapToDouble(s -> s[0] / s[1]).toArray());
    law(preset, runs, file.tolerance("csv_fit_rel"), report);
    Tolerance slope = Tolerance.absolute(file.tolerance("csv_isoflop_abs").absolute());
    slopes(
        preset,
        "isoflop_slope_window2",
        "isoflop_groups_window2",
        isoFlop(runs).window(),
        slope,
        report);
    slopes(preset, "isoflop_slope_all_cells", "", isoFlop(runs), slope, report);
  }

  private static TrainingRuns runs(int[] n, int[] d, double[] losses) {
    double[] features = new double[losses.length];
    double[] samples = new double[losses.length];
    Arrays.setAll(features, c -> n[c / d.length]);
    Arrays.setAll(samples, c -> d[c % d.length]);
    return TrainingRuns.of(features, samples, losses);
  }

  private static void medians(
      double[] expected, RandomFeatureLosses tiny, String at, Report report) {
    double[] losses = tiny.losses();
    for (int c = 0; c < expected.length; c++) {
      var draws = Arrays.stream(losses, c * DRAWS, (c + 1) * DRAWS).summaryStatistics();
      report.holds(
          at + ".median_loss_tiny_ridge[" + c + "]",
          draws.getMin() <= expected[c] && expected[c] <= draws.getMax(),
          expected[c] + " is outside of the draws, " + draws.getMin() + " to " + draws.getMax());
    }
  }

  private static int[] sizes(Node node) {
    return IntStream.range(0, node.items().size())
        .map(i -> (int) node.items().get(i).integer())
        .toArray();
  }

  private static double[] cells(Node matrix) {
    return List.of(matrix.matrix()).stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
