/**
 * Murmuration: is something emerging here, and can I see it coming?
 *
 * <p>This package holds what every analysis shares: {@link murmuration.Result}, what each of them
 * returns, and the ledger of reported against recomputed numbers.
 */
@NullMarked
package murmuration;

import org.jspecify.annotations.NullMarked;
