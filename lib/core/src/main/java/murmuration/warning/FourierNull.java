package murmuration.warning;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Spectrum;

/**
 * The record's spectrum with phases drawn uniformly: a linear Gaussian process with its
 * autocorrelation (Theiler et al. 1992, Testing for nonlinearity in time series: the method of
 * surrogate data). The mean and, for even n, the alternating (Nyquist) term keep their values.
 */
final class FourierNull implements NullModel {
  private final Spectrum spectrum;
  private final double[] bins;
  private final double[] amplitudes;

  FourierNull(double[] x) {
    spectrum = new Spectrum(x.length);
    bins = x.clone();
    spectrum.forward(bins);
    amplitudes = spectrum.amplitudes(x);
  }

  @Override
  public int size() {
    return bins.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    double[] phases = new double[amplitudes.length];
    for (int k = 1; k < phases.length; k++) {
      phases[k] = 2 * Math.PI * random.nextDouble();
    }
    fill(phases, out);
  }

  /** Draws with given phases: bin k of the spectrum, 1 to floor((n-1)/2), gets phases[k]. */
  void fill(double[] phases, double[] out) {
    System.arraycopy(bins, 0, out, 0, bins.length);
    for (int k = 1; k < amplitudes.length; k++) {
      out[spectrum.real(k)] = amplitudes[k] * Math.cos(phases[k]);
      out[spectrum.imaginary(k)] = amplitudes[k] * Math.sin(phases[k]);
    }
    spectrum.inverse(out);
  }

  @Override
  public String words() {
    return "the record's spectrum with random phases (Fourier)";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
