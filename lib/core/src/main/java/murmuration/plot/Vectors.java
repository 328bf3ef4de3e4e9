package murmuration.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recordings as documents of lines and areas. */
final class Vectors {
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d+(?=[ ,)\";])");
  private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Pattern INDENTATION = Pattern.compile("\n\\s+");

  private static final double MILLIMETRES_A_PIXEL = 25.4 / 96;

  private Vectors() {}

  /** An SVG element, fit to stand in a page, with coordinates to a hundredth of a pixel. */
  static String svg(Recording drawing, int width, int height) {
    String full = new String(document("svg", drawing, width, height), StandardCharsets.UTF_8);
    String body = full.substring(full.indexOf("<svg"));
    String rounded = LONG_NUMBER.matcher(body).replaceAll(m -> rounded(m.group()));
    String brief = COLOUR.matcher(rounded).replaceAll(m -> hex(m));
    return INDENTATION.matcher(brief.replace("stroke:none;", "")).replaceAll("\n");
  }

  /** A PDF page of the same size in print; the library's unit is the millimetre. */
  static byte[] pdf(Figure figure) {
    var drawing = new Recording();
    drawing.scale(MILLIMETRES_A_PIXEL, MILLIMETRES_A_PIXEL);
    Painter.paint(drawing, figure);
    return document(
        "pdf",
        drawing,
        figure.width() * MILLIMETRES_A_PIXEL,
        figure.height() * MILLIMETRES_A_PIXEL);
  }

  private static byte[] document(String format, Recording drawing, double width, double height) {
    var out = new ByteArrayOutputStream();
    try {
      Processors.get(format)
          .getDocument(drawing.getCommands(), new PageSize(width, height))
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String hex(MatchResult rgb) {
    var hex = new StringBuilder("#");
    for (int i = 1; i <= 3; i++) {
      hex.append(HexFormat.of().toHexDigits((byte) Integer.parseInt(rgb.group(i))));
    }
    return hex.toString();
  }

  private static String rounded(String number) {
    BigDecimal value = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
