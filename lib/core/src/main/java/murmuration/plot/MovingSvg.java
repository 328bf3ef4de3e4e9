package murmuration.plot;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link BarAnimation} as an SVG with its own timing (SMIL), which browsers play. */
final class MovingSvg {
  static final int WIDTH = 518;
  static final int HEIGHT = 230;
  static final int TOP = 40;
  static final int SIDE = 8;
  static final int BOTTOM = 8;

  private MovingSvg() {}

  static String of(BarAnimation animation) {
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"11\">"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    text(svg, SIDE, 14, "start", animation.title(), "");
    legend(svg, animation);
    int[][] places = animation.places();
    animation.bars().forEach(bar -> bar(svg, animation, places, bar));
    captions(svg, animation);
    return svg.append("</svg>").toString();
  }

  private static void legend(StringBuilder svg, BarAnimation animation) {
    int names = animation.names().size();
    double x = SIDE;
    for (int i = 0; i < names && names > 1; i++) {
      rect(svg, x, 22, 9, 9, hex(i)).append("/>");
      text(svg, x + 13, 30.5, "start", animation.names().get(i), "");
      x += 26 + 7 * animation.names().get(i).length();
    }
  }

  private static void bar(StringBuilder svg, BarAnimation animation, int[][] places, int bar) {
    int n = places[0].length;
    double slot = (double) (WIDTH - 2 * SIDE) / n;
    double height = animation.share(bar) * (HEIGHT - TOP - BOTTOM);
    double y = HEIGHT - BOTTOM - height;
    double width = Math.max(0.5, slot * (n > 200 ? 1 : 0.8));
    rect(svg, SIDE + slot * places[0][bar], y, width, height, hex(animation.groups()[bar]));
    String xs =
        IntStream.range(0, places.length)
            .mapToObj(f -> number(SIDE + slot * places[f][bar]))
            .collect(Collectors.joining(";"));
    if (places.length > 1) {
      svg.append("><animate attributeName=\"x\" repeatCount=\"indefinite\" dur=\"")
          .append(number(animation.seconds()))
          .append("s\" values=\"")
          .append(xs)
          .append("\"/></rect>");
    } else {
      svg.append("/>");
    }
  }

  /** One text a frame, each seen in its time only. */
  private static void captions(StringBuilder svg, BarAnimation animation) {
    int frames = animation.frames();
    for (int f = 0; f < frames; f++) {
      String shown =
          frames == 1
              ? ""
              : String.format(
                  Locale.ROOT,
                  "<animate attributeName=\"visibility\" calcMode=\"discrete\""
                      + " repeatCount=\"indefinite\" dur=\"%ss\" keyTimes=\"0;%s;%s\""
                      + " values=\"hidden;visible;hidden\"/>",
                  number(animation.seconds()),
                  number((double) f / frames),
                  number((f + 1.0) / frames));
      text(svg, WIDTH - SIDE, 14, "end", animation.captions().get(f), shown);
    }
  }

  private static StringBuilder rect(
      StringBuilder svg, double x, double y, double width, double height, String fill) {
    return svg.append("<rect x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" fill=\"")
        .append(fill)
        .append('"');
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String words, String inside) {
    svg.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" text-anchor=\"")
        .append(anchor)
        .append(inside.isEmpty() ? "\">" : "\" visibility=\"hidden\">")
        .append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .append(inside)
        .append("</text>");
  }

  private static String hex(int group) {
    return String.format(Locale.ROOT, "#%06x", Theme.colour(group).getRGB() & 0xFFFFFF);
  }

  /** At most four decimals, none where they are 0. */
  private static String number(double value) {
    double rounded = Math.round(value * 1e4) / 1e4;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
