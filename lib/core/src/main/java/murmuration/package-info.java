/**
 * Murmuration: is something emerging here, and can I see it coming?
 *
 * <p>This package holds what every analysis shares: {@link murmuration.Result}, what each of them
 * returns ({@link murmuration.Charted} where a picture helps, {@link murmuration.Quantities} for
 * its table), and the {@linkplain murmuration.Ledger ledger} of reported against recomputed
 * numbers. A {@linkplain murmuration.LedgerRow row} being written ends with a {@link
 * murmuration.Verdict} and is then a {@link murmuration.Claim}; {@link murmuration.Claims} are many
 * of them, as a table, and {@link murmuration.LedgerReport} publishes those of all notebooks. Where
 * the numbers say another verdict than the declared one, a {@link murmuration.LedgerException}
 * stops the notebook. An {@link murmuration.OptionalModule} that is not there says how to get it.
 *
 * <pre>{@code
 * double slope = 0.3478;
 * var ledger = Ledger.of("besiroglu2024");
 * ledger.row("besiroglu2024", "Table 1", "alpha").reported(0.3478).got(slope).within(5e-4)
 *     .reproduced();
 * ledger.row("besiroglu2024", "Table 1", "n").reported(240).reportedOnly("no data here");
 * Result rows = ledger.claims();
 * }</pre>
 */
@NullMarked
package murmuration;

import org.jspecify.annotations.NullMarked;
