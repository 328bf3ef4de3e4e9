package murmuration.learn;

/** How a {@link LearnedDetector} learns. */
public enum Learner {
  /**
   * Random forest (Breiman 2001, Random forests): 200 trees of at most 64 leaves, grown on
   * bootstrap samples, with the root of the number of features tried at a split; the score is the
   * mean of the leaves' shares of runs that approached, each with one run of either kind added.
   */
  RANDOM_FOREST("random forest"),
  /**
   * Gradient boosting (Friedman 2001, Greedy function approximation): 400 trees of at most 8 leaves
   * on the logistic loss, shrunken by 0.05, each on 70 % of the runs; the score is the logistic
   * function of twice their sum.
   */
  GRADIENT_BOOSTING("gradient boosting");

  private final String label;

  Learner(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
