package murmuration.notebook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import murmuration.plot.Figure;

/** A figure as a notebook shows it: SVG, or a PNG of twice the size where the SVG is heavy. */
final class Picture {
  private static final int HEAVIEST_SVG = 200_000;
  private static final int DOTS_PER_INCH = 192;
  private static final int SIZE_IN_PNG = 16;

  private Picture() {}

  static View of(Figure figure) {
    String svg = figure.svg();
    return svg.length() <= HEAVIEST_SVG
        ? new View(View.SVG, svg, text(figure), Map.of())
        : png(figure);
  }

  /** The figure inside HTML. */
  static String html(Figure figure) {
    var view = of(figure);
    var base64 = view.content();
    if (view.mime().equals(View.SVG)) {
      byte[] bytes = view.content().getBytes(StandardCharsets.UTF_8);
      base64 = Base64.getEncoder().encodeToString(bytes);
    }
    String width =
        view.size().containsKey("width") ? " width=\"" + view.size().get("width") + "\"" : "";
    return "<p><img src=\"data:%s;base64,%s\" alt=\"%s\"%s></p>"
        .formatted(view.mime(), base64, Html.escaped(view.text()), width);
  }

  private static View png(Figure figure) {
    byte[] png = figure.png(DOTS_PER_INCH);
    var size = ByteBuffer.wrap(png, SIZE_IN_PNG, 2 * Integer.BYTES);
    return new View(
        View.PNG,
        Base64.getEncoder().encodeToString(png),
        text(figure),
        Map.of("width", size.getInt() / 2, "height", size.getInt() / 2));
  }

  private static String text(Figure figure) {
    return figure.panels().stream()
        .map(panel -> panel.y().label() + " against " + panel.x().label())
        .collect(Collectors.joining("; ", "figure: ", ""));
  }
}
