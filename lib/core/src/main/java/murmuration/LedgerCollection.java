package murmuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;

/** All ledgers of a folder, gathered and published. */
final class LedgerCollection {
  private LedgerCollection() {}

  static Claims write(Path folder) {
    Arguments.require(Files.isDirectory(folder), "%s is no folder: expected figures", folder);
    Claims ledger = read(folder);
    write(folder, "ledger.html", LedgerPage.page(ledger));
    write(folder, "ledger.csv", ledger.table().write().toString("csv"));
    return ledger;
  }

  private static Claims read(Path folder) {
    var skipped = LedgerFile.skipped(folder);
    var claims = new ArrayList<Claim>();
    var places = new HashMap<String, Path>();
    for (Path path : files(folder)) {
      for (Claim claim : LedgerFile.read(path).orElse(List.of())) {
        Path other = places.put(claim.id(), path);
        if (other != null) {
          throw new LedgerException(claim.id() + " stands in " + other + " and in " + path);
        }
        if (!claim.stands()) {
          throw new LedgerException(
              path
                  + ": "
                  + claim.id()
                  + " says "
                  + claim.verdict().words()
                  + ", its numbers "
                  + claim.computed().words());
        }
        String reason = skipped.get(claim.ledger());
        claims.add(reason == null ? claim : claim.skipped(reason));
      }
    }
    return new Claims(claims, skipped);
  }

  private static List<Path> files(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String name, String text) {
    AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
