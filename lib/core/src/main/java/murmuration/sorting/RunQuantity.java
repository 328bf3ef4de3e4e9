package murmuration.sorting;

/** One number of a run, of which an ensemble has the mean and the spread. */
public enum RunQuantity {
  /** Swaps made. */
  SWAPS("swaps"),
  /** Turns in which a cell had reason to move. */
  COMPARE_AND_SWAP("compare-and-swap steps"),
  /** Values read, idle turns included. */
  READS("reads"),
  /** Turns, idle ones included. */
  ACTIVATIONS("activations"),
  /** Neighbours out of order at the start. */
  START_ERRORS("errors at the start"),
  /** Neighbours out of order at the end. */
  FINAL_ERRORS("errors at the end"),
  /** Delayed gratification, x/y - 1. */
  GRATIFICATION("delayed gratification"),
  /** Delayed gratification as the published code has it, where a last rise turns mean into sum. */
  PEER_GRATIFICATION("delayed gratification as published code has it"),
  /** Pairs of like neighbours over cells, at the start. */
  START_AGGREGATION("aggregation at the start"),
  /** Pairs of like neighbours over cells, at the end. */
  FINAL_AGGREGATION("aggregation at the end"),
  /** The highest aggregation after a swap. */
  PEAK_AGGREGATION("peak of aggregation"),
  /** 1 where the run ended sorted or at rest, 0 where it met a cap. */
  AT_REST("share of runs that came to rest");

  private final String words;

  RunQuantity(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
