package murmuration.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * One metric of one language under one convention.
 *
 * @param metric what was measured
 * @param value the value; NaN where it is undefined, and then {@code flags} say why
 * @param n records, each counted by its weight
 * @param nPairs pairs of records that were compared, 0 where none are
 * @param conventions the definitions chosen, in words
 * @param flags why the value is undefined, or defined by convention only; empty for neither
 * @param provenance where it comes from
 */
public record MetricResult(
    String metric,
    double value,
    long n,
    long nPairs,
    String conventions,
    List<MetricFlag> flags,
    Provenance provenance)
    implements Result {

  /** Keeps its own copy of the flags; NaN without one is refused. */
  public MetricResult {
    Arguments.present("metric", metric);
    Arguments.present("conventions", conventions);
    Arguments.present("provenance", provenance);
    Arguments.require(!Double.isInfinite(value), "value is %s: expected a number or NaN", value);
    flags = Arguments.listed("flags", flags);
    Arguments.require(
        !Double.isNaN(value) || !flags.isEmpty(), "value of %s is NaN: expected a reason", metric);
  }

  /** False where the metric is undefined. */
  public boolean defined() {
    return !Double.isNaN(value);
  }

  /** The value with 0 for undefined, as Harris' peer has it; a convention that hides constants. */
  public double nanAsZero() {
    return defined() ? value : 0;
  }

  @Override
  public String summary() {
    String pairs = nPairs == 0 ? "" : String.format(Locale.ROOT, ", %d pairs", nPairs);
    String why =
        flags.isEmpty()
            ? ""
            : "\n" + flags.stream().map(MetricFlag::reason).collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT, "%s: %.4g (n = %d%s)%n%s%s", metric, value, n, pairs, conventions, why);
  }

  @Override
  public Table table() {
    return Quantities.of(metric)
        .and(metric, value)
        .and("n", (double) n)
        .and("pairs", (double) nPairs)
        .table();
  }
}
