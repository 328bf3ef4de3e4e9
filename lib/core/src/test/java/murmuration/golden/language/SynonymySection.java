package murmuration.golden.language;

import java.util.List;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.Language;
import murmuration.language.LanguageInformation;

/** Entropies of meanings and messages, and what each leaves open of the other. */
final class SynonymySection implements LanguageClosedFormChecker.Section {
  @Override
  public String name() {
    return "synonymy_homonymy";
  }

  @Override
  public void check(Node node, Report report) {
    List<Node> pairs = node.at("pairs").items();
    var found = LanguageInformation.of(Language.of(column(pairs, 0), column(pairs, 1)));
    compare(node.at("H_meaning_bits"), found.meaningEntropy(), report);
    compare(node.at("H_message_bits"), found.messageEntropy(), report);
    compare(node.at("H_message_given_meaning_bits"), found.synonymy(), report);
    compare(node.at("H_meaning_given_message_bits"), found.homonymy(), report);
    compare(node.at("mutual_information_bits"), found.information(), report);
  }

  private static int[][] column(List<Node> pairs, int place) {
    return pairs.stream()
        .map(pair -> new int[] {pair.items().get(place).text().hashCode()})
        .toArray(int[][]::new);
  }

  private static void compare(Node expected, double found, Report report) {
    report.number(expected.path(), expected.number(), found, LanguageClosedFormChecker.ROUNDING);
  }
}
