/**
 * Small networks that learn while you watch, on the Deep Java Library.
 *
 * <p>{@code murmuration.neural.engine} is what they are trained with.
 */
@NullMarked
package murmuration.neural;

import org.jspecify.annotations.NullMarked;
