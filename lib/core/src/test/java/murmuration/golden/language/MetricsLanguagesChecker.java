package murmuration.golden.language;

import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;

/** Small languages with every metric of EGG on them, and topographic similarities without EOS. */
public final class MetricsLanguagesChecker implements Checker {
  private static final List<Section> SECTIONS =
      List.of(new TopsimSection(), new DisentanglementSection());

  /** The metrics of one kind. */
  interface Section {
    /** Compares them for one language. */
    void check(GoldenFile file, GoldenLanguage language, Report report);
  }

  @Override
  public String kind() {
    return "language/metrics-languages";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (var node : file.root().at("languages").items()) {
      var language = GoldenLanguage.of(node);
      SECTIONS.forEach(section -> section.check(file, language, report));
    }
  }
}
