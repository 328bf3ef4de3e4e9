package murmuration.language;

/** Whether the padding behind a message counts as a symbol where symbols are counted. */
public enum PaddingRule {
  /** Symbols other than EOS and padding; EGG, which drops symbol 0. */
  EXCLUDE_PADDING("padding is no symbol (EGG)"),
  /** Padding is one more symbol, counted in rows padded to one length; emlangkit. */
  INCLUDE_PADDING("padding counts as a symbol (emlangkit)");

  private final String words;

  PaddingRule(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
