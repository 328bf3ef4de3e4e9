package murmuration.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.Result;

/** Tables and results as plain text, for front ends without HTML and for comparing outputs. */
final class PlainText {
  private static final String BETWEEN = "  ";

  private PlainText() {}

  static String of(Result result) {
    return result.summary().stripTrailing() + "\n\n" + of(Grid.of(result.table()));
  }

  /** Caption, column names, rows and note, the columns lined up. */
  static String of(Grid grid) {
    int[] widths =
        IntStream.range(0, grid.columns().size())
            .map(
                j ->
                    Stream.concat(Stream.of(grid.columns()), grid.rows().stream())
                        .mapToInt(row -> width(row.get(j)))
                        .max()
                        .orElse(0))
            .toArray();
    var lines =
        Stream.concat(Stream.of(grid.columns()), grid.rows().stream())
            .map(row -> line(row, widths, grid.numeric()));
    return Stream.of(Stream.of(grid.caption()), lines, Stream.of(grid.note()))
        .flatMap(part -> part)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths, List<Boolean> numeric) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            j -> {
              String space = " ".repeat(widths[j] - width(cells.get(j)));
              return numeric.get(j) ? space + cells.get(j) : cells.get(j) + space;
            })
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
