package murmuration.language;

/** How the distances of meanings and of messages are set against each other in {@link Topsim}. */
public enum TopsimCorrelation {
  /** Spearman's: Pearson's of the ranks, ties sharing the mean of theirs; the default. */
  SPEARMAN("Spearman"),
  /** Pearson's, of the distances themselves. */
  PEARSON("Pearson"),
  /** Kendall's tau-b, which allows for ties (Kendall 1945). */
  KENDALL_B("Kendall's tau-b");

  private final String word;

  TopsimCorrelation(String word) {
    this.word = word;
  }

  /** Its name in words. */
  @Override
  public String toString() {
    return word;
  }
}
