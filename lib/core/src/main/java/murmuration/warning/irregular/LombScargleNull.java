package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Interruption;
import murmuration.math.Normal;
import murmuration.math.Ranks;
import murmuration.warning.NullModel;

/**
 * The record's own values at its own times, in the order of a sum of sine waves with the amplitudes
 * of its Lomb-Scargle periodogram and random phases. The periodogram is that of the record's normal
 * scores, so that its distribution does not bend the spectrum, with the leakage of uneven times
 * taken out ({@link LeakedPower}). A simplification of Schreiber and Schmitz (1999, Testing for
 * nonlinearity in unevenly sampled time series), who anneal instead.
 */
final class LombScargleNull implements NullModel {
  private final double[] sorted;
  private final double[] cosTurn;
  private final double[] sinTurn;
  private final double[] amplitudes;

  LombScargleNull(TimeSeries residual) {
    double[] t = residual.times();
    double[] x = residual.values();
    int n = x.length;
    sorted = x.clone();
    Arrays.sort(sorted);
    double[] scores = new double[n];
    int[] order = Ranks.order(x);
    for (int i = 0; i < n; i++) {
      scores[order[i]] = Normal.quantile((i + 0.5) / n);
    }
    double unit = 1 / (n * residual.step());
    double[] power = LombScargle.powers(t, scores, unit, (n - 1) / 2);
    amplitudes = LeakedPower.restored(t, unit, power);
    Arrays.setAll(amplitudes, k -> Math.sqrt(amplitudes[k]));
    cosTurn = new double[n];
    sinTurn = new double[n];
    for (int i = 0; i < n; i++) {
      cosTurn[i] = Math.cos(2 * Math.PI * unit * (t[i] - t[0]));
      sinTurn[i] = Math.sin(2 * Math.PI * unit * (t[i] - t[0]));
    }
  }

  @Override
  public int size() {
    return sorted.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    synthesise(random, out);
    int[] order = Ranks.order(out);
    for (int i = 0; i < out.length; i++) {
      out[order[i]] = sorted[i];
    }
  }

  /** The sum of the waves, as a polynomial in each time's turn (Horner). */
  void synthesise(RandomGenerator random, double[] out) {
    int m = amplitudes.length;
    double[] re = new double[m];
    double[] im = new double[m];
    for (int k = 0; k < m; k++) {
      double phase = 2 * Math.PI * random.nextDouble();
      re[k] = amplitudes[k] * Math.cos(phase);
      im[k] = amplitudes[k] * Math.sin(phase);
    }
    for (int i = 0; i < out.length; i++) {
      Interruption.check("a surrogate");
      double a = 0;
      double b = 0;
      for (int k = m - 1; k >= 0; k--) {
        double x = a + re[k];
        double y = b + im[k];
        a = x * cosTurn[i] - y * sinTurn[i];
        b = x * sinTurn[i] + y * cosTurn[i];
      }
      out[i] = a;
    }
  }

  @Override
  public String words() {
    return "the record's values at its own times with nearly its Lomb-Scargle spectrum, phases at"
        + " random";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
