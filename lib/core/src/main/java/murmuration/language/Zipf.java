package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Zipf's law three ways on the same counts: by rank, by rank with Mandelbrot's shift, and by
 * frequency above some k_min. They are different laws with different exponents; a paper that
 * reports "the Zipf exponent" means one of them.
 *
 * <pre>{@code
 * var code = Language.of(new int[][] {{0}, {1}, {2}}, new int[][] {{1}, {2, 1}, {2, 2, 1}})
 *     .weights(60, 30, 20);
 * Zipf messages = Zipf.ofMessages(code);
 * Zipf symbols = Zipf.ofSymbols(code);
 * }</pre>
 *
 * @param what the kind of types
 * @param counts how often each type occurs, descending
 * @param rank the law by rank
 * @param mandelbrot the law by rank with a shift
 * @param tail the law by frequency; empty where there are not ten types of two different counts
 * @param provenance where it comes from
 */
public record Zipf(
    String what,
    long[] counts,
    ZipfRank rank,
    ZipfRank mandelbrot,
    Optional<PowerLawTail> tail,
    Provenance provenance)
    implements Charted {
  private static final int POINTS = 200;

  /** Checks and keeps its own copy. */
  public Zipf {
    Arguments.present("what", what);
    counts = TypeCounts.ranked(counts);
    Arguments.present("rank", rank);
    Arguments.present("mandelbrot", mandelbrot);
    Arguments.require(
        rank.types() == counts.length && mandelbrot.types() == counts.length,
        "the laws have %d and %d types: expected %d",
        rank.types(),
        mandelbrot.types(),
        counts.length);
    Arguments.present("tail", tail);
    Arguments.present("provenance", provenance);
  }

  /**
   * All three laws of some counts.
   *
   * @param counts how often each type occurs, each at least 1; at least two types
   */
  public static Zipf of(long... counts) {
    return of("types", counts, Provenance.of(Map.of("types", "counts as given")));
  }

  /**
   * Of whole messages as types, under the language's rule for EOS.
   *
   * @param language at least two different messages
   */
  public static Zipf ofMessages(Language language) {
    Arguments.present("language", language);
    long[] counts = TypeCounts.values(TypeCounts.of(language, language.messageRows()));
    return of("messages", counts, provenance("messages", language));
  }

  /**
   * Of symbols as types, under the language's rule for EOS. {@link HarrisSegments#wordLanguage}
   * makes it a law of words.
   *
   * @param language at least two different symbols
   */
  public static Zipf ofSymbols(Language language) {
    Arguments.present("language", language);
    var counts = new LinkedHashMap<Integer, Long>();
    int[][] messages = language.messageRows();
    for (int i = 0; i < messages.length; i++) {
      for (int symbol : messages[i]) {
        counts.merge(symbol, language.weight(i), Math::addExact);
      }
    }
    return of("symbols", TypeCounts.values(counts), provenance("symbols", language));
  }

  private static Provenance provenance(String what, Language language) {
    var options = new LinkedHashMap<String, String>();
    options.put("types", what);
    options.put("EOS", language.policy().toString());
    return Provenance.of(options).data(language.source());
  }

  private static Zipf of(String what, long[] counts, Provenance provenance) {
    return new Zipf(
        what,
        counts,
        ZipfRank.of(counts),
        ZipfRank.mandelbrot(counts),
        PowerLawTail.ifAny(counts),
        provenance);
  }

  @Override
  public long[] counts() {
    return counts.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s of %d types, %d tokens%n%s%n%s%n%s",
        what,
        counts.length,
        rank.tokens(),
        rank.summary(),
        mandelbrot.summary(),
        tail.map(PowerLawTail::summary).orElse("power law of frequencies: too few types"));
  }

  @Override
  public Table table() {
    double half = 1.96 * rank.standardError();
    @Nullable PowerLawTail frequent = tail.orElse(null);
    return Quantities.of("Zipf's law of " + what)
        .and("rank: exponent", rank.exponent(), rank.exponent() - half, rank.exponent() + half)
        .and("Mandelbrot: exponent", mandelbrot.exponent())
        .and("Mandelbrot: shift", mandelbrot.shift())
        .and("frequency: exponent", frequent == null ? Double.NaN : frequent.exponent())
        .and("frequency: k_min", frequent == null ? Double.NaN : frequent.kMin())
        .and("types", counts.length)
        .and("tokens", (double) rank.tokens())
        .table();
  }

  /** Frequency against rank with the two laws by rank, both axes logarithmic. */
  @Override
  public Figure chart() {
    int[] ranks =
        IntStream.rangeClosed(1, counts.length)
            .filter(r -> r <= POINTS || r % (1 + counts.length / POINTS) == 0)
            .toArray();
    double[] x = Arrays.stream(ranks).asDoubleStream().toArray();
    double[] y = Arrays.stream(ranks).mapToDouble(r -> counts[r - 1]).toArray();
    return Figure.of(
        Panel.of("Rank", "Occurrences")
            .logX()
            .logY()
            .points(what, x, y)
            .line("by rank, exponent " + Digits.of(rank.exponent(), 3), x, law(rank, x))
            .line(
                "Mandelbrot, exponent " + Digits.of(mandelbrot.exponent(), 3),
                x,
                law(mandelbrot, x)));
  }

  private static double[] law(ZipfRank law, double[] ranks) {
    double first = law.share(1) * law.tokens();
    return Arrays.stream(ranks)
        .map(
            r ->
                first * Math.exp(-law.exponent() * Math.log((r + law.shift()) / (1 + law.shift()))))
        .toArray();
  }
}
