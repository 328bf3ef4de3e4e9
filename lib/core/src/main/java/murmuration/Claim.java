package murmuration;

import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;

/**
 * One number of a paper, what we get for it, and the verdict we stand for. Numbers are kept to 12
 * significant digits, so that a ledger reads the same after it was written and read back.
 *
 * @param ledger name of the ledger it is a row of
 * @param paper key of the paper, such as {@code dakos2008}
 * @param place figure, table or section
 * @param quantity what was reported, with its unit where it has one
 * @param reported the number in the paper
 * @param recomputed our number, or null where none was computed; NaN where the computation gave
 *     none
 * @param low lower end of its interval, or null
 * @param high upper end of its interval, or null
 * @param tolerance largest difference that counts as reproduced, or null where nothing was computed
 * @param verdict the verdict declared for it
 * @param reason why, where the verdict is not {@link Verdict#REPRODUCED}; else a note or empty
 */
public record Claim(
    String ledger,
    String paper,
    String place,
    String quantity,
    double reported,
    @Nullable Double recomputed,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double tolerance,
    Verdict verdict,
    String reason) {
  private static final int DIGITS = 12;

  /** Checks and rounds the numbers. */
  public Claim {
    Arguments.require(
        Double.isFinite(reported),
        "reported is %s for %s: expected a finite number",
        reported,
        quantity);
    Arguments.require(
        recomputed == null || tolerance != null,
        "%s has a recomputed number but no tolerance: expected within(...)",
        quantity);
    Arguments.require(
        tolerance == null || (tolerance >= 0 && Double.isFinite(tolerance)),
        "tolerance is %s for %s: expected a finite number, 0 or more",
        tolerance,
        quantity);
    Arguments.require(
        (low == null) == (high == null)
            && (low == null || high == null || (recomputed != null && low <= high)),
        "interval of %s is %s to %s: expected low <= high beside a recomputed number",
        quantity,
        low,
        high);
    Arguments.require(
        verdict == Verdict.REPRODUCED || !reason.isBlank(),
        "%s is declared %s without a reason: expected one",
        quantity,
        verdict.words());
    reported = Digits.round(reported, DIGITS);
    recomputed = round(recomputed);
    low = round(low);
    high = round(high);
    tolerance = round(tolerance);
  }

  /** The key of this row: paper, place and quantity; no two rows of all ledgers share it. */
  public String id() {
    return paper + "/" + place + "/" + quantity;
  }

  /** Recomputed minus reported; NaN where nothing was recomputed. */
  public double difference() {
    return recomputed == null ? Double.NaN : recomputed - reported;
  }

  /**
   * What the numbers say: {@link Verdict#REPRODUCED} if {@code |recomputed - reported| <=
   * tolerance} (to two units in the last place of the larger number, so that 0.875 is within 0.005
   * of 0.87), else {@link Verdict#DIFFERS}, also for NaN; where nothing was recomputed, the
   * declared verdict if that asks for no number, else {@link Verdict#REPORTED_ONLY}.
   */
  public Verdict computed() {
    if (recomputed == null || tolerance == null) {
      return verdict == Verdict.SKIPPED ? verdict : Verdict.REPORTED_ONLY;
    }
    double rounding = 2 * Math.ulp(reported);
    boolean near = Math.abs(recomputed - reported) <= tolerance + rounding;
    return near ? Verdict.REPRODUCED : Verdict.DIFFERS;
  }

  /** Whether the declared verdict is the computed one. */
  public boolean stands() {
    return verdict == computed();
  }

  /** The same row in a run that cannot compute it: no recomputed number counts, and why. */
  Claim skipped(String why) {
    String before =
        recomputed == null
            ? ""
            : "; recorded earlier: " + Digits.of(recomputed, 5) + ", " + verdict.words();
    return new Claim(
        ledger,
        paper,
        place,
        quantity,
        reported,
        null,
        null,
        null,
        tolerance,
        Verdict.SKIPPED,
        why + before);
  }

  private static @Nullable Double round(@Nullable Double x) {
    return x == null ? null : (Double) Digits.round(x, DIGITS);
  }
}
