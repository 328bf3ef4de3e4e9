package murmuration.concept.grokking;

import murmuration.math.Arguments;

/**
 * The task {@code a + b = c mod p}: question {@code p a + b} has the answer {@code (a + b) mod p}.
 *
 * @param p the modulus, odd, 3 to 199
 */
public record ModularAddition(int p) {
  static final int MOST = 199;

  /** Checks the modulus. */
  public ModularAddition {
    Arguments.require(
        p >= 3 && p <= MOST && p % 2 == 1, "p is %d: expected an odd number from 3 to %d", p, MOST);
  }

  /** Addition modulo p. */
  public static ModularAddition of(int p) {
    return new ModularAddition(p);
  }

  /** The number of frequencies, {@code (p - 1) / 2}. */
  public int frequencies() {
    return (p - 1) / 2;
  }

  /** The answers, length {@code p^2}. */
  public int[] answers() {
    int[] answers = new int[p * p];
    for (int question = 0; question < answers.length; question++) {
      answers[question] = (question / p + question % p) % p;
    }
    return answers;
  }

  /**
   * The logits of the circuit that generalises, {@code scale sum_k cos(2 pi k (a + b - c) / p)}.
   *
   * @param scale how sure it is, -1e6 to 1e6
   * @param frequencies k, 1 to {@code (p - 1) / 2} each
   * @return {@code p^2} questions x p answers
   */
  public double[][] logits(double scale, int... frequencies) {
    Arguments.within("scale", scale, -1e6, 1e6);
    Arguments.present("frequencies", frequencies);
    double[] wave = new double[p];
    for (int k : frequencies) {
      Arguments.require(
          k >= 1 && k <= frequencies(), "a frequency is %d: expected 1 to %d", k, frequencies());
      for (int d = 0; d < p; d++) {
        wave[d] += scale * Math.cos(2 * Math.PI * ((long) k * d % p) / p);
      }
    }
    double[][] logits = new double[p * p][p];
    for (int question = 0; question < logits.length; question++) {
      int sum = question / p + question % p;
      for (int c = 0; c < p; c++) {
        logits[question][c] = wave[Math.floorMod(sum - c, p)];
      }
    }
    return logits;
  }
}
