package murmuration.warning.bifurcation;

import murmuration.math.Arguments;

/**
 * One model fitted to a spectrum by least squares.
 *
 * @param model which
 * @param noise s, in the unit of the record over the root of a sample
 * @param rate lambda of a fold, r of a flip, mu of a Hopf, a sample; NaN for the null
 * @param frequency w0 of a Hopf in radians a sample; NaN for the others
 * @param rss residual sum of squares over the N points of the spectrum
 * @param aic {@code N ln(rss/N) + 2 k}
 * @param weight its AIC weight among the models that were compared
 */
public record SpectralFit(
    SpectralModel model,
    double noise,
    double rate,
    double frequency,
    double rss,
    double aic,
    double weight) {

  /** Refuses a missing model. */
  public SpectralFit {
    Arguments.present("model", model);
  }

  /**
   * The fitted power at an angular frequency; NaN where the spectrum had no power to fit.
   *
   * @param omega radians a sample
   */
  public double power(double omega) {
    double s2 = noise * noise;
    return switch (model) {
      case FOLD -> s2 / (2 * Math.PI) / (omega * omega + rate * rate);
      case FLIP -> s2 / (2 * Math.PI) / (1 + rate * rate - 2 * rate * Math.cos(omega));
      case HOPF ->
          s2 / (4 * Math.PI) * (lorentzian(omega + frequency) + lorentzian(omega - frequency));
      case NULL -> s2 / (2 * Math.PI);
    };
  }

  private double lorentzian(double distance) {
    return 1 / (distance * distance + rate * rate);
  }
}
