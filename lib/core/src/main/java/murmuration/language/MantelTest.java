package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * What {@link TopsimPermutations} found: the topographic similarity beside those of languages with
 * the same meanings and the same messages, dealt out at random.
 *
 * @param topsim the similarity that was tested
 * @param draws those of the permutations, in the order they were drawn
 * @param seed seed of the permutations
 */
public record MantelTest(Topsim topsim, double[] draws, long seed) implements Charted {
  /** Values closer than this count as equal. */
  private static final double EQUAL = 1e-12;

  private static final int BINS = 40;

  /** Checks the draws and keeps its own copy. */
  public MantelTest {
    Arguments.present("topsim", topsim);
    Arguments.finite("draws", draws, 1);
    draws = draws.clone();
  }

  @Override
  public double[] draws() {
    return draws.clone();
  }

  /** Permutations whose similarity is at least the one that was tested. */
  public int asHigh() {
    return (int) Arrays.stream(draws).filter(d -> d >= topsim.value() - EQUAL).count();
  }

  /**
   * The one-sided p of a similarity as high by chance, (1 + those as high) / (1 + permutations):
   * the language itself is one of its permutations, so p is never 0 (Phipson and Smyth 2010,
   * Permutation p-values should never be zero).
   */
  public double p() {
    return (1.0 + asHigh()) / (1.0 + draws.length);
  }

  /** Mean similarity of the permutations: what chance gives these meanings and messages. */
  public double mean() {
    return StatUtils.mean(draws);
  }

  /** Standard deviation of the similarity of the permutations; NaN for one permutation. */
  public double spread() {
    return draws.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(draws));
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "topographic similarity %s (n = %d), by chance %s +- %s%n"
            + "p %s: %d of %d permutations of the messages are as high%n%s",
        Digits.of(topsim.value(), 4),
        topsim.n(),
        Digits.of(mean(), 4),
        draws.length < 2 ? "unknown (one permutation)" : Digits.of(spread(), 4),
        Digits.of(p(), 4),
        asHigh(),
        draws.length,
        topsim.convention());
  }

  @Override
  public Table table() {
    return Quantities.of("Mantel test")
        .and("topographic similarity", topsim.value())
        .and("p", p())
        .and("permutations as high", asHigh())
        .and("permutations", draws.length)
        .and("mean by chance", mean())
        .and("standard deviation by chance", spread())
        .table();
  }

  /** The similarities of the permutations, and the one that was tested as a line. */
  @Override
  public Figure chart() {
    double low = Math.min(topsim.value(), Arrays.stream(draws).min().orElseThrow());
    double high = Math.max(topsim.value(), Arrays.stream(draws).max().orElseThrow());
    double margin = Math.max(1e-3, (high - low) / BINS);
    var histogram = Histogram.of(draws, low - margin, high + margin, BINS);
    return Figure.of(
        Panel.of("topographic similarity", "permutations")
            .title(String.format(Locale.ROOT, "p = %s", Digits.of(p(), 3)))
            .bars("messages dealt out at random", histogram.centres(), histogram.heights())
            .vertical(topsim.value()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>(topsim.provenance().options());
    options.put("permutations", Integer.toString(draws.length));
    return Provenance.of(options).seed(seed).data(topsim.language().source());
  }
}
