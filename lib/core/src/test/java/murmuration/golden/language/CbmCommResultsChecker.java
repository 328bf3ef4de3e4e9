package murmuration.golden.language;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.ConceptMatching;
import murmuration.language.Language;

/** The messages that come with the code of Carmeli et al. 2024; a third party's file. */
public final class CbmCommResultsChecker implements Checker {
  @Override
  public String kind() {
    return "language/cbm-comm-results";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var found = ConceptMatching.of(language(file));
    Node expected = file.root();
    report.equal("words", expected.at("words").integer(), (long) found.words());
    report.equal("concepts", expected.at("concepts").integer(), (long) found.concepts());
    report.equal("good", expected.at("good_edges").integer(), found.good());
    report.equal("edges", expected.at("total_edges").integer(), found.edges());
    report.number("score", expected.at("match_score").number(), found.score(), file.tolerance());
  }

  private static Language language(GoldenFile file) {
    try {
      List<String> lines = Files.readAllLines(file.thirdParty("cbm_comm_results.jsonl"));
      int[][] concepts = new int[lines.size()][];
      int[][] messages = new int[lines.size()][];
      for (int i = 0; i < messages.length; i++) {
        List<Object> row = JSON.std.listFrom(lines.get(i));
        int[] padded =
            Arrays.stream(row.get(0).toString().split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        // the last symbol is EOS
        messages[i] = Arrays.copyOf(padded, padded.length - 1);
        concepts[i] = new int[] {Integer.parseInt(row.get(1).toString())};
      }
      return Language.of(concepts, messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
