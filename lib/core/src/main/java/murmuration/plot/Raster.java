package murmuration.plot;

import de.erichseifert.vectorgraphics2d.intermediate.commands.AffineTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawImageCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetClipCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Recordings as pictures made of dots. */
final class Raster {
  private static final double CSS_DPI = 96;
  private static final double MILLIMETRES_AN_INCH = 25.4;

  private Raster() {}

  static byte[] png(Recording drawing, int width, int height, int dpi) {
    return encode(paint(drawing, width, height, dpi / CSS_DPI), dpi);
  }

  /** One dot a CSS pixel, on white. */
  static BufferedImage dots(Recording drawing, int width, int height) {
    return paint(drawing, width, height, 1);
  }

  private static BufferedImage paint(Recording drawing, int width, int height, double zoom) {
    var image =
        new BufferedImage(
            (int) Math.round(width * zoom),
            (int) Math.round(height * zoom),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setColor(Theme.PAPER);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setColor(Theme.INK);
    g.scale(zoom, zoom);
    replay(drawing, g);
    g.dispose();
    return image;
  }

  private static void replay(Recording drawing, Graphics2D g) {
    AffineTransform zoom = g.getTransform();
    var place = new AffineTransform();
    for (Command<?> command : drawing.getCommands()) {
      switch (command) {
        case FillShapeCommand fill -> g.fill(fill.getValue());
        case DrawShapeCommand draw -> g.draw(draw.getValue());
        case SetColorCommand colour -> g.setColor(colour.getValue());
        case SetStrokeCommand stroke -> g.setStroke(stroke.getValue());
        case SetClipCommand clip -> g.setClip(clip.getValue());
        case DrawImageCommand image ->
            g.drawImage(
                image.getValue(),
                (int) image.getX(),
                (int) image.getY(),
                (int) image.getWidth(),
                (int) image.getHeight(),
                null);
        case AffineTransformCommand move -> {
          place.concatenate(move.getValue());
          g.setTransform(zoom);
          g.transform(place);
        }
        default -> {}
      }
    }
  }

  private static byte[] encode(BufferedImage image, int dpi) {
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    var parameters = writer.getDefaultWriteParam();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), parameters);
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      metadata.mergeTree("javax_imageio_1.0", density(dpi));
      writer.setOutput(out);
      writer.write(metadata, new IIOImage(image, null, metadata), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode density(int dpi) {
    var dimension = new IIOMetadataNode("Dimension");
    for (String side : new String[] {"HorizontalPixelSize", "VerticalPixelSize"}) {
      var size = new IIOMetadataNode(side);
      size.setAttribute("value", Double.toString(MILLIMETRES_AN_INCH / dpi));
      dimension.appendChild(size);
    }
    var root = new IIOMetadataNode("javax_imageio_1.0");
    root.appendChild(dimension);
    return root;
  }
}
