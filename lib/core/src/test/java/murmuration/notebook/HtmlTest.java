package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTest {
  private static Table counting(int rows) {
    return Table.create("counting", IntColumn.create("i", IntStream.range(0, rows).toArray()));
  }

  @Test
  void aSmallTableIsShownWhole() {
    assertEquals(
        "<table><caption>counting</caption><thead><tr><th align=\"right\">i</th></tr></thead><tbody>"
            + "<tr><td align=\"right\">0</td></tr></tbody></table><p>1 row × 1 column</p>",
        Html.of(counting(1)));
    assertFalse(Html.of(counting(15)).contains("⋮"));
  }

  @Test
  void aLongTableShowsItsFirstTenAndItsLastFiveRows() {
    String html = Html.of(counting(1000));
    assertTrue(html.contains(">9</td></tr><tr><td align=\"right\">⋮</td></tr><tr>"), html);
    assertTrue(html.contains("⋮</td></tr><tr><td align=\"right\">995</td>"), html);
    assertTrue(html.endsWith("<p>1000 rows × 1 column</p>"), html);
    assertFalse(html.contains(">10</td>"), html);
    assertEquals(1 + 10 + 1 + 5, html.split("<tr>", -1).length - 1);
  }

  @Test
  void missingIsADashAndNumbersHaveFiveSignificantDigits() {
    var table =
        Table.create(
            "mixed",
            DoubleColumn.create("x", 3.14159265, Double.NaN, 1.23456789e-9),
            IntColumn.create("n", 123456789, Integer.MIN_VALUE, -1),
            StringColumn.create("s", "a", "", "c"),
            BooleanColumn.create("b", true, false, true),
            DateColumn.create(
                "d", LocalDate.of(2001, 2, 3), LocalDate.of(2001, 2, 4), LocalDate.of(2001, 2, 5)));
    String text = PlainText.of(Grid.of(table));
    assertEquals(
        """
        mixed
                x          n  s  b      d
           3.1416  123456789  a  true   2001-02-03
                —          —  —  false  2001-02-04
        1.2346e-9         -1  c  true   2001-02-05
        3 rows × 5 columns""",
        text);
    assertTrue(Html.of(table).contains("<td style=\"text-align:left\">—</td>"));
  }

  @Test
  void everyTextIsEscaped() {
    var table = Table.create("<i>\"&'", StringColumn.create("<a>", "<script>alert(1)</script>"));
    String html = Html.of(table);
    assertTrue(html.contains("<caption>&lt;i&gt;&quot;&amp;&#39;</caption>"), html);
    assertTrue(html.contains("&lt;a&gt;</th>"), html);
    assertFalse(html.contains("<script"), html);
    assertTrue(
        Html.of(new Example(1)).contains("slope &lt;b&gt;1.0&lt;/b&gt;\nn &amp; more</pre>"));
  }

  @Test
  void anEmptyTableHasItsColumnsAndNoRows() {
    var table = Table.create("empty", DoubleColumn.create("x"));
    assertTrue(Html.of(table).contains(">x</th></tr></thead><tbody></tbody>"));
    assertTrue(Html.of(table).endsWith("<p>0 rows × 1 column</p>"));
    assertTrue(Html.of(Table.create()).endsWith("<p>0 rows × 0 columns</p>"));
  }

  @Test
  void aWideTableSaysWhatItLeavesOut() {
    var table = Table.create("wide");
    for (int j = 0; j < 40; j++) {
      table.addColumns(IntColumn.create("c" + j, new int[] {j}));
    }
    String html = Html.of(table);
    assertTrue(html.contains(">c29</th></tr>"), html);
    assertTrue(html.endsWith("<p>1 row × 40 columns (the first 30 are shown)</p>"), html);
  }

  @Test
  void numbersLookTheSameInEveryLocale() {
    var before = Locale.getDefault();
    var table = Table.create("t", DoubleColumn.create("x", 1234.5678));
    try {
      Locale.setDefault(Locale.GERMANY);
      assertTrue(Html.of(table).contains(">1234.6</td>"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aResultIsItsSummaryThenItsTable() {
    String html = Html.of(new Example(0.123456));
    assertTrue(
        html.startsWith("<pre style=\"margin:0;font-family:monospace") && html.contains(">slope"),
        html);
    assertTrue(html.contains("</pre><table><caption>line</caption>"), html);
    assertTrue(html.contains("<td align=\"right\">0.12346</td><td align=\"right\">—</td>"), html);
    assertFalse(html.contains("<img"), html);
  }

  @Test
  void aResultWithAChartShowsItAndFoldsItsTable() {
    String html = Html.of(new Example.WithChart(new Example(1)));
    int image = html.indexOf("<img src=\"data:image/svg+xml;base64,");
    int table = html.indexOf("<details><summary>Table</summary><table>");
    assertTrue(html.indexOf("</pre>") < image && image < table, html);
    assertTrue(html.endsWith("</details>"), html);
  }
}
