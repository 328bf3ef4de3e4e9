package murmuration.golden.scaling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.simulation.RandomFeatureFit;
import murmuration.scaling.simulation.RandomFeatureLosses;
import murmuration.scaling.simulation.RandomFeatureScaling;
import murmuration.scaling.simulation.RidgeChoice;

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
    report.skip("fits", "the fitters are not here yet");
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
