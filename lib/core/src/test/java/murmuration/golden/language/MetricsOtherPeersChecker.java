package murmuration.golden.language;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;

/** The languages of metrics_languages.json under the metrics of other peers. */
public final class MetricsOtherPeersChecker implements Checker {
  @Override
  public String kind() {
    return "language/metrics-other-peers";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var inputs = GoldenFile.read(file.path().resolveSibling("metrics_languages.json"));
    for (Node node : file.root().at("languages").items()) {
      var language = language(inputs, node.at("name").text());
      Node expected = node.at("expected");
      HarrisSection.check(file, language, expected, report);
      ConceptMatchingSection.check(expected.at("cbm"), language.language(), report);
      EmlangkitSection.check(
          expected.at("emlangkit"), language.language(), file.tolerance(), report);
    }
  }

  private static GoldenLanguage language(GoldenFile inputs, String name) {
    return inputs.root().at("languages").items().stream()
        .filter(node -> node.at("name").text().equals(name))
        .map(GoldenLanguage::of)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no language is called " + name));
  }
}
