package murmuration.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The paper theme: white, no box, no grid, black axes, the colours of Okabe and Ito (2008), "Color
 * Universal Design", which colour-blind readers can tell apart, and the bundled DejaVu Sans.
 */
final class Theme {
  static final Font LABEL = load("DejaVuSans.ttf").deriveFont(11f);
  static final Font TICK = LABEL.deriveFont(10f);
  static final Font TITLE = load("DejaVuSans-Bold.ttf").deriveFont(11f);
  static final Font LETTER = TITLE.deriveFont(13f);

  static final Color INK = Color.BLACK;
  static final Color PAPER = Color.WHITE;
  static final Color RULE = new Color(0x666666);
  static final Color SHADE = new Color(0xE9E9E9);
  static final Color MISSING = new Color(0xD9D9D9);

  static final BasicStroke AXIS =
      new BasicStroke(0.8f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
  static final BasicStroke MINOR =
      new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  static final int TICK_LENGTH = 4;
  static final int MINOR_LENGTH = 2;

  private static final Color[] OKABE_ITO = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x000000)
  };
  private static final float[][] DASHES = {
    {}, {6, 3}, {2, 2.2f}, {7, 2.5f, 1.5f, 2.5f}, {10, 3}, {4, 2, 1, 2, 1, 2}, {1, 3}
  };

  private Theme() {}

  /** The colour of the i-th series. */
  static Color colour(int i) {
    return OKABE_ITO[i % OKABE_ITO.length];
  }

  static Color translucent(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  /**
   * The stroke of the i-th line of a panel: the first is solid, each further one dashed its way.
   */
  static BasicStroke line(int i) {
    return stroke(1.4f, DASHES[i % DASHES.length]);
  }

  /** The stroke of reference lines. */
  static BasicStroke rule() {
    return stroke(1f, new float[] {3, 3});
  }

  /** The stroke of error bars and of the outlines of bars. */
  static BasicStroke thin() {
    return stroke(1f, new float[0]);
  }

  private static BasicStroke stroke(float width, float[] dash) {
    boolean solid = dash.length == 0;
    return new BasicStroke(
        width,
        solid ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10f,
        solid ? null : dash,
        0f);
  }

  private static Font load(String name) {
    try (var in = Theme.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the font " + name + " is missing from the library's jar");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + name + " cannot be read", e);
    }
  }
}
