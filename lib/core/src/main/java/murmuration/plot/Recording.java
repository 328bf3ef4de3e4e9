package murmuration.plot;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/**
 * A drawing kept as commands. Segments that are drawn one by one in one colour and stroke become
 * one path: else dashes start anew at each point of a line, and each segment is an element of the
 * SVG. What is fully transparent is left out.
 */
final class Recording extends VectorGraphics2D {
  private Path2D.@Nullable Double path;

  @Override
  public void draw(Shape shape) {
    if (shape instanceof Line2D line) {
      append(line);
    } else {
      flush();
      super.draw(shape);
    }
  }

  private void append(Line2D line) {
    Path2D.Double current = path;
    if (current == null) {
      current = new Path2D.Double();
      path = current;
    }
    if (current.getCurrentPoint() == null || !current.getCurrentPoint().equals(line.getP1())) {
      current.moveTo(line.getX1(), line.getY1());
    }
    current.lineTo(line.getX2(), line.getY2());
  }

  private void flush() {
    Path2D.Double finished = path;
    path = null;
    if (finished != null) {
      super.draw(finished);
    }
  }

  @Override
  public void fill(Shape shape) {
    flush();
    if (getColor().getAlpha() > 0) {
      super.fill(shape);
    }
  }

  @Override
  public void setColor(Color colour) {
    if (!colour.equals(getColor())) {
      flush();
      super.setColor(colour);
    }
  }

  @Override
  public void setStroke(Stroke stroke) {
    if (!stroke.equals(getStroke())) {
      flush();
      super.setStroke(stroke);
    }
  }

  @Override
  public void setClip(@Nullable Shape clip) {
    flush();
    super.setClip(clip);
  }

  @Override
  public void translate(double x, double y) {
    flush();
    super.translate(x, y);
  }

  @Override
  public CommandSequence getCommands() {
    flush();
    return super.getCommands();
  }
}
