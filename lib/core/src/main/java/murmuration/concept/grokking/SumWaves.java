package murmuration.concept.grokking;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Spectrum;

/**
 * The waves in a + b of logits. The Fourier transform over (a, b) at (k, k) is that, at k, of the
 * means over all questions of one sum: a table of sums x answers holds all that is needed.
 */
final class SumWaves {
  private final int p;
  private final double[][] table;
  private final double[] means;
  private final Spectrum spectrum;

  private SumWaves(int p, double[][] table, double[] means) {
    this.p = p;
    this.table = table;
    this.means = means;
    spectrum = new Spectrum(p);
  }

  static SumWaves of(double[][] logits) {
    Arguments.present("logits", logits);
    int p = (int) Math.round(Math.sqrt(logits.length));
    Arguments.require(
        p * p == logits.length, "logits has %d rows: expected p^2 questions", logits.length);
    ModularAddition.of(p);
    double[][] table = new double[p][p];
    double[] means = new double[p];
    for (int question = 0; question < logits.length; question++) {
      double[] row = logits[question];
      Arguments.finite("logits[" + question + "]", row, 1);
      Arguments.require(
          row.length == p,
          "logits[%d] has %d values: expected %d answers",
          question,
          row.length,
          p);
      int sum = (question / p + question % p) % p;
      for (int c = 0; c < p; c++) {
        Arguments.within("a logit", row[c], -1e100, 1e100);
        table[c][sum] += row[c] / p;
        means[c] += row[c] / logits.length;
      }
    }
    return new SumWaves(p, table, means);
  }

  /** The root of {@code sum_c |F_c(k, k)|^2} for each k from 1, F over p^2 questions. */
  double[] norms() {
    double[] power = new double[(p - 1) / 2];
    for (double[] answer : table) {
      double[] amplitudes = spectrum.amplitudes(answer);
      for (int k = 0; k < power.length; k++) {
        power[k] += amplitudes[k + 1] * amplitudes[k + 1];
      }
    }
    return Arrays.stream(power).map(v -> p * Math.sqrt(v)).toArray();
  }

  /** The waves of these frequencies, answers x sums. */
  double[][] only(int[] frequencies) {
    double[][] waves = new double[p][];
    for (int c = 0; c < p; c++) {
      double[] bins = table[c].clone();
      spectrum.forward(bins);
      double[] kept = new double[p];
      for (int k : frequencies) {
        kept[spectrum.real(k)] = bins[spectrum.real(k)];
        kept[spectrum.imaginary(k)] = bins[spectrum.imaginary(k)];
      }
      spectrum.inverse(kept);
      waves[c] = kept;
    }
    return waves;
  }

  /** Means and waves as logits of every question. */
  double[][] restricted(double[][] waves) {
    double[][] logits = new double[p * p][p];
    for (int question = 0; question < logits.length; question++) {
      int sum = (question / p + question % p) % p;
      for (int c = 0; c < p; c++) {
        logits[question][c] = means[c] + waves[c][sum];
      }
    }
    return logits;
  }

  /** The logits without the waves. */
  double[][] excluded(double[][] waves, double[][] logits) {
    double[][] rest = new double[p * p][p];
    for (int question = 0; question < rest.length; question++) {
      int sum = (question / p + question % p) % p;
      for (int c = 0; c < p; c++) {
        rest[question][c] = logits[question][c] - waves[c][sum];
      }
    }
    return rest;
  }

  /** The share of the variation over questions that waves of these frequencies make. */
  double share(int[] frequencies, double[][] logits) {
    double kept = 0;
    for (double[] wave : only(frequencies)) {
      kept += p * Arrays.stream(wave).map(v -> v * v).sum();
    }
    double all = 0;
    for (double[] row : logits) {
      for (int c = 0; c < p; c++) {
        all += (row[c] - means[c]) * (row[c] - means[c]);
      }
    }
    return all == 0 ? Double.NaN : kept / all;
  }
}
