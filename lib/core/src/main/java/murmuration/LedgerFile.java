package murmuration;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import murmuration.data.AtomicFile;
import org.jspecify.annotations.Nullable;

/** The JSON file of one ledger, and the mark that it was skipped in this run. */
record LedgerFile(Path folder, String name) {
  private static final String SKIPPED = ".skipped";

  /** The ledger in a JSON file; empty where the file is something else, such as a figure. */
  static Optional<List<Claim>> read(Path path) {
    try {
      if (JSON.std.anyFrom(Files.readString(path)) instanceof Map<?, ?> map
          && map.get("ledger") instanceof String ledger
          && map.get("rows") instanceof List<?> rows) {
        var claims = new ArrayList<Claim>();
        for (Object row : rows) {
          claims.add(claim(ledger, (Map<?, ?>) row));
        }
        return Optional.of(List.copyOf(claims));
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw new LedgerException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Why each skipped ledger of a folder was skipped. */
  static Map<String, String> skipped(Path folder) {
    var reasons = new LinkedHashMap<String, String>();
    Path marks = folder.resolve(SKIPPED);
    if (Files.isDirectory(marks)) {
      try (var list = Files.list(marks)) {
        for (Path mark : list.sorted().toList()) {
          reasons.put(mark.getFileName().toString(), Files.readString(mark));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return reasons;
  }

  void write(List<Claim> claims) {
    var root = new LinkedHashMap<String, Object>();
    root.put("ledger", name);
    root.put("rows", claims.stream().map(LedgerFile::row).toList());
    refuseToReplaceOthers();
    try {
      var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
      String json = JSON.std.with(lines).asString(root) + "\n";
      AtomicFile.write(path(), json.getBytes(StandardCharsets.UTF_8));
      Files.deleteIfExists(mark());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Claims skip(String reason) {
    AtomicFile.write(mark(), reason.getBytes(StandardCharsets.UTF_8));
    var before = Files.exists(path()) ? read(path()).orElse(List.of()) : List.<Claim>of();
    return new Claims(
        before.stream().map(claim -> claim.skipped(reason)).toList(), Map.of(name, reason));
  }

  private void refuseToReplaceOthers() {
    if (Files.exists(path()) && read(path()).isEmpty()) {
      throw new LedgerException(
          path() + " is there and no ledger: expected another name than a figure's");
    }
  }

  private Path path() {
    return folder.resolve(name + ".json");
  }

  private Path mark() {
    return folder.resolve(SKIPPED).resolve(name);
  }

  private static Map<String, Object> row(Claim claim) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", claim.id());
    row.put("paper", claim.paper());
    row.put("place", claim.place());
    row.put("quantity", claim.quantity());
    row.put("reported", claim.reported());
    putPresent(row, "recomputed", claim.recomputed());
    putPresent(row, "low", claim.low());
    putPresent(row, "high", claim.high());
    putPresent(row, "tolerance", claim.tolerance());
    row.put("verdict", claim.verdict().name());
    row.put("reason", claim.reason());
    return row;
  }

  private static void putPresent(Map<String, Object> row, String key, @Nullable Double value) {
    if (value != null) {
      row.put(key, value);
    }
  }

  private static Claim claim(String ledger, Map<?, ?> row) {
    Double reported = number(row, "reported");
    if (reported == null) {
      throw new IllegalArgumentException("a row has no reported number");
    }
    return new Claim(
        ledger,
        text(row, "paper"),
        text(row, "place"),
        text(row, "quantity"),
        reported,
        number(row, "recomputed"),
        number(row, "low"),
        number(row, "high"),
        number(row, "tolerance"),
        Verdict.valueOf(text(row, "verdict")),
        text(row, "reason"));
  }

  private static String text(Map<?, ?> row, String key) {
    if (row.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a row has no " + key);
  }

  private static @Nullable Double number(Map<?, ?> row, String key) {
    return switch (row.get(key)) {
      case null -> null;
      case Number number -> (Double) number.doubleValue();
      case Object other -> Double.valueOf(other.toString());
    };
  }
}
