package murmuration.golden.scaling;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Levenshtein;
import murmuration.scaling.metric.ChoiceProbabilities;
import murmuration.scaling.metric.EmergenceScores;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metrics;
import murmuration.scaling.metric.MirageModel;
import murmuration.scaling.metric.Resolution;

/**
 * The per-token model, resolution, multiple-choice metrics, edit distance and emergence scores.
 * Where all items are wrong with a probability that a double shows as 1 less a few ulps, the file
 * holds no more digits than its tolerance.
 */
public final class MirageChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/mirage";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = Tolerance.relative(root.at("tolerance_rel").number());
    model(root.at("model"), report, tolerance);
    root.at("brier").items().forEach(item -> choices(item, report, tolerance));
    for (Node item : root.at("edit").items()) {
      String a = item.at("a").text();
      String b = item.at("b").text();
      report.equal(item.path(), (int) item.at("distance").integer(), Levenshtein.distance(a, b));
    }
    root.at("emergence").items().forEach(item -> scores(item, report, tolerance));
  }

  private static void model(Node node, Report report, Tolerance tolerance) {
    var model = new MirageModel(node.at("c").number(), node.at("alpha").number());
    var test = new Resolution((int) node.at("n_test").integer());
    for (Node row : node.at("rows").items()) {
      double n = row.at("N").number();
      String at = row.path() + " ";
      report.number(at + "CE", row.at("cross_entropy").number(), model.crossEntropy(n), tolerance);
      report.number(at + "p", row.at("p_token").number(), model.tokenProbability(n), tolerance);
      for (String key : row.at("exact_match").keys()) {
        int length = Integer.parseInt(key);
        double q = model.exactMatch(n, length);
        report.number(at + "exact", row.at("exact_match").at(key).number(), q, tolerance);
        report.number(
            at + "log exact",
            row.at("log_exact_match").at(key).number(),
            model.logExactMatch(n, length),
            tolerance);
        report.number(
            at + "edit",
            row.at("token_edit_distance").at(key).number(),
            model.tokenEditDistance(n, length),
            tolerance);
        report.number(
            at + "all wrong",
            row.at("prob_zero_of_n").at(key).number(),
            test.allWrong(q),
            tolerance);
        report.number(
            at + "needed",
            row.at("n_needed_95").at(key).number(),
            Resolution.itemsNeeded(q, 0.95),
            tolerance);
      }
    }
  }

  private static void choices(Node item, Report report, Tolerance tolerance) {
    int[] correct = Arrays.stream(item.at("correct").numbers()).mapToInt(v -> (int) v).toArray();
    var outputs = new ChoiceProbabilities(item.at("P").matrix(), correct);
    number(item, "brier", Metrics.BRIER, outputs, report, tolerance);
    number(item, "brier_half", Metrics.BRIER_HALF, outputs, report, tolerance);
    number(
        item, "multiple_choice_grade", Metrics.MULTIPLE_CHOICE_GRADE, outputs, report, tolerance);
    number(item, "p_correct", Metrics.P_CORRECT, outputs, report, tolerance);
    number(item, "norm_log_loss", Metrics.LOG_LOSS, outputs, report, tolerance);
  }

  private static void number(
      Node item,
      String key,
      Metric metric,
      ChoiceProbabilities outputs,
      Report report,
      Tolerance tolerance) {
    report.number(key, item.at(key).number(), outputs.scores(metric).mean(), tolerance);
  }

  private static void scores(Node item, Report report, Tolerance tolerance) {
    var scores = EmergenceScores.of(item.at("y").numbers());
    report.number(
        item.path() + " I", item.at("improvement").number(), scores.improvement(), tolerance);
    report.number(
        item.path() + " B",
        number(item.at("breakthroughness")),
        scores.breakthroughness(),
        tolerance);
    report.number(
        item.path() + " Lin", item.at("linearity").number(), scores.linearity(), tolerance);
  }

  private static double number(Node node) {
    return "inf".equals(node.value()) ? Double.POSITIVE_INFINITY : node.number();
  }
}
