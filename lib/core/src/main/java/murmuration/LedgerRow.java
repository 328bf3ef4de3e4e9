package murmuration;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/** A row of a {@link Ledger} being written: its last word is the verdict, which enters it. */
public final class LedgerRow {
  private final Ledger ledger;
  private final String paper;
  private final String place;
  private final String quantity;
  private @Nullable Double reported;
  private @Nullable Double recomputed;
  private @Nullable Double low;
  private @Nullable Double high;
  private @Nullable Double tolerance;
  private String reason = "";

  LedgerRow(Ledger ledger, String paper, String place, String quantity) {
    this.ledger = ledger;
    this.paper = paper;
    this.place = place;
    this.quantity = quantity;
  }

  /** The number in the paper. */
  public LedgerRow reported(double value) {
    reported = value;
    return this;
  }

  /** The number we get; NaN differs from every reported one. */
  public LedgerRow got(double value) {
    recomputed = value;
    return this;
  }

  /** The number we get, with its interval. */
  public LedgerRow got(double value, double low, double high) {
    this.low = low;
    this.high = high;
    return got(value);
  }

  /** The largest absolute difference that counts as reproduced. */
  public LedgerRow within(double absolute) {
    tolerance = absolute;
    return this;
  }

  /** The same as a share of the reported number, which must stand already. */
  public LedgerRow withinRelative(double share) {
    return within(share * Math.abs(Arguments.present("reported", reported)));
  }

  /** A note for the reader, such as where the number was read off. */
  public LedgerRow because(String reason) {
    this.reason = reason;
    return this;
  }

  /** We stand for: the recomputed number is the reported one, within the tolerance. */
  public void reproduced() {
    enter(Verdict.REPRODUCED, reason);
  }

  /** We stand for: it is not, and this is why. */
  public void differs(String why) {
    enter(Verdict.DIFFERS, why);
  }

  /** Nothing is recomputed here, and this is why. */
  public void reportedOnly(String why) {
    enter(Verdict.REPORTED_ONLY, why);
  }

  /** Nothing can be recomputed in this run, and this is why. */
  public void skipped(String why) {
    enter(Verdict.SKIPPED, why);
  }

  private void enter(Verdict verdict, String why) {
    ledger.enter(
        new Claim(
            ledger.name(),
            paper,
            place,
            quantity,
            Arguments.present("reported", reported),
            recomputed,
            low,
            high,
            tolerance,
            verdict,
            Arguments.present("reason", why)));
  }

  @Override
  public String toString() {
    return paper + "/" + place + "/" + quantity;
  }
}
