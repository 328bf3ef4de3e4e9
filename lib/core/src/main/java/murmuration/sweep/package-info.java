/**
 * Many seeded runs of one experiment, on all cores: the same numbers on one thread, on many, and
 * after a restart.
 *
 * <pre>{@code
 * double[] means =
 *     Parallel.doubles("means", 100, i -> Rng.of(1, i).doubles(1000).average().orElseThrow());
 * }</pre>
 */
@NullMarked
package murmuration.sweep;

import org.jspecify.annotations.NullMarked;
