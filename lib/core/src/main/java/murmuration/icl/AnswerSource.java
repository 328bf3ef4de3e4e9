package murmuration.icl;

/** Where a model takes its answers from in the end. */
public enum AnswerSource {
  /** In-context accuracy is above in-weights accuracy. */
  CONTEXT("context"),
  /** In-weights accuracy is above in-context accuracy. */
  WEIGHTS("weights"),
  /** The runs disagree, or the difference is within the noise of the test sequences. */
  UNDECIDED("undecided");

  private final String word;

  AnswerSource(String word) {
    this.word = word;
  }

  /** In a word. */
  @Override
  public String toString() {
    return word;
  }
}
