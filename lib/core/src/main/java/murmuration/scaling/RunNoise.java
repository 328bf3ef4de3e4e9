package murmuration.scaling;

/** How simulated runs differ from their law, in ln L. */
public enum RunNoise {
  /** Normal and independent, with the spread of the residuals. */
  NORMAL("normal noise"),
  /** Drawn from the residuals, with their tails. */
  RESIDUALS("noise drawn from the residuals"),
  /**
   * Normal with the spread of the residuals; half of its variance is common to the runs of a size.
   */
  SHARED_BY_SIZE("normal noise, half of its variance common to the runs of a size");

  private final String words;

  RunNoise(String words) {
    this.words = words;
  }

  /** What it is, in words. */
  public String words() {
    return words;
  }
}
