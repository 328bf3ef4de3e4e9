package murmuration;

/** A ledger whose numbers do not bear out its verdicts, or that cannot be read. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LedgerException(String message) {
    super(message);
  }

  LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
