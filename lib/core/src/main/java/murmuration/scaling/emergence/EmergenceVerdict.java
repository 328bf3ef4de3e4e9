package murmuration.scaling.emergence;

/** What an {@link EmergenceReport} finds. Each is a finding at these scales, with these items. */
public enum EmergenceVerdict {
  /** The ability comes faster than any smooth law, by a metric that grows gradually. */
  ACCELERATED("accelerated: faster than a smooth law"),
  /** Only metrics that count nothing but perfect or best answers depart from a smooth law. */
  BY_METRIC_ONLY("a property of the metric: no gradual metric of the same outputs departs"),
  /** A curve is sharper than a straight line, and a smooth law gives such curves. */
  SHARP_BUT_SMOOTH("sharp, as a smooth law would look by this metric"),
  /** No departure from a smooth law was seen. */
  SMOOTH("smooth: no departure from a smooth law was seen"),
  /** The ability comes slower with scale than a smooth law says. */
  SLOWING("slowing: the exponent falls with scale");

  private final String words;

  EmergenceVerdict(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
