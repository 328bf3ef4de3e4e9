package murmuration.warning;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;
import murmuration.math.RandomOrder;
import murmuration.math.Ranks;
import murmuration.math.Spectrum;

/**
 * The record's own values in an order that has (nearly) its spectrum: a linear Gaussian process
 * seen through a monotone distortion. Every draw is exactly a permutation of the record.
 *
 * <p>AAFT (Theiler et al. 1992) gives Gaussian numbers the order of the record, randomises their
 * phases and puts the record's values in the order that results. IAAFT (Schreiber and Schmitz 1996,
 * Improved surrogate data for nonlinearity tests) starts from a shuffled record and in turn imposes
 * the spectrum and the values until no rank changes or 1000 rounds have passed; it ends with the
 * values.
 */
final class AmplitudeAdjustedNull implements NullModel {
  private static final int ROUNDS = 1000;

  private final boolean iterated;
  private final double[] sorted;
  private final int[] order;
  private final Spectrum spectrum;
  private final double[] amplitudes;
  private final double sum;

  AmplitudeAdjustedNull(double[] x, boolean iterated) {
    this.iterated = iterated;
    sorted = x.clone();
    Arrays.sort(sorted);
    order = Ranks.order(x);
    spectrum = new Spectrum(x.length);
    amplitudes = spectrum.amplitudes(x);
    sum = Arrays.stream(x).sum();
  }

  @Override
  public int size() {
    return sorted.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    if (iterated) {
      iterate(random, out);
      return;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = random.nextGaussian();
    }
    Arrays.sort(out);
    double[] gaussian = new double[out.length];
    for (int i = 0; i < out.length; i++) {
      gaussian[order[i]] = out[i];
    }
    new FourierNull(gaussian).fill(random, out);
    impose(Ranks.order(out), out);
  }

  private void iterate(RandomGenerator random, double[] out) {
    System.arraycopy(sorted, 0, out, 0, out.length);
    RandomOrder.shuffle(out, random);
    double[] nyquist = nyquist();
    int[] before = {};
    for (int round = 0; round < ROUNDS; round++) {
      Interruption.check("a surrogate");
      imposeSpectrum(out, nyquist);
      int[] now = Ranks.order(out);
      impose(now, out);
      if (Arrays.equals(now, before)) {
        return;
      }
      before = now;
    }
  }

  /** The modulus of the alternating term, or nothing for odd n. */
  private double[] nyquist() {
    if (sorted.length % 2 == 1) {
      return new double[0];
    }
    double term = 0;
    for (int i = 0; i < order.length; i++) {
      term += order[i] % 2 == 0 ? sorted[i] : -sorted[i];
    }
    return new double[] {Math.abs(term)};
  }

  private void imposeSpectrum(double[] out, double[] nyquist) {
    spectrum.forward(out);
    out[0] = sum;
    if (nyquist.length > 0) {
      out[1] = Math.copySign(nyquist[0], out[1]);
    }
    for (int k = 1; k < amplitudes.length; k++) {
      double re = out[spectrum.real(k)];
      double im = out[spectrum.imaginary(k)];
      double modulus = Math.sqrt(re * re + im * im);
      out[spectrum.real(k)] = modulus > 0 ? amplitudes[k] * (re / modulus) : amplitudes[k];
      out[spectrum.imaginary(k)] = modulus > 0 ? amplitudes[k] * (im / modulus) : 0;
    }
    spectrum.inverse(out);
  }

  private void impose(int[] order, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[order[i]] = sorted[i];
    }
  }

  @Override
  public String words() {
    return iterated
        ? "the record's values with nearly its spectrum (IAAFT)"
        : "the record's values in the order of a phase-randomised Gaussian series (AAFT)";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
