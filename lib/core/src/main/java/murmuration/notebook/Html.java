package murmuration.notebook;

import java.util.List;
import murmuration.Charted;
import murmuration.Result;
import tech.tablesaw.api.Table;

/**
 * Tables and results as HTML that reads well in a notebook, on a static page, and where styles are
 * taken away. All text is escaped.
 */
public final class Html {
  private Html() {}

  /**
   * A table: its name, the first ten and last five rows, numbers on the right at five significant
   * digits, a dash where one is missing, and the number of rows and columns.
   */
  public static String of(Table table) {
    return of(Grid.of(table));
  }

  /** A result: its summary, its chart if it has one, and its table (folded below a chart). */
  public static String of(Result result) {
    String summary =
        "<pre style=\"margin:0;font-family:monospace;white-space:pre-wrap;word-break:normal\">"
            + escaped(result.summary().stripTrailing())
            + "</pre>";
    String table = of(result.table());
    return result instanceof Charted charted
        ? summary
            + Picture.html(charted.chart())
            + "<details><summary>Table</summary>"
            + table
            + "</details>"
        : summary + table;
  }

  /** The text with the five characters that mean something in HTML written out. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String of(Grid grid) {
    var html = new StringBuilder("<table>");
    if (!grid.caption().isEmpty()) {
      html.append("<caption>").append(escaped(grid.caption())).append("</caption>");
    }
    row(html.append("<thead>"), "th", grid.columns(), grid.numeric());
    html.append("</thead><tbody>");
    grid.rows().forEach(cells -> row(html, "td", cells, grid.numeric()));
    html.append("</tbody></table>");
    return grid.note().isEmpty()
        ? html.toString()
        : html.append("<p>").append(escaped(grid.note())).append("</p>").toString();
  }

  /** The attribute keeps the side on pages that strip styles; front ends put all on the right. */
  private static void row(
      StringBuilder html, String tag, List<String> cells, List<Boolean> numeric) {
    html.append("<tr>");
    for (int j = 0; j < cells.size(); j++) {
      String side = numeric.get(j) ? " align=\"right\"" : " style=\"text-align:left\"";
      html.append('<').append(tag).append(side).append('>');
      html.append(escaped(cells.get(j))).append("</").append(tag).append('>');
    }
    html.append("</tr>");
  }
}
