/**
 * Figures one would print: a {@link murmuration.plot.Panel} describes one pair of axes and its
 * layers ({@link murmuration.plot.Layer}), a {@link murmuration.plot.Figure} arranges panels,
 * paints them and saves them.
 *
 * <pre>{@code
 * double[] t = {0, 1, 2, 3};
 * var state = Panel.of("time (yr)", "state").line("record", t, new double[] {1, 2, 1.5, 4});
 * var spread = Panel.of("time (yr)", "variance").line("variance", t, new double[] {1, 1, 2, 3});
 * String svg = Figure.column(state, spread).svg();
 * }</pre>
 *
 * <p>In a column the panels share one x axis and their plot areas line up; in a grid each has axes
 * of its own. Layers of one name share a colour and one entry of the legend. NaN is a gap in lines
 * and bands, left out of points and bars, light grey in a heat map.
 *
 * <p>A {@link murmuration.plot.BarAnimation} is a picture that moves: bars that change places.
 *
 * <p>XChart paints lines, areas and markers; no type of it leaves this package.
 */
@NullMarked
package murmuration.plot;

import org.jspecify.annotations.NullMarked;
