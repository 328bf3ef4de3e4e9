package murmuration.golden.language;

import murmuration.golden.Node;
import murmuration.language.Language;

/**
 * A language of the files: attributes, messages padded with an EOS symbol, expected figures.
 *
 * @param node where it stands
 * @param name its name
 * @param language it, under the rule that strips EOS
 */
record GoldenLanguage(Node node, String name, Language language) {
  static GoldenLanguage of(Node node) {
    var language =
        Language.fromPadded(
            rows(node.at("attributes")), rows(node.at("messages")), (int) node.at("eos").integer());
    String name = node.at("name").text();
    return new GoldenLanguage(node, name, language.named(name));
  }

  /** The same with 1 more for every attribute, so that no meaning is of zeros alone. */
  Language raised() {
    int[][] attributes = language.meanings();
    for (int[] row : attributes) {
      for (int a = 0; a < row.length; a++) {
        row[a]++;
      }
    }
    return Language.fromPadded(attributes, rows(node.at("messages")), language.eos().orElseThrow());
  }

  static int[][] rows(Node node) {
    return node.items().stream().map(GoldenLanguage::row).toArray(int[][]::new);
  }

  static int[] row(Node node) {
    return node.items().stream().mapToInt(item -> Math.toIntExact(item.integer())).toArray();
  }
}
