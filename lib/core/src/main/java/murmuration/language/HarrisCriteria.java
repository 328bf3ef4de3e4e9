package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Do segments behave as words do? Ueda et al. (2023, ICLR) ask three things of languages for worlds
 * of different shape: boundaries per message grow with the number of attributes (C1), the
 * vocabulary of segments grows with the number of values (C2), and segments follow the meaning
 * better than symbols do, W-topsim above C-topsim (C3).
 *
 * <p>C1 and C2 are judged over all pairs of languages that differ in the number, C3 over all
 * languages whose topsims are defined: each is a share, and holds where the share is 1. They were
 * found for messages that agents grew. They need not hold for a code that is known to be made of
 * words: boundaries put in wrong places do not lower C1 or C2, and C3 compares distances on two
 * scales.
 *
 * @param languages the languages, cut
 */
public record HarrisCriteria(List<HarrisSegments> languages) implements Charted {
  /** Keeps its own copy. */
  public HarrisCriteria {
    languages = Arguments.listed("languages", languages);
    Arguments.require(!languages.isEmpty(), "languages is empty: expected at least 1");
  }

  /** Judges these languages. */
  public static HarrisCriteria of(HarrisSegments... languages) {
    return new HarrisCriteria(Arguments.listed("languages", languages));
  }

  /** Pairs of languages of which the one with more attributes has more boundaries; or NaN. */
  public double boundariesGrow() {
    return grows(s -> s.language().attributeCount(), HarrisSegments::meanBoundaries);
  }

  /** Pairs of languages of which the one with more values has more segments; or NaN. */
  public double vocabularyGrows() {
    return grows(HarrisCriteria::values, HarrisSegments::vocabularySize);
  }

  /** Languages whose W-topsim is above their C-topsim; NaN where none has both. */
  public double wordsFollowMeaning() {
    double[] gains =
        languages.stream()
            .mapToDouble(HarrisSegments::topsimGain)
            .filter(g -> !Double.isNaN(g))
            .toArray();
    return gains.length == 0
        ? Double.NaN
        : (double) Arrays.stream(gains).filter(g -> g > 0).count() / gains.length;
  }

  /** The largest number of different values of an attribute. */
  private static double values(HarrisSegments segments) {
    var language = segments.language();
    return IntStream.range(0, language.attributeCount())
        .mapToLong(
            a -> Arrays.stream(language.meaningRows()).mapToInt(m -> m[a]).distinct().count())
        .max()
        .orElse(0);
  }

  private double grows(
      ToDoubleFunction<HarrisSegments> number, ToDoubleFunction<HarrisSegments> figure) {
    double[] x = languages.stream().mapToDouble(number).toArray();
    double[] y = languages.stream().mapToDouble(figure).toArray();
    double pairs = 0;
    double growing = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (x[i] < x[j]) {
          pairs++;
          growing += y[i] < y[j] ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? Double.NaN : growing / pairs;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Harris' scheme on %d languages
        C1, boundaries grow with attributes: %s
        C2, vocabulary grows with values: %s
        C3, W-topsim above C-topsim: %s\
        """,
        languages.size(),
        verdict(boundariesGrow(), "pairs"),
        verdict(vocabularyGrows(), "pairs"),
        verdict(wordsFollowMeaning(), "languages"));
  }

  private static String verdict(double share, String of) {
    return Double.isNaN(share)
        ? "cannot be asked of these languages"
        : (share == 1 ? "holds, " : "fails, ") + Digits.of(100 * share, 3) + " % of " + of;
  }

  /**
   * One row a language: {@code language}, {@code attributes}, {@code values}, {@code boundaries}
   * per message, {@code vocabulary}, {@code C-topsim}, {@code W-topsim}.
   */
  @Override
  public Table table() {
    return Table.create(
        "Harris' criteria",
        StringColumn.create("language", languages.stream().map(s -> s.language().name())),
        IntColumn.create(
            "attributes",
            languages.stream().mapToInt(s -> s.language().attributeCount()).toArray()),
        IntColumn.create("values", languages.stream().mapToInt(s -> (int) values(s)).toArray()),
        column("boundaries", HarrisSegments::meanBoundaries),
        IntColumn.create(
            "vocabulary", languages.stream().mapToInt(HarrisSegments::vocabularySize).toArray()),
        column("C-topsim", s -> s.characterTopsim().value()),
        column("W-topsim", s -> s.wordTopsim().value()));
  }

  private DoubleColumn column(String name, ToDoubleFunction<HarrisSegments> figure) {
    return DoubleColumn.create(name, languages.stream().mapToDouble(figure).toArray());
  }

  /** Topsim of symbols and of segments against the number of attributes. */
  @Override
  public Figure chart() {
    double[] x = languages.stream().mapToDouble(s -> s.language().attributeCount()).toArray();
    return Figure.of(
        Panel.of("Attributes", "Topographic similarity")
            .points("symbols", x, values(s -> s.characterTopsim().value()))
            .points("segments", x, values(s -> s.wordTopsim().value())));
  }

  private double[] values(ToDoubleFunction<HarrisSegments> figure) {
    return languages.stream().mapToDouble(figure).toArray();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("languages", Integer.toString(languages.size())));
  }
}
