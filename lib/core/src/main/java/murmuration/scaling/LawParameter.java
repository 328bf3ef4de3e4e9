package murmuration.scaling;

import murmuration.math.Arguments;

/** A parameter of {@code L = E + A N^-alpha + B D^-beta}, in the order of the literature. */
public enum LawParameter {
  /** The coefficient of N; kept as its logarithm. */
  A(0, "A"),
  /** The coefficient of D; kept as its logarithm. */
  B(1, "B"),
  /** The irreducible loss; kept as its logarithm. */
  E(2, "E"),
  /** The exponent of N. */
  ALPHA(3, "alpha"),
  /** The exponent of D. */
  BETA(4, "beta");

  static final int COUNT = 5;

  private final int index;
  private final String symbol;

  LawParameter(int index, String symbol) {
    this.index = index;
    this.symbol = symbol;
  }

  /** Its place among (ln A, ln B, ln E, alpha, beta). */
  int index() {
    return index;
  }

  /** Its value in a law: A, B and E themselves, not their logarithms. */
  public double of(AdditiveLaw law) {
    return natural(Arguments.present("law", law).vector()[index]);
  }

  /** Whether the parameter is kept as its logarithm. */
  boolean isLog() {
    return index < ALPHA.index;
  }

  /** The value as users write it, from the value as it is kept. */
  double natural(double kept) {
    return isLog() ? Math.exp(kept) : kept;
  }

  /** The value as it is kept, from the value as users write it. */
  double kept(double natural) {
    return isLog() ? Math.log(natural) : natural;
  }

  /** As it is written: A, B, E, alpha, beta. */
  public String symbol() {
    return symbol;
  }
}
