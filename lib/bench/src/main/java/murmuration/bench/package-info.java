/** Benchmarks: JMH for routines, and the side that scripts time beside a peer. */
@NullMarked
package murmuration.bench;

import org.jspecify.annotations.NullMarked;
