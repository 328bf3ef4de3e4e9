/**
 * Numerical routines shared by the families; nothing here knows of tables, plots or notebooks.
 *
 * <pre>{@code
 * double[] x = Rng.of(1).doubles(100).toArray();
 * Arguments.finite("x", x, 2);
 * String mean = Digits.of(Arrays.stream(x).average().orElseThrow(), 4);
 * }</pre>
 */
@NullMarked
package murmuration.math;

import org.jspecify.annotations.NullMarked;
