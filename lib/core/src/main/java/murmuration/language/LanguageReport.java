package murmuration.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.data.Provenance;
import murmuration.math.Arguments;

/**
 * Every standard figure of a language at once, each beside what chance gives and with an interval,
 * and the same metric under every convention in use.
 *
 * <pre>{@code
 * int[][] meanings = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * int[][] messages = {{1, 3}, {1, 4}, {2, 3}, {2, 4}};
 * var language = Language.of(meanings, messages);
 * var found = LanguageReport.of(language).permutations(199).seed(1).run();
 * double topsim = found.figure("topographic similarity").value();
 * }</pre>
 *
 * <p><b>Chance.</b> The meanings are permuted among the records, messages stay: the shuffled
 * baseline. p is {@code (1 + as far or farther)/(1 + B)}, one-sided, towards what compositional
 * languages have. Entropies reward small samples, so their baseline is often high.
 *
 * <p><b>Interval.</b> Half of the records are drawn without repeats, again and again, and the
 * spread of the figure is put about its value (half-sampling, a bootstrap without replacement:
 * Politis and Romano 1994, Annals of Statistics 22:2031). With repeats a record meets its own copy
 * at distance 0, and topographic similarity rises. The interval says how the figure varies with the
 * records that happened to be there; it does not mend the bias of plug-in entropies, which the
 * baseline shows.
 *
 * <p>A figure whose draws would take more than about a minute has fewer of them, or none, and says
 * so; concept matching is left out where words and concepts are too many to match.
 *
 * @param language what is measured; a record of weight w counts as w records
 * @param permutations permutations of the meanings, 0 (no baseline) or 19 to 100,000
 * @param samples half samples, 0 (no intervals) or 19 to 100,000
 * @param level level of intervals and of the baseline's range, such as 0.95
 * @param seed seed of all chance
 */
public record LanguageReport(
    Language language, int permutations, int samples, double level, long seed) {
  private static final int FEWEST = 19;
  private static final int MOST = 100_000;

  /** Checks the choices. */
  public LanguageReport {
    Arguments.present("language", language);
    draws("permutations", permutations);
    draws("samples", samples);
    Arguments.level(level);
  }

  private static void draws(String name, int count) {
    Arguments.require(
        count == 0 || (count >= FEWEST && count <= MOST),
        "%s is %d: expected 0 or %d to %d",
        name,
        count,
        FEWEST,
        MOST);
  }

  /** A report with 999 permutations, 199 half samples, intervals of 95 % and seed 0. */
  public static LanguageReport of(Language language) {
    return new LanguageReport(language, 999, 199, 0.95, 0);
  }

  /** The same with this many permutations of the meanings. */
  public LanguageReport permutations(int count) {
    return new LanguageReport(language, count, samples, level, seed);
  }

  /** The same with this many half samples. */
  public LanguageReport samples(int count) {
    return new LanguageReport(language, permutations, count, level, seed);
  }

  /** The same with intervals of this level. */
  public LanguageReport level(double value) {
    return new LanguageReport(language, permutations, samples, value, seed);
  }

  /** The same with another seed. */
  public LanguageReport seed(long value) {
    return new LanguageReport(language, permutations, samples, level, value);
  }

  /**
   * Measures.
   *
   * @throws IllegalArgumentException if the weights add up to more than 10 million
   * @throws java.util.concurrent.CancellationException when interrupted
   */
  public LanguageMetrics run() {
    var figures =
        new ArrayList<>(new ReportDraws(language, level).figures(permutations, samples, seed));
    figures.addAll(DescriptiveFigures.of(this));
    Map<String, String> options = new LinkedHashMap<>();
    options.put("messages", language.policy().toString());
    options.put("permutations", Integer.toString(permutations));
    options.put("half samples", Integer.toString(samples));
    options.put("level", Double.toString(level));
    return new LanguageMetrics(
        language.name(),
        language.total(),
        level,
        figures,
        ConventionTable.of(language),
        Provenance.of(options).seed(seed).data(language.source()));
  }
}
