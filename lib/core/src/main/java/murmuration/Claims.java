package murmuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import murmuration.data.Provenance;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Rows of one or more ledgers.
 *
 * @param claims the rows, ledger by ledger
 * @param skipped why, for each ledger that this run could not compute
 */
public record Claims(List<Claim> claims, Map<String, String> skipped) implements Result {
  private static final int DIGITS = 5;

  /** Keeps its own copies. */
  public Claims {
    claims = List.copyOf(claims);
    skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
  }

  /** The number of rows with this verdict. */
  public long count(Verdict verdict) {
    return claims.stream().filter(claim -> claim.verdict() == verdict).count();
  }

  /** How many rows have which verdict, in one line. */
  public String counts() {
    return Arrays.stream(Verdict.values())
        .map(verdict -> count(verdict) + " " + verdict.words())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add("Ledger of " + claims.size() + " reported numbers: " + counts());
    int room = 10;
    skipped.entrySet().stream()
        .limit(room)
        .forEach(entry -> lines.add(entry.getKey() + " was skipped: " + entry.getValue()));
    if (skipped.size() > room) {
      lines.add("and " + (skipped.size() - room) + " more ledgers were skipped");
    }
    return String.join("\n", lines);
  }

  /**
   * One row a reported number: ledger, id, paper, place, quantity, reported, recomputed, low, high,
   * difference, tolerance, verdict, reason. Missing where nothing was recomputed.
   */
  @Override
  public Table table() {
    return Table.create(
        "ledger",
        texts("ledger", Claim::ledger),
        texts("id", Claim::id),
        texts("paper", Claim::paper),
        texts("place", Claim::place),
        texts("quantity", Claim::quantity),
        numbers("reported", Claim::reported),
        numbers("recomputed", Claim::recomputed),
        numbers("low", Claim::low),
        numbers("high", Claim::high),
        numbers("difference", claim -> Digits.round(claim.difference(), DIGITS)),
        numbers("tolerance", Claim::tolerance),
        texts("verdict", claim -> claim.verdict().name()),
        texts("reason", Claim::reason));
  }

  /** The rows in the columns of a terminal, then the counts. */
  public String text() {
    return LedgerText.of(this);
  }

  /** The rows by paper as an HTML table that brings its own style. */
  public String html() {
    return LedgerPage.fragment(this);
  }

  @Override
  public Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put(
        "ledgers", claims.stream().map(Claim::ledger).distinct().collect(Collectors.joining(", ")));
    return Provenance.of(options);
  }

  private StringColumn texts(String name, Function<Claim, String> value) {
    return StringColumn.create(name, claims.stream().map(value));
  }

  private DoubleColumn numbers(String name, Function<Claim, @Nullable Double> value) {
    var column = DoubleColumn.create(name);
    for (Claim claim : claims) {
      Double number = value.apply(claim);
      column.append(number == null ? Double.NaN : number);
    }
    return column;
  }
}
