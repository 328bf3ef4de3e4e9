package murmuration.warning.multivariate;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * The indicators of several variables (Weinans et al. 2021, Evaluating the performance of
 * multivariate indicators of resilience loss), by the names and definitions of EWSmethods. All are
 * written so that they are expected to rise as a system slows down.
 *
 * <p>Notation: a window of w complete rows, m and s the mean and standard deviation of a column in
 * it, z the columns standardised with them, R their correlation, {@code AR_OLS = sum
 * (x_i-m)(x_(i-1)-m) / sum (x_(i-1)-m)^2} over pairs of neighbouring rows. What divides by the
 * spread of a column that is constant, or by a correlation matrix that is singular, is NaN.
 */
public final class MultivariateIndicators {
  /** Mean of the columns' AR_OLS. */
  public static final MultivariateIndicator MEAN_AR =
      of("meanAR", "Mean AR(1)", window -> mean(window, window::autoregression));

  /** Largest of the columns' AR_OLS. */
  public static final MultivariateIndicator MAX_AR =
      of("maxAR", "Largest AR(1)", window -> largest(window, window::autoregression));

  /** Mean of the columns' standard deviations, divisor w - 1, in their own units. */
  public static final MultivariateIndicator MEAN_SD =
      of("meanSD", "Mean sd", window -> mean(window, window::sd));

  /** Largest of the columns' standard deviations, divisor w - 1, in its own unit. */
  public static final MultivariateIndicator MAX_SD =
      of("maxSD", "Largest sd", window -> largest(window, window::sd));

  /**
   * Minus the smallest eigenvalue's share of their sum, of the autocorrelation factors in the
   * window; see {@link MaxAutocorrelationFactors}. The sign is EWSmethods': the share falls as one
   * direction slows down, so minus the share rises.
   */
  public static final MultivariateIndicator EIGEN_MAF =
      of("eigenMAF", "−Smallest MAF share", window -> -window.smallestShare());

  /** AR_OLS of the scores of the first autocorrelation factor. */
  public static final MultivariateIndicator MAF_AR =
      of("mafAR", "AR(1) of MAF1", WindowMatrices::factorAutoregression);

  /** Standard deviation of the scores of the first autocorrelation factor, loadings of length 1. */
  public static final MultivariateIndicator MAF_SD =
      of("mafSD", "sd of MAF1", WindowMatrices::factorSd);

  /** AR_OLS of the scores of the first principal component of z. */
  public static final MultivariateIndicator PCA_AR =
      of("pcaAR", "AR(1) of PC1", WindowMatrices::componentAutoregression);

  /** Standard deviation of the scores of the first principal component of z. */
  public static final MultivariateIndicator PCA_SD =
      of("pcaSD", "sd of PC1", window -> Math.sqrt(window.firstEigenvalue()));

  /** Largest eigenvalue of R, which is the covariance of z. */
  public static final MultivariateIndicator EIGEN_COV =
      of("eigenCOV", "Leading eigenvalue of R", WindowMatrices::firstEigenvalue);

  /** Largest off-diagonal element of R, with its sign; NaN for one column. */
  public static final MultivariateIndicator MAX_COV =
      of(
          "maxCOV",
          "Largest correlation",
          window -> window.k == 1 ? Double.NaN : window.largestCorrelation());

  /**
   * Total correlation {@code sum H(column) - H(joint)} in nats, each column cut into 5 bins of
   * equal frequency: {@code floor(5 rank / w)}, ranks from 0, equal values in the bin of the lowest
   * of them. A column that is constant adds nothing. With w below {@code 5^k} it is mostly bias:
   * compare it with surrogates, never with 0.
   */
  public static final MultivariateIndicator MUTUAL_INFORMATION =
      of("mutINFO", "Total correlation (nats)", WindowMatrices::totalCorrelation);

  /**
   * Multivariate index of variability: the root of the largest eigenvalue of the covariance, in the
   * columns' units (Brock and Carpenter 2006, Variance as a leading indicator of regime shift in
   * ecosystem services).
   */
  public static final MultivariateIndicator MVI =
      of(
          "mvi",
          "Root of leading covariance",
          window -> Math.sqrt(window.leadingCovariance()) * window.unit());

  /** Largest eigenvalue of the covariance of the columns as they are (ewstools). */
  public static final MultivariateIndicator COVAR_LEADING =
      of(
          "covar_leading_eval",
          "Leading eigenvalue of covariance",
          window -> window.leadingCovariance() * window.unit() * window.unit());

  /**
   * {@code ln(largest eigenvalue modulus)/dt} of a VAR(1) fitted by least squares with an
   * intercept, in 1/time: EWSmethods' multiAR, with every column used. It rises to 0 where
   * stability is lost (Williamson and Lenton 2015, Detection of bifurcations in noisy coupled
   * systems from multiple time series).
   */
  public static final MultivariateIndicator MULTI_AR =
      of("multiAR", "VAR(1) exponent (1/time)", WindowMatrices::exponent);

  /**
   * The twelve of EWSmethods' multiEWS in its order, then mvi and multiAR. Pairs that rise together
   * by definition, pcaSD and eigenCOV here, mvi and {@link #COVAR_LEADING}, have one tau.
   */
  public static final List<MultivariateIndicator> ALL =
      List.of(
          MEAN_AR,
          MAX_AR,
          MEAN_SD,
          MAX_SD,
          EIGEN_MAF,
          MAF_AR,
          MAF_SD,
          PCA_AR,
          PCA_SD,
          EIGEN_COV,
          MAX_COV,
          MUTUAL_INFORMATION,
          MVI,
          MULTI_AR);

  private MultivariateIndicators() {}

  private static MultivariateIndicator of(
      String name, String label, ToDoubleFunction<WindowMatrices> value) {
    return new MultivariateIndicator(name, label, value);
  }

  private static double mean(WindowMatrices window, IntToDoubleFunction ofColumn) {
    double sum = 0;
    for (int j = 0; j < window.k; j++) {
      sum += ofColumn.applyAsDouble(j);
    }
    return sum / window.k;
  }

  private static double largest(WindowMatrices window, IntToDoubleFunction ofColumn) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < window.k; j++) {
      largest = Math.max(largest, ofColumn.applyAsDouble(j));
    }
    return largest;
  }
}
