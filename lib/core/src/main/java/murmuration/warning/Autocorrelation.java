package murmuration.warning;

/**
 * The definitions of autocorrelation that the field uses side by side. On a window of 60 samples
 * they differ in the third digit, so results name theirs. {@code m} is the window's mean.
 */
public enum Autocorrelation {
  /**
   * Correlation of {@code x[0..w-k-1]} with {@code x[k..w-1]}, each with its own mean: pandas and
   * ewstools.
   */
  PEARSON("AC"),
  /** {@code sum (x_i-m)(x_{i+k}-m) / sum (x_i-m)^2}: R's acf. Never above 1 in absolute value. */
  ACF("ACF"),
  /**
   * {@code sum (x_{i+k}-m)(x_i-m) / sum (x_i-m)^2}, both over the pairs: R's ar.ols of order 1 at
   * lag 1, as earlywarnings has it.
   */
  AR_OLS("AR(1) by least squares"),
  /**
   * {@code sum x_{i+k} x_i / sum x_i^2} over the pairs, no mean removed (TransitionsInTimeseries):
   * tends to 1 for a series with a mean.
   */
  AR_RAW("AR(1) without mean");

  private final String label;

  Autocorrelation(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
