/** Numerical routines shared by the families; nothing here knows of tables, plots or notebooks. */
@NullMarked
package murmuration.math;

import org.jspecify.annotations.NullMarked;
