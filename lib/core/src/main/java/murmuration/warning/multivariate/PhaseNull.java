package murmuration.warning.multivariate;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Spectrum;
import murmuration.warning.NullModel;

/**
 * The columns' own spectra with random phases. Joint: at each frequency the phases of all columns
 * are turned by the same random angle, which keeps every cross-correlation (Prichard and Theiler
 * 1994, Generating surrogate data for time series with several simultaneously measured variables).
 * Independent: each column gets angles of its own. The mean and, for even n, the alternating
 * (Nyquist) term keep their values.
 */
final class PhaseNull implements NullModel {
  private final int n;
  private final int k;
  private final boolean joint;
  private final boolean[] missing;
  private final Spectrum spectrum;
  private final double[][] bins;

  PhaseNull(MultivariateSeries series, boolean joint) {
    n = series.size();
    k = series.width();
    this.joint = joint;
    missing = Gaps.of(series);
    spectrum = new Spectrum(n);
    double[] x = series.filled();
    bins = new double[k][n];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        bins[j][i] = x[i * k + j];
      }
      spectrum.forward(bins[j]);
    }
  }

  @Override
  public int size() {
    return n * k;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    double[][] angles = new double[joint ? 1 : k][spectrum.inner() + 1];
    for (double[] own : angles) {
      for (int f = 1; f < own.length; f++) {
        own[f] = 2 * Math.PI * random.nextDouble();
      }
    }
    for (int j = 0; j < k; j++) {
      double[] column = bins[j].clone();
      double[] turned = angles[joint ? 0 : j];
      for (int f = 1; f < turned.length; f++) {
        int re = spectrum.real(f);
        int im = spectrum.imaginary(f);
        double cos = Math.cos(turned[f]);
        double sin = Math.sin(turned[f]);
        double real = column[re];
        column[re] = real * cos - column[im] * sin;
        column[im] = real * sin + column[im] * cos;
      }
      spectrum.inverse(column);
      for (int i = 0; i < n; i++) {
        int at = i * k + j;
        out[at] = missing[at] ? Double.NaN : column[i];
      }
    }
  }

  @Override
  public String words() {
    return joint
        ? "the variables' spectra and cross-spectra with random phases (joint Fourier)"
        : "each variable's spectrum with random phases of its own (independent Fourier)";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
