/** The rules of the house, checked on the compiled classes and on the sources. */
@NullMarked
package murmuration.house;

import org.jspecify.annotations.NullMarked;
