package murmuration.concept;

/** Where an intervention takes hold. */
public enum InterventionKind {
  /** Nowhere: the condition of the target class as it is. */
  NAIVE("naive"),
  /** In the condition: it is pushed beyond its training value. */
  OVER_PROMPT("over-prompt"),
  /** In the embedding: a direction is added to it. */
  LATENT("latent"),
  /** In the embedding: a part of it is that of another class. */
  PATCH("patch");

  private final String label;

  InterventionKind(String label) {
    this.label = label;
  }

  /** Its name in words. */
  public String label() {
    return label;
  }
}
