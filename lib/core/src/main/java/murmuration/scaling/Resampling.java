package murmuration.scaling;

/** What a bootstrap of a fit draws. */
public enum Resampling {
  /** Runs, with replacement: valid where runs are independent. */
  RUNS("runs"),
  /**
   * All runs of a size together: valid where runs of one size share an error, such as that of its
   * count of parameters. Needs many sizes.
   */
  SIZES("sizes"),
  /**
   * Residuals, put on the fitted losses: the design stays as it is; valid where errors are alike
   * everywhere.
   */
  RESIDUALS("residuals");

  private final String words;

  Resampling(String words) {
    this.words = words;
  }

  /** What is drawn, in a word. */
  public String words() {
    return words;
  }
}
