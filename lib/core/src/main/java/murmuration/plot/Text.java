package murmuration.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** Words as shapes of the bundled font, measured and drawn the same on every machine. */
final class Text {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private Text() {}

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.createGlyphVector(CONTEXT, text).getLogicalBounds().getWidth();
  }

  /** The height of a capital letter. */
  static double height(Font font) {
    return 0.73 * font.getSize2D();
  }

  /**
   * Draws a line of text.
   *
   * @param x where it is anchored
   * @param y its baseline
   * @param anchor part of its width that lies left of {@code x}: 0 left-aligned, 1 right-aligned
   */
  static void draw(Graphics2D g, String text, Font font, double x, double y, double anchor) {
    if (!text.isBlank()) {
      g.fill(outline(text, font, x - anchor * width(text, font), y));
    }
  }

  /** Draws a line of text that reads upwards, centred on {@code y}, its baseline at {@code x}. */
  static void drawUpwards(Graphics2D g, String text, Font font, double x, double y) {
    if (!text.isBlank()) {
      var turn = AffineTransform.getTranslateInstance(x, y + width(text, font) / 2);
      turn.quadrantRotate(-1);
      g.fill(turn.createTransformedShape(outline(text, font, 0, 0)));
    }
  }

  private static Shape outline(String text, Font font, double x, double y) {
    return font.createGlyphVector(CONTEXT, text).getOutline((float) x, (float) y);
  }
}
