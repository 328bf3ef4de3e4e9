package murmuration;

/** What a recomputed number says about the reported one. */
public enum Verdict {
  /** The recomputed number is within the tolerance of the reported one. */
  REPRODUCED("reproduced"),
  /** It is not. */
  DIFFERS("differs"),
  /** Nothing was recomputed: the number stands as the paper gives it. */
  REPORTED_ONLY("reported only"),
  /** It could be recomputed, but not in this run. */
  SKIPPED("skipped");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The verdict in words. */
  public String words() {
    return words;
  }
}
