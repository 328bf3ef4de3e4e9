package murmuration.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.markers.Marker;

/** A round marker, drawn as a line of no length with round ends: a {@link Recording} joins many. */
final class Dot extends Marker {
  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    g.setStroke(new BasicStroke(size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x, y, x, y));
  }
}
