package murmuration.notebook;

import java.util.List;
import java.util.Map;
import murmuration.Claims;
import murmuration.Ledger;
import murmuration.Result;
import murmuration.plot.BarAnimation;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * How a value looks in a notebook, in words that any kernel understands.
 *
 * @param mime type of the content: HTML, SVG, PNG or plain text
 * @param content the value drawn; a PNG in base64
 * @param text the value as plain text
 * @param size {@code width} and {@code height} in pixels where the content is drawn at another
 *     size, else empty
 */
public record View(String mime, String content, String text, Map<String, Integer> size) {
  static final String HTML = "text/html";
  static final String SVG = "image/svg+xml";
  static final String PNG = "image/png";
  static final String TEXT = "text/plain";

  /** The types that have a view; a value of a subtype has it too. */
  public static final List<Class<?>> TYPES =
      List.of(
          Table.class,
          Result.class,
          Ledger.class,
          Figure.class,
          BarAnimation.class,
          Record.class,
          List.class,
          Map.class,
          double[].class,
          float[].class,
          long[].class,
          int[].class,
          boolean[].class,
          String[].class,
          Object[].class,
          double[][].class,
          float[][].class,
          long[][].class,
          int[][].class,
          boolean[][].class,
          String[][].class,
          double[][][].class);

  /** Keeps its own copy of the size. */
  public View {
    size = Map.copyOf(size);
  }

  /** The view of a value of one of the {@link #TYPES}; of any other, its text. */
  public static View of(Object value) {
    return switch (value) {
      case Table table -> of(Grid.of(table));
      case Ledger ledger -> of(ledger.claims());
      case Claims claims -> html(claims.html(), claims.text());
      case Result result -> html(Html.of(result), PlainText.of(result));
      case Figure figure -> Picture.of(figure);
      case BarAnimation moving -> new View(SVG, moving.svg(), moving.toString(), Map.of());
      case Record fields when Fields.hasArray(fields) -> of(Fields.of(fields));
      case List<?> list when Fields.areAlike(list) -> of(Fields.of(list));
      case List<?> list -> text(Preview.list(list));
      case Map<?, ?> map when !map.isEmpty() -> of(Fields.of(map));
      case Object[] rows when rows.getClass().getComponentType().isArray() -> of(Grid.matrix(rows));
      case Object array when array.getClass().isArray() -> text(Preview.array(array));
      default -> text(String.valueOf(value));
    };
  }

  private static View of(Grid grid) {
    return html(Html.of(grid), PlainText.of(grid));
  }

  private static View html(String html, String text) {
    return new View(HTML, html, text, Map.of());
  }

  private static View text(String text) {
    return new View(TEXT, text, text, Map.of());
  }
}
