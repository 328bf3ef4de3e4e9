package murmuration.language.minds;

/**
 * Which sign a speaker holds after it has spoken, against which it weighs the next one it hears.
 */
public enum SpeakerMemory {
  /**
   * The sign that it said, as in the published code: what it had agreed on before is gone. Each
   * round then is one Metropolis-Hastings step from the speaker's own view.
   */
  SAID("what it said"),
  /** The sign that it held before: what it said leaves no trace. */
  OWN("what it held"),
  /**
   * The sign that the listener now holds. It is as if both held one sign: this game is exactly a
   * sampler of the joint posterior of signs and distributions.
   */
  AGREED("what was agreed");

  private final String words;

  SpeakerMemory(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
