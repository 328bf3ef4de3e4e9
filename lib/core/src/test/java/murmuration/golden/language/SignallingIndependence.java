package murmuration.golden.language;

import java.util.Arrays;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.ContextIndependence;
import murmuration.language.Language;

/** Context independence of whole messages about actions (Lowe et al. 2019). */
final class SignallingIndependence {
  private SignallingIndependence() {}

  static void check(Node item, Tolerance tolerance, Report report) {
    var language = Language.of(single(item.at("actions")), single(item.at("messages")));
    int concepts = (int) item.at("n_actions").integer();
    report.number(
        item.path() + ".context_independence",
        item.at("peer_context_independence").number(),
        ContextIndependence.messageLevel(language, concepts).value(),
        tolerance);
  }

  private static int[][] single(Node values) {
    return Arrays.stream(GoldenLanguage.row(values))
        .mapToObj(v -> new int[] {v})
        .toArray(int[][]::new);
  }
}
