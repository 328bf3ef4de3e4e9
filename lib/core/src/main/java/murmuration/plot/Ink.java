package murmuration.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The painter of lines, areas and markers: an XChart with nothing but its plot area, which fills
 * the chart to the pixel and has pixels for units. Everything around it is drawn by {@link Frame}:
 * that is how panels line up and ticks stand where they should.
 */
final class Ink {
  private static final List<Marker> MARKERS =
      List.of(
          new Dot(),
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);
  private static final int MARKER_SIZE = 5;
  private static final Color CLEAR = new Color(0, 0, 0, 0);

  private final XYChart chart;
  private int count;

  Ink(int width, int height) {
    chart = new XYChart(width, height);
    var styler = chart.getStyler();
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setAxisTicksVisible(false);
    styler.setXAxisTitleVisible(false);
    styler.setYAxisTitleVisible(false);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setChartPadding(0);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1.0);
    styler.setAxisTickPadding(0);
    styler.setAxisTickMarkLength(0);
    styler.setChartBackgroundColor(CLEAR);
    styler.setPlotBackgroundColor(CLEAR);
    styler.setMarkerSize(MARKER_SIZE);
    styler.setXAxisMin(0.0).setXAxisMax((double) width);
    styler.setYAxisMin(0.0).setYAxisMax((double) height);
  }

  /**
   * A line; the colours that the chart sets at points and gaps are its own, so it stays one path.
   */
  void line(Trace trace, Color colour, BasicStroke stroke) {
    if (trace.any()) {
      XYSeries series = add(trace, XYSeriesRenderStyle.Line);
      series.setFillColor(colour);
      series.setMarkerColor(colour).setLineColor(colour).setLineStyle(stroke);
    }
  }

  /** A filled area; its outline is not drawn. */
  void area(Trace outline, Color colour) {
    if (outline.any()) {
      add(outline, XYSeriesRenderStyle.PolygonArea).setFillColor(colour);
    }
  }

  /** Markers. */
  void points(Trace trace, Color colour, int marker) {
    if (trace.any()) {
      add(trace.distinct(), XYSeriesRenderStyle.Scatter)
          .setMarkerColor(colour)
          .setMarker(MARKERS.get(marker % MARKERS.size()));
    }
  }

  void paint(Graphics2D g) {
    if (count > 0) {
      chart.paint(g, chart.getWidth(), chart.getHeight());
    }
  }

  private XYSeries add(Trace trace, XYSeriesRenderStyle style) {
    XYSeries series = chart.addSeries(Integer.toString(count++), trace.x(), trace.y());
    series.setXYSeriesRenderStyle(style);
    series.setMarker(SeriesMarkers.NONE).setLineColor(CLEAR).setLineStyle(SeriesLines.NONE);
    return series;
  }
}
