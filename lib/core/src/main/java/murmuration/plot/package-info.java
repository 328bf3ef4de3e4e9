/**
 * Figures one would print: a {@link murmuration.plot.Panel} describes one pair of axes and its
 * layers, a {@link murmuration.plot.Figure} arranges panels and paints them.
 *
 * <pre>{@code
 * double[] t = {0, 1, 2, 3};
 * var state = Panel.of("time (yr)", "state").line("record", t, new double[] {1, 2, 1.5, 4});
 * var spread = Panel.of("time (yr)", "variance").line("variance", t, new double[] {1, 1, 2, 3});
 * String svg = Figure.column(state, spread).svg();
 * }</pre>
 */
@NullMarked
package murmuration.plot;

import org.jspecify.annotations.NullMarked;
