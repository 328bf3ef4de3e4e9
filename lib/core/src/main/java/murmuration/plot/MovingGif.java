package murmuration.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import murmuration.math.Interruption;

/** Writes a {@link BarAnimation} as a GIF that repeats for ever. */
final class MovingGif {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final byte[] FOR_EVER = {1, 0, 0};

  private MovingGif() {}

  static byte[] of(BarAnimation animation) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    var bytes = new ByteArrayOutputStream();
    int[][] places = animation.places();
    int hundredths = (int) Math.max(2, Math.round(100 * animation.seconds() / places.length));
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int f = 0; f < places.length; f++) {
        Interruption.check("an animation");
        var frame = frame(animation, places[f], animation.captions().get(f));
        writer.writeToSequence(
            new IIOImage(frame, null, timing(writer, frame, hundredths)),
            writer.getDefaultWriteParam());
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage frame(BarAnimation animation, int[] places, String caption) {
    int width = MovingSvg.WIDTH;
    int height = MovingSvg.HEIGHT;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Theme.PAPER);
    g.fillRect(0, 0, width, height);
    g.setFont(Theme.LABEL);
    g.setColor(Theme.INK);
    g.drawString(animation.title(), MovingSvg.SIDE, 14);
    g.drawString(caption, width - MovingSvg.SIDE - g.getFontMetrics().stringWidth(caption), 14);
    legend(g, animation);
    double slot = (double) (width - 2 * MovingSvg.SIDE) / places.length;
    int[] groups = animation.groups();
    animation
        .bars()
        .forEach(
            bar -> {
              double tall = animation.share(bar) * (height - MovingSvg.TOP - MovingSvg.BOTTOM);
              g.setColor(Theme.colour(groups[bar]));
              g.fill(
                  new Rectangle2D.Double(
                      MovingSvg.SIDE + slot * places[bar],
                      height - MovingSvg.BOTTOM - tall,
                      Math.max(1, slot * 0.8),
                      tall));
            });
    g.dispose();
    return image;
  }

  private static void legend(Graphics2D g, BarAnimation animation) {
    int x = MovingSvg.SIDE;
    for (int i = 0; i < animation.names().size() && animation.names().size() > 1; i++) {
      String name = animation.names().get(i);
      g.setColor(Theme.colour(i));
      g.fillRect(x, 22, 9, 9);
      g.setColor(Theme.INK);
      g.drawString(name, x + 13, 31);
      x += 26 + g.getFontMetrics().stringWidth(name);
    }
  }

  private static IIOMetadata timing(ImageWriter writer, BufferedImage frame, int hundredths)
      throws IOException {
    var metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(frame), writer.getDefaultWriteParam());
    var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    control.setAttribute("transparentColorIndex", "0");
    var extensions = new IIOMetadataNode("ApplicationExtensions");
    var loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(FOR_EVER);
    extensions.appendChild(loop);
    replace(root, control);
    root.appendChild(extensions);
    metadata.setFromTree(FORMAT, root);
    return metadata;
  }

  private static void replace(IIOMetadataNode root, IIOMetadataNode node) {
    var old = root.getElementsByTagName(node.getNodeName());
    if (old.getLength() > 0) {
      root.removeChild(old.item(0));
    }
    root.appendChild(node);
  }
}
