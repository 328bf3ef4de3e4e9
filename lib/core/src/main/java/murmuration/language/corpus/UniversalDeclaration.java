package murmuration.language.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.data.Datasets;
import murmuration.math.Arguments;

/**
 * The Universal Declaration of Human Rights in 13 languages, data set {@code udhr-13-languages}:
 * the same text, 4,000 to 13,000 characters in each.
 */
public final class UniversalDeclaration {
  /** The name of the data set. */
  public static final String DATASET = "udhr-13-languages";

  /** The ten target languages of the transfer papers: ISO 639-3 codes. */
  public static final List<String> TARGETS =
      List.of("dan", "eus", "pes", "fin", "heb", "ind", "jpn", "kaz", "ron", "urd");

  private UniversalDeclaration() {}

  /** English names of the languages by their ISO 639-3 code, in the order of the data set. */
  public static Map<String, String> languages() {
    var names = new LinkedHashMap<String, String>();
    for (var row : Datasets.load(DATASET)) {
      names.put(row.getString("iso639_3"), row.getString("language"));
    }
    return names;
  }

  /**
   * The paragraphs in one language.
   *
   * @param code ISO 639-3 code, one of {@link #languages}
   */
  public static List<String> paragraphs(String code) {
    Arguments.present("code", code);
    var table = Datasets.load(DATASET);
    var rows = table.where(table.stringColumn("iso639_3").isEqualTo(code));
    Arguments.require(
        !rows.isEmpty(), "code is \"%s\": expected one of %s", code, languages().keySet());
    return rows.stream().map(row -> row.getString("paragraph")).toList();
  }

  /** The characters of the whole text in lower case, a space between paragraphs. */
  public static Corpus corpus(String code) {
    return Corpus.ofText(code, String.join(" ", paragraphs(code)));
  }
}
