package murmuration.warning.process;

/**
 * How the variance of a {@link LinearSaddleNode} decays, with {@code R} the distance to the
 * saddle-node.
 */
public enum VarianceEquation {
  /**
   * That of the stochastic differential equation: {@code dV/dt = -4 sqrt(R) V + sigma^2 (sqrt(R) +
   * theta)}, twice the rate of the mean.
   */
  CONSISTENT(2),

  /**
   * That of the R package earlywarning, which the authors' stored fits come from: {@code dV/dt = -2
   * sqrt(R) V + sigma^2 (sqrt(R) + theta)}, the rate of the mean. It is here to compare with them.
   */
  PEER(1);

  private final int rates;

  VarianceEquation(int rates) {
    this.rates = rates;
  }

  /** How many times the rate of the mean the variance decays at. */
  int rates() {
    return rates;
  }
}
