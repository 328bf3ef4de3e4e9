package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What is left open of each attribute by the positions that are about it, when the positions are
 * shared out as well as can be (Resnick et al. 2020, Capacity, bandwidth, and compositionality in
 * emergent language learning): over all partitions of the positions into a group for each
 * attribute, the least mean of {@code H(a | symbols of its group) / H(a)}. 0: every attribute can
 * be read from positions of its own; 1: nothing can be read. Constant attributes do not count.
 *
 * <p>Exact while groupings are at most 10^6 (and tables of all sets of positions are no more work
 * than a few seconds); otherwise greedy: positions in the order of their greatest information, each
 * to the group where it lowers the sum most, which gives an upper bound. Plug-in entropies of long
 * groups in few records are biased to 0: compare with the shuffled baseline. The definition is ours
 * after the paper; the authors' code was not at hand to check it.
 *
 * @param value the mean share left, 0 to 1; NaN where no attribute varies, and then flagged
 * @param shares share of each attribute left open; NaN for a constant attribute, which has none
 * @param attributeOfPosition attribute of each position, counted from 0; -1 for one without use
 * @param exact whether every partition was considered
 * @param n records, each counted by its weight
 * @param flags why the value is undefined; empty where it is defined
 * @param provenance where it comes from
 */
public record ResidualEntropy(
    double value,
    double[] shares,
    int[] attributeOfPosition,
    boolean exact,
    long n,
    List<MetricFlag> flags,
    Provenance provenance)
    implements Result {

  /** Keeps its own copies. */
  public ResidualEntropy {
    shares = Arguments.present("shares", shares).clone();
    attributeOfPosition = Arguments.present("attributeOfPosition", attributeOfPosition).clone();
    flags = Arguments.listed("flags", flags);
    Arguments.present("provenance", provenance);
  }

  @Override
  public double[] shares() {
    return shares.clone();
  }

  @Override
  public int[] attributeOfPosition() {
    return attributeOfPosition.clone();
  }

  /** Finds the partition of a language's positions; messages are padded to one length. */
  public static ResidualEntropy of(Language language) {
    return of(CodedLanguage.of(Arguments.present("language", language)), language.source());
  }

  static ResidualEntropy of(CodedLanguage language, @Nullable String source) {
    var groups = PositionGroups.of(language);
    double[] shares = groups.shares();
    double value = Arrays.stream(shares).filter(s -> !Double.isNaN(s)).average().orElse(Double.NaN);
    var way = Map.of("partition", groups.exact() ? "exact" : "greedy");
    return new ResidualEntropy(
        value,
        shares,
        groups.attributeOfPosition(),
        groups.exact(),
        language.total(),
        Double.isNaN(value) ? List.of(MetricFlag.CONSTANT_MEANINGS) : List.of(),
        Provenance.of(way).data(source));
  }

  /** The number with its conventions, as the other metrics give it. */
  public MetricResult result() {
    return new MetricResult(
        "residual entropy",
        value,
        n,
        0,
        (exact ? "exact" : "greedy") + " partition; not checked against the authors' code",
        flags,
        provenance);
  }

  @Override
  public String summary() {
    return result().summary()
        + String.format(
            Locale.ROOT,
            "%nshare left open by attribute: %s%nattributes by position: %s",
            Arrays.toString(Arrays.stream(shares).mapToObj(ResidualEntropy::text).toArray()),
            Arrays.toString(Arrays.stream(attributeOfPosition).map(a -> a + 1).toArray()));
  }

  private static String text(double share) {
    return String.format(Locale.ROOT, "%.4g", share);
  }

  @Override
  public Table table() {
    var rows = Quantities.of("residual entropy").and("residual entropy", value);
    for (int a = 0; a < shares.length; a++) {
      rows = rows.and("share left open of attribute " + (a + 1), shares[a]);
    }
    return rows.and("n", (double) n).table();
  }
}
