package murmuration.warning.irregular;

/** What can be measured in a window of a record with times of its own, without interpolation. */
public enum IrregularIndicator {
  /**
   * The time scale of return, {@code tau = 1/rate}, by exact maximum likelihood of an
   * Ornstein-Uhlenbeck process (AR(1) in continuous time; Mudelsee 2002, TAUEST): it takes each
   * step for as long as it is. In the unit of time. Searched on {@code [1/30, 1e4]} median steps;
   * on a grid of 97 rates with a parabola through the best three, within 1 % of {@link
   * RollingTimeScale}.
   */
  TIME_SCALE("time scale", "Time scale"),
  /**
   * The Gaussian-kernel autocorrelation at a lag of the record's mean step; see {@link
   * KernelAutocorrelation}. Lag and kernel stay the same along the record.
   */
  KERNEL_AC1("kernel AC1", "Autocorrelation"),
  /**
   * The sample variance (n - 1); every observation counts once, however close to its neighbours.
   */
  VARIANCE("variance", "Variance"),
  /** The unbiased skewness, {@code sqrt(n(n-1))/(n-2) m3/m2^1.5}. */
  SKEWNESS("skewness", "Skewness"),
  /**
   * The share of Lomb-Scargle power (Scargle 1982) in the lowest tenth of the frequencies up to
   * half a cycle a mean step; up to 20,000 observations.
   */
  LOW_FREQUENCY_SHARE("low-frequency share", "Low-frequency share");

  private final String words;
  private final String label;

  IrregularIndicator(String words, String label) {
    this.words = words;
    this.label = label;
  }

  /** Its name in words. */
  public String words() {
    return words;
  }

  /** Label of its axis. */
  public String label() {
    return label;
  }
}
