package murmuration.golden.language;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.Language;
import murmuration.language.LanguageInformation;
import murmuration.math.Entropy;

/** Entropies of counts and the vocabulary they stand for. */
final class EntropiesSection implements LanguageClosedFormChecker.Section {
  @Override
  public String name() {
    return "entropies";
  }

  @Override
  public void check(Node node, Report report) {
    for (Node item : node.items()) {
      long[] counts = Arrays.stream(item.at("counts").numbers()).mapToLong(c -> (long) c).toArray();
      report.number(
          item.path() + ".bits",
          item.at("bits").number(),
          Entropy.bits(counts),
          LanguageClosedFormChecker.ROUNDING);
      // a language of one symbol a message, each as often as the counts say
      long[] met = Arrays.stream(counts).filter(c -> c > 0).toArray();
      int[][] messages =
          IntStream.range(0, met.length).mapToObj(s -> new int[] {s}).toArray(int[][]::new);
      var language = Language.of(messages, messages).weights(met);
      report.number(
          item.path() + ".effective_vocabulary",
          item.at("effective_vocabulary").number(),
          LanguageInformation.of(language).effectiveVocabulary(),
          LanguageClosedFormChecker.ROUNDING);
    }
  }
}
