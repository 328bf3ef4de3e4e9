package murmuration.scaling;

/** Whether a group of runs of one compute shows a best size. */
public enum IsoFlopStatus {
  /** The parabola opens upwards and its lowest point lies among the runs. */
  OK("minimum"),
  /** The parabola opens downwards, or its lowest point lies beyond the runs. */
  NO_INTERIOR_MINIMUM("no minimum among the runs"),
  /** Fewer than 4 runs, or fewer than 3 sizes (4 where a window was asked for). */
  TOO_FEW_POINTS("too few runs");

  private final String words;

  IsoFlopStatus(String words) {
    this.words = words;
  }

  /** In a few words. */
  public String words() {
    return words;
  }
}
