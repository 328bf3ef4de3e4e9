package murmuration;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;

/** A ledger for the terminal. */
final class LedgerText {
  private static final int DIGITS = 5;
  private static final int WIDEST = 44;
  private static final List<String> HEADS =
      List.of("paper", "place", "quantity", "reported", "recomputed", "verdict");
  private static final int FIRST_NUMBER = 3;
  private static final int LAST_NUMBER = 4;

  private LedgerText() {}

  static String of(Claims ledger) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADS);
    for (Claim claim : ledger.claims()) {
      rows.add(
          List.of(
              cut(claim.paper()),
              cut(claim.place()),
              cut(claim.quantity()),
              Digits.of(claim.reported(), DIGITS),
              number(claim.recomputed()),
              claim.verdict().words()));
    }
    var widths = new int[HEADS.size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        boolean right = i >= FIRST_NUMBER && i <= LAST_NUMBER;
        line.append(right ? space + row.get(i) : row.get(i) + space).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.append(ledger.summary()).append('\n').toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : Digits.of(value, DIGITS);
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
