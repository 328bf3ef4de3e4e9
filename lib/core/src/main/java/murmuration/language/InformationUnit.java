package murmuration.language;

import murmuration.math.Entropy;

/** The unit of entropies and informations. */
public enum InformationUnit {
  /** Logarithms of base 2; what is used unless said otherwise. */
  BITS(Entropy.NATS_PER_BIT),
  /** Natural logarithms. */
  NATS(1);

  private final double nats;

  InformationUnit(double nats) {
    this.nats = nats;
  }

  /** A number of nats in this unit. */
  public double ofNats(double value) {
    return value / nats;
  }

  /** The word written behind a number. */
  public String word() {
    return this == BITS ? "bits" : "nats";
  }
}
