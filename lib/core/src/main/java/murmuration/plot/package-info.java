/**
 * Figures one would print: a {@link murmuration.plot.Panel} describes one pair of axes and its
 * layers, a {@link murmuration.plot.Figure} arranges panels and paints them.
 */
@NullMarked
package murmuration.plot;

import org.jspecify.annotations.NullMarked;
