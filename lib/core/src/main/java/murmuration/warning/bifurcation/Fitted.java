package murmuration.warning.bifurcation;

/** A fitted {@link LorentzianPair}. */
record Fitted(double w0, double q, double a, double rss) {
  static final Fitted WORST = new Fitted(Double.NaN, Double.NaN, Double.NaN, Double.MAX_VALUE);

  Fitted orBetter(Fitted other) {
    return other.rss < rss ? other : this;
  }
}
