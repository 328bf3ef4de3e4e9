package murmuration.language.minds;

/** Which combinations of values are kept from the agents until they are asked. */
public enum Holdout {
  /**
   * Any, by chance, as long as every value stays in some combination that is seen. Values that are
   * often kept back are seen less often, and asked more often.
   */
  RANDOM("random"),
  /**
   * Every value of every modality equally often: those whose values, numbered at random in each
   * modality, sum to a multiple of their number.
   */
  BALANCED("balanced");

  private final String words;

  Holdout(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
