/** Data sets, time series and where numbers come from. */
@NullMarked
package murmuration.data;

import org.jspecify.annotations.NullMarked;
