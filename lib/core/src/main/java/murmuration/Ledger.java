package murmuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import murmuration.data.FiguresFolder;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What papers report beside what we get, and the verdict we stand for.
 *
 * <pre>{@code
 * var ledger = Ledger.of("warning-01");
 * ledger.row("dakos2008", "Fig 1", "tau AC1, EG-I").reported(.870).got(tau).within(1e-3).reproduced();
 * ledger.row("dakos2008", "Fig 1", "years per point").reported(10).reportedOnly("not recomputed");
 * ledger.save();
 * }</pre>
 *
 * <p>Each row ends with the verdict declared for it; {@link #save} fails if the numbers say
 * otherwise, so that a notebook fails when what it computes has changed. Writing a row again, as a
 * cell that is run twice does, replaces it. One ledger is for one thread.
 */
public final class Ledger {
  private final String name;
  private final LedgerFile file;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final List<LedgerRow> open = new ArrayList<>();

  private Ledger(String name, Path folder) {
    Arguments.require(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        "name is \"%s\": expected letters, digits, '.', '_' and '-'",
        name);
    this.name = name;
    this.file = new LedgerFile(folder, name);
  }

  /** An empty ledger that is saved in the {@linkplain FiguresFolder figures folder}. */
  public static Ledger of(String name) {
    return of(name, FiguresFolder.path());
  }

  /** An empty ledger that is saved as {@code folder/name.json}. */
  public static Ledger of(String name, Path folder) {
    return new Ledger(Arguments.present("name", name), Arguments.present("folder", folder));
  }

  /** The ledgers saved in a folder, also written there as ledger.html and ledger.csv. */
  public static Claims collect(Path folder) {
    return LedgerCollection.write(Arguments.present("folder", folder));
  }

  /** The name of this ledger and of its file. */
  public String name() {
    return name;
  }

  /**
   * Begins a row.
   *
   * @param paper key of the paper, such as {@code dakos2008}
   * @param place figure, table or section
   * @param quantity what was reported there; paper, place and quantity name the row
   */
  public LedgerRow row(String paper, String place, String quantity) {
    Arguments.require(present(paper), "paper is blank: expected a key such as dakos2008");
    Arguments.require(present(place), "place is blank: expected a figure, table or section");
    Arguments.require(present(quantity), "quantity is blank: expected what was reported");
    var row = new LedgerRow(this, paper, place, quantity);
    open.removeIf(other -> other.toString().equals(row.toString()));
    open.add(row);
    return row;
  }

  private static boolean present(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  void enter(Claim claim) {
    var earlier = claims.get(claim.id());
    Arguments.require(
        earlier == null || Double.compare(earlier.reported(), claim.reported()) == 0,
        "%s stands already with another reported number: expected one row for each quantity",
        claim.id());
    claims.put(claim.id(), claim);
    open.removeIf(row -> row.toString().equals(claim.id()));
  }

  /** The rows so far. */
  public Claims claims() {
    return new Claims(List.copyOf(claims.values()), Map.of());
  }

  /**
   * Writes figures/NAME.json and gives the rows back to be looked at. Equal rows give equal bytes.
   *
   * @throws LedgerException listing every row whose numbers say another verdict than the declared
   *     one, or that has no verdict; nothing is written then
   */
  public Claims save() {
    var wrong =
        claims.values().stream().filter(claim -> !claim.stands()).map(Ledger::wrong).toList();
    if (!wrong.isEmpty() || !open.isEmpty()) {
      throw new LedgerException(
          "ledger "
              + name
              + " is not saved:"
              + wrong.stream().map(w -> "\n  " + w).collect(Collectors.joining())
              + open.stream().map(r -> "\n  " + r + ": no verdict").collect(Collectors.joining()));
    }
    var saved = claims();
    file.write(saved.claims());
    return saved;
  }

  /**
   * Says that this ledger cannot be computed in this run. The file of an earlier run stays as it
   * is; its rows count as skipped, with this reason, until a run saves them again.
   *
   * @return the rows of that file, as skipped; none where there is no file
   */
  public Claims skip(String reason) {
    Arguments.require(present(reason), "reason is blank: expected why %s is skipped", name);
    return file.skip(reason);
  }

  private static String wrong(Claim claim) {
    return String.format(
        Locale.ROOT,
        "%s: declared %s, computed %s (reported %s, recomputed %s, tolerance %s)",
        claim.id(),
        claim.verdict().words(),
        claim.computed().words(),
        claim.reported(),
        claim.recomputed(),
        claim.tolerance());
  }
}
