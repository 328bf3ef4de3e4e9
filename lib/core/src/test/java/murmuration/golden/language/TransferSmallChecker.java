package murmuration.golden.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import murmuration.data.Provenance;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.corpus.TransferCell;
import murmuration.language.corpus.TransferRun;

/**
 * The small transfer experiment with a neural model. Its cells cannot be recomputed by n-grams;
 * what the file sums up from them can, and the order of its sources is held to what it says.
 */
public final class TransferSmallChecker implements Checker {
  private static final Tolerance ROUNDING = new Tolerance(1e-12, 1e-12);

  @Override
  public String kind() {
    return "language/transfer-small-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var nodes = file.root().at("cells").items();
    Map<String, Double> none = new HashMap<>();
    for (Node cell : nodes) {
      if (cell.at("source").text().equals("none")) {
        none.put(key(cell), cell.at("test_ce").number());
      }
    }
    var cells =
        nodes.stream()
            .map(
                c ->
                    new TransferCell(
                        c.at("source").text(),
                        c.at("target").text(),
                        (int) c.at("seed").integer(),
                        c.at("test_ce").number(),
                        none.getOrDefault(key(c), Double.NaN),
                        Double.NaN))
            .toList();
    var run = TransferRun.of(cells, Provenance.of(Map.of()));
    for (Node expected : file.root().at("summary").items()) {
      String source = expected.at("source").text();
      var effect = run.effect(source);
      double ce =
          cells.stream()
              .filter(c -> c.source().equals(source))
              .mapToDouble(TransferCell::crossEntropy)
              .average()
              .orElseThrow();
      report.number(source + " ce", expected.at("mean_ce").number(), ce, ROUNDING);
      report.number(
          source + " reduction",
          expected.at("mean_ppl_reduction_percent").number(),
          effect.reduction(),
          ROUNDING);
      report.number(source + " sd", expected.at("sd").number(), effect.sd(), ROUNDING);
      report.equal(source + " wins", (int) expected.at("wins").integer(), effect.wins());
      report.equal(source + " n", (int) expected.at("n").integer(), effect.cells());
    }
    for (var source : List.of("zipf", "parens", "emergent", "human")) {
      var effect = run.effect(source);
      report.holds(source + " beats none", effect.low() > 0, effect.toString());
    }
    report.holds(
        "parentheses before uniform",
        run.effect("parens").low() > run.effect("uniform").reduction(),
        run.summary());
  }

  private static String key(Node cell) {
    return cell.at("target").text() + cell.at("seed").integer();
  }
}
