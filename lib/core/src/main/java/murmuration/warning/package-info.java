/**
 * Early-warning signals: is a record slowing down before a transition, and how often by chance?
 *
 * <pre>{@code
 * double[] record = Rng.of(1).doubles(200).toArray();
 * double[] variance = Indicators.VARIANCE.rolling(record, Window.fraction(0.5));
 * }</pre>
 */
@NullMarked
package murmuration.warning;

import org.jspecify.annotations.NullMarked;
