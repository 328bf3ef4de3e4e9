package murmuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;

/** A ledger as HTML: reported beside recomputed, by paper. */
final class LedgerPage {
  private static final int DIGITS = 6;
  private static final int DIFFERENCE_DIGITS = 2;
  private static final String STYLE =
      """
      <style>
      .ledger{font:15px/1.45 system-ui,sans-serif;max-width:72rem;overflow-x:auto}
      .ledger h2{font-size:1.05rem;margin:1.8rem 0 .4rem}
      .ledger table{border-collapse:collapse;width:100%;font-size:.9rem;table-layout:fixed;min-width:52rem}
      .ledger th,.ledger td{padding:.35rem .6rem;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.25);overflow-wrap:anywhere}
      .ledger th:not(.n),.ledger td:not(.n){text-align:left}
      .ledger th{font-weight:600;border-bottom:1px solid #888;white-space:nowrap}
      .ledger .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      .ledger .i{opacity:.7}
      .ledger span.i{display:block;white-space:nowrap}
      .ledger .v{display:inline-block;padding:0 .5rem;border-radius:.6rem;white-space:nowrap;font-weight:600}
      .ledger .reproduced{background:#d9f2e8;color:#00543d}
      .ledger .differs{background:#fbe3d1;color:#8a3d00}
      .ledger .reported_only{background:#dcebf5;color:#004a75}
      .ledger .skipped{background:#ececec;color:#474747}
      </style>
      """;

  private static final String COLUMNS =
      IntStream.of(17, 19, 10, 12, 10, 8, 14, 10)
          .mapToObj(percent -> "<col style=\"width:" + percent + "%\">")
          .collect(Collectors.joining("", "<colgroup>", "</colgroup>\n"));

  private LedgerPage() {}

  static String page(Claims ledger) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Reported and recomputed</title>
        </head>
        <body style="color:#1a1a1a;background:#fff;margin:2rem auto;padding:0 1.2rem;max-width:72rem">
        <h1 style="font:600 1.5rem system-ui,sans-serif">Reported and recomputed</h1>
        <p style="font:15px/1.45 system-ui,sans-serif;max-width:46rem">What papers report beside what \
        this toolkit gets. A number is reproduced if it is within the tolerance of the reported \
        one. Each verdict is declared beside its number in a notebook, and a notebook whose \
        numbers say otherwise fails.</p>
        """
        + fragment(ledger)
        + "</body>\n</html>\n";
  }

  static String fragment(Claims ledger) {
    var papers =
        ledger.claims().stream()
            .collect(Collectors.groupingBy(Claim::paper, LinkedHashMap::new, Collectors.toList()));
    var html = new StringBuilder(STYLE).append("<div class=\"ledger\">\n<p>");
    for (Verdict verdict : Verdict.values()) {
      html.append(badge(verdict, ledger.count(verdict) + " " + verdict.words())).append(' ');
    }
    html.append("</p>\n");
    ledger
        .skipped()
        .forEach(
            (name, why) ->
                html.append("<p class=\"i\">")
                    .append(escape(name + " was skipped in this run: " + why))
                    .append("</p>\n"));
    papers.forEach((paper, claims) -> html.append(section(paper, claims)));
    return html.append("</div>\n").toString();
  }

  private static String section(String paper, List<Claim> claims) {
    return "<h2>"
        + escape(paper)
        + "</h2>\n<table>\n"
        + COLUMNS
        + "<thead><tr><th>Where</th><th>Quantity</th><th class=\"n\">Reported</th>"
        + "<th class=\"n\">Recomputed</th><th class=\"n\">Difference</th>"
        + "<th class=\"n\">Tolerance</th><th>Verdict</th><th>Reason</th></tr></thead>\n<tbody>\n"
        + claims.stream().map(LedgerPage::row).collect(Collectors.joining())
        + "</tbody>\n</table>\n";
  }

  private static String row(Claim claim) {
    return "<tr>"
        + cell(claim.place())
        + cell(claim.quantity())
        + number(Digits.of(claim.reported(), DIGITS))
        + number(recomputed(claim))
        + number(digits(claim.recomputed() == null ? null : claim.difference()))
        + number(digits(claim.tolerance()))
        + "<td>"
        + badge(claim.verdict(), claim.verdict().words())
        + "</td>"
        + cell(claim.reason())
        + "</tr>\n";
  }

  private static String recomputed(Claim claim) {
    if (claim.recomputed() == null) {
      return "–";
    }
    String value = Digits.of(claim.recomputed(), DIGITS);
    if (claim.low() == null || claim.high() == null) {
      return value;
    }
    return value
        + " <span class=\"i\">["
        + Digits.of(claim.low(), DIGITS)
        + ", "
        + Digits.of(claim.high(), DIGITS)
        + "]</span>";
  }

  private static String digits(@Nullable Double value) {
    return value == null ? "–" : Digits.of(value, DIFFERENCE_DIGITS);
  }

  private static String badge(Verdict verdict, String text) {
    String style = verdict.words().replace(' ', '_');
    return "<span class=\"v " + style + "\">" + text + "</span>";
  }

  private static String number(String html) {
    return "<td class=\"n\">" + html.replace("-", "−") + "</td>";
  }

  private static String cell(String text) {
    return "<td>" + escape(text) + "</td>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
