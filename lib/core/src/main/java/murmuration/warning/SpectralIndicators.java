package murmuration.warning;

import murmuration.math.Arguments;

/** The indicators that read the spectrum of a window of w samples. */
public final class SpectralIndicators {
  /**
   * Spectral density at the second of w frequencies {@code 0 .. 1/2} over that at the last, of the
   * AR(1) that Yule-Walker fits (earlywarnings): {@code (1+a)^2 / (1 + a^2 - 2 a cos(pi/(w-1)))}, a
   * the {@link Autocorrelation#ACF} at lag 1.
   */
  public static final Indicator DENSITY_RATIO =
      new Indicator(
          "density_ratio",
          "Spectral density ratio",
          pass -> pass.spread(WindowSpectrum.densityRatio(pass)));

  /**
   * Highest peak of Welch's spectrum: segments of 40 samples at most, less their mean, under a
   * periodic Hann taper, half overlapping, {@code |F|^2 / (sum taper)^2} (ewstools' Smax).
   */
  public static final Indicator SMAX =
      new Indicator(
          "smax",
          "Peak of the spectrum",
          pass -> {
            var spectrum = new WindowSpectrum();
            return pass.each(spectrum::peak);
          });

  private SpectralIndicators() {}

  /**
   * Share of the amplitude in low frequencies (TransitionsInTimeseries): {@code sum |F_j|} over the
   * first {@code rint(share npos)} bins, at least one, over that of the first {@code npos =
   * ceil(w/2)}; bins count from frequency 0, so take a residual.
   *
   * @param share of the bins, above 0 and at most 1; 0.1 is usual
   */
  public static Indicator lowFrequencyShare(double share) {
    Arguments.require(share > 0 && share <= 1, "share is %s: expected above 0 to 1", share);
    return new Indicator(
        "low_frequency_share_" + share,
        "Share of low frequencies",
        pass -> {
          var spectrum = new WindowSpectrum();
          return pass.each(x -> spectrum.lowFrequencyShare(x, share));
        });
  }

  /** Spectral exponent by the periodogram from 0.01 to 0.1 cycles a sample (Lenton et al. 2012). */
  public static Indicator psdExponent() {
    return psdExponent(0.01, 0.1);
  }

  /**
   * Spectral exponent: minus the least-squares slope of {@code ln P} on {@code ln f}, P the
   * periodogram of a window less its mean. A window with fewer than 3 frequencies there is refused.
   *
   * @param low lowest frequency, above 0, in cycles a sample
   * @param high highest frequency, above {@code low} and at most 0.5
   */
  public static Indicator psdExponent(double low, double high) {
    return psd("psd_exponent_" + low + "_" + high, low, high, 0);
  }

  /**
   * Spectral exponent as {@link #psdExponent(double, double)}, P by Welch over Hann-tapered
   * segments that overlap by half.
   *
   * @param low lowest frequency, above 0, in cycles a sample
   * @param high highest frequency, above {@code low} and at most 0.5
   * @param segment samples a segment, at least 8 and at most a window
   */
  public static Indicator psdExponentWelch(double low, double high, int segment) {
    Arguments.require(segment >= 8, "segment is %d: expected at least 8", segment);
    return psd("psd_exponent_welch_" + low + "_" + high + "_" + segment, low, high, segment);
  }

  private static Indicator psd(String name, double low, double high, int segment) {
    Arguments.require(
        low > 0 && low < high && high <= 0.5,
        "frequencies are %s and %s: expected 0 < low < high <= 0.5",
        low,
        high);
    return new Indicator(
        name,
        "Spectral exponent",
        pass -> {
          var spectrum = new WindowSpectrum();
          return pass.each(x -> spectrum.exponent(x, low, high, segment));
        });
  }
}
