package murmuration.golden.language;

import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** What is known exactly: a section of the file is checked by the class of its name. */
public final class LanguageClosedFormChecker implements Checker {
  static final Tolerance ROUNDING = Tolerance.absolute(1e-12);

  private static final List<String> WORDS = List.of("kind", "made_by", "tolerance");
  private static final List<Section> SECTIONS =
      List.of(
          new EntropiesSection(),
          new LevenshteinSection(),
          new NowakSection(),
          new OptimalCodeSection(),
          new SynonymySection());

  /** One section of the file. */
  interface Section {
    /** Its name. */
    String name();

    /** Compares all it holds. */
    void check(Node node, Report report);
  }

  @Override
  public String kind() {
    return "language/closed-form";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (String key : file.root().keys()) {
      if (WORDS.contains(key)) {
        continue;
      }
      SECTIONS.stream()
          .filter(section -> section.name().equals(key))
          .findFirst()
          .ifPresentOrElse(
              section -> section.check(file.root().at(key), report),
              () -> report.skip(key, "no section for it"));
    }
  }
}
