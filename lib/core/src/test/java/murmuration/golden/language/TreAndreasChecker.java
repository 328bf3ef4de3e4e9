package murmuration.golden.language;

import java.util.HashMap;
import java.util.Objects;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.Tre;
import murmuration.language.TreLoss;

/** The exact tree reconstruction errors of languages that Andreas' code was run on. */
public final class TreAndreasChecker implements Checker {
  @Override
  public String kind() {
    return "language/tre-andreas";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var inputs = GoldenFile.read(file.path().resolveSibling("metrics_languages.json"));
    var languages = new HashMap<String, GoldenLanguage>();
    for (Node node : inputs.root().at("languages").items()) {
      var language = GoldenLanguage.of(node);
      languages.put(language.name(), language);
    }
    var exact = file.tolerance("exact");
    for (Node node : file.root().at("languages").items()) {
      String name = node.at("name").text();
      var language = Objects.requireNonNull(languages.get(name)).language();
      Node expected = node.at("expected");
      var absolute = Tre.of(language);
      double least = expected.at("tre_exact_l1_additive_mean").number();
      report.number(name + " L1", least, absolute.value(), exact);
      report.number(name + " L1 gap", 0, absolute.gap().orElseThrow(), exact);
      double peer = expected.at("tre_peer_l1_additive_steps400_mean").number();
      report.holds(
          name + " the peer stops above the minimum",
          peer > absolute.value(),
          peer + " is not above " + absolute.value());
      var squares = Tre.of(language, TreLoss.ADDITIVE_L2);
      report.number(
          name + " L2 squared",
          expected.at("tre_exact_least_squares_mean_squared").number(),
          squares.meanSquared().orElseThrow(),
          exact);
      report.number(
          name + " L2",
          expected.at("tre_least_squares_mean_l2_residual").number(),
          squares.value(),
          exact);
    }
  }
}
