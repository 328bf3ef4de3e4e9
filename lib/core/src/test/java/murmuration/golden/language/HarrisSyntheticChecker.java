package murmuration.golden.language;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.Harris;
import murmuration.language.Language;

/** Codes known to be made of words, 4096 messages each, cut by the published code. */
public final class HarrisSyntheticChecker implements Checker {
  @Override
  public String kind() {
    return "language/harris-synthetic";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    for (Node node : file.root().at("cases").items()) {
      var language = code(node);
      var cut = Harris.of(language).peer().threshold(node.at("threshold").number()).run();
      String name = node.path();
      report.equal(name + " messages", node.at("messages").integer(), (long) language.size());
      report.number(
          name + " boundaries",
          node.at("mean_boundaries").number(),
          cut.meanBoundaries(),
          tolerance);
      report.equal(
          name + " vocabulary",
          node.at("segment_vocabulary").integer(),
          (long) cut.vocabularySize());
      report.number(
          name + " C-topsim",
          node.at("character_topsim").number(),
          cut.characterTopsim().value(),
          tolerance);
      report.number(
          name + " W-topsim", node.at("word_topsim").number(), cut.wordTopsim().value(), tolerance);
      double[] entropies = node.at("conditional_entropy_0_to_8").numbers();
      report.numbers(
          name + " conditional entropies",
          entropies,
          Arrays.copyOf(cut.conditionalEntropies(), entropies.length),
          tolerance);
    }
  }

  /** All meanings in lexicographic order; a message is the code words of its values. */
  private static Language code(Node node) {
    int attributes = (int) node.at("n_attributes").integer();
    int values = (int) node.at("n_values").integer();
    int n = (int) Math.round(Math.pow(values, attributes));
    int[][] meanings = new int[n][attributes];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      int rest = i;
      for (int a = attributes - 1; a >= 0; a--) {
        meanings[i][a] = rest % values;
        rest /= values;
      }
      messages[i] = new int[0];
      for (int a = 0; a < attributes; a++) {
        int[] word = GoldenLanguage.row(node.at("code").at(a + "=" + meanings[i][a]));
        int from = messages[i].length;
        messages[i] = Arrays.copyOf(messages[i], from + word.length);
        System.arraycopy(word, 0, messages[i], from, word.length);
      }
    }
    return Language.of(meanings, messages);
  }
}
