package murmuration.warning.bifurcation;

/** What the networks of Bury et al. (2021) tell apart, in the order of their output. */
public enum BifurcationClass {
  /** A fold: two equilibria meet and vanish. */
  FOLD("fold"),
  /** A Hopf bifurcation: an oscillation sets in. */
  HOPF("Hopf"),
  /** A transcritical bifurcation: two equilibria exchange their stability. */
  TRANSCRITICAL("transcritical"),
  /** No bifurcation. */
  NULL("null");

  private final String label;

  BifurcationClass(String label) {
    this.label = label;
  }

  /** As it is written in a sentence: fold, Hopf, transcritical, null. */
  public String label() {
    return label;
  }
}
