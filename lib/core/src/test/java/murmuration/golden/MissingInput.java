package murmuration.golden;

/** The third-party input of a golden file is not at hand: the file is skipped. */
public final class MissingInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  public MissingInput(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
