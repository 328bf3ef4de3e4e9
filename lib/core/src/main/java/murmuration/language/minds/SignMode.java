package murmuration.language.minds;

/** How a listener takes up the sign that it hears. */
public enum SignMode {
  /** By Metropolis-Hastings: with the ratio of its own likelihoods of both signs, at most 1. */
  METROPOLIS_HASTINGS("Metropolis-Hastings"),
  /** Always. */
  ACCEPT_ALL("accept all"),
  /** Never: each listener keeps its own sign and learns from that. */
  REJECT_ALL("reject all"),
  /**
   * Nobody talks: one Gibbs sampler that sees what both see draws the signs. The topline, which no
   * exchange of signs can beat on average.
   */
  GIBBS("one mind");

  private final String words;

  SignMode(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
