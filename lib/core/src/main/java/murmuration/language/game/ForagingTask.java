package murmuration.language.game;

/** What two foragers on a grid must do together. */
public enum ForagingTask {
  /** Pick up the one of two items that has the higher score; each agent knows one score. */
  SCORE_G("ScoreG"),
  /** Pick up two items in the order in which they appear; each is in view of one agent only. */
  TEMPORAL_G("TemporalG");

  private final String words;

  ForagingTask(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
