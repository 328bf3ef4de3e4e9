package murmuration.language.minds;

/**
 * What is followed along a game. Chance is what two agents that tell nothing apart, or share no
 * names, would get on average; where each of them is in order but nothing is shared, kappa may by
 * luck be anything.
 */
public enum MindsQuantity {
  /** Kappa between the signs that the agents said, each by itself, in a round. */
  KAPPA("kappa", Group.AGREEMENT),
  /** Adjusted Rand index of the first agent's said signs and the true classes. */
  ARI_FIRST("ARI, first", Group.AGREEMENT),
  /** Adjusted Rand index of the second agent's said signs and the true classes. */
  ARI_SECOND("ARI, second", Group.AGREEMENT),
  /** Kappa between the signs that the agents hold after listening. */
  HEARD_KAPPA("kappa, heard", Group.HEARD),
  /** Adjusted Rand index of what the first agent holds after listening and the true classes. */
  HEARD_ARI_FIRST("ARI, first, heard", Group.HEARD),
  /** Adjusted Rand index of what the second agent holds after listening and the true classes. */
  HEARD_ARI_SECOND("ARI, second, heard", Group.HEARD),
  /** Share of signs or word sequences that the second agent accepts from the first. */
  ACCEPTED_FORWARD("accepted, 1 to 2", Group.ACCEPTED),
  /** Share that the first accepts from the second. */
  ACCEPTED_BACKWARD("accepted, 2 to 1", Group.ACCEPTED),
  /** Adjusted Rand index of categories and true values, for each agent and modality. */
  CATEGORY_ARI("ARI of categories", Group.AGREEMENT),
  /** Share of modalities understood of combinations that were never seen. */
  HELD_OUT("held-out, a modality", Group.UNDERSTOOD),
  /** Share of such combinations understood in every modality. */
  HELD_OUT_ALL("held-out, all", Group.UNDERSTOOD),
  /** Kappa between the agents' favourite words for what they see: no usable score. */
  FAVOURITE_KAPPA("kappa of favourites", Group.AGREEMENT);

  /** Quantities that are drawn together. */
  enum Group {
    AGREEMENT("Agreement"),
    HEARD("Agreement, heard"),
    UNDERSTOOD("Share understood"),
    ACCEPTED("Share accepted");

    final String label;

    Group(String label) {
      this.label = label;
    }
  }

  private final String words;
  private final Group group;

  MindsQuantity(String words, Group group) {
    this.words = words;
    this.group = group;
  }

  Group group() {
    return group;
  }

  @Override
  public String toString() {
    return words;
  }
}
