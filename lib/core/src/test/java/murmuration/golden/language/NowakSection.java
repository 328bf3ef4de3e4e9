package murmuration.golden.language;

import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.population.SignalSystem;

/** What two speakers of one language gain from each other (Nowak and Krakauer 1999). */
final class NowakSection implements LanguageClosedFormChecker.Section {
  @Override
  public String name() {
    return "nowak_payoff";
  }

  @Override
  public void check(Node node, Report report) {
    for (Node item : node.at("cases").items()) {
      var language = new SignalSystem(item.at("P").matrix(), item.at("Q").matrix());
      report.number(
          item.path() + ".self_payoff",
          item.at("self_payoff").number(),
          language.payoff(language),
          LanguageClosedFormChecker.ROUNDING);
    }
  }
}
