package murmuration.language.corpus;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/** Ranks 0 to V - 1 with {@code p(r) ∝ (r + 1 + shift)^-exponent}, drawn by inversion. */
record ZipfMandelbrot(double[] cumulative, double exponent, double shift) {
  static final int MOST = 1_000_000;

  static ZipfMandelbrot of(int vocabulary, double exponent, double shift) {
    vocabulary(vocabulary);
    Arguments.within("exponent", exponent, 0, 100);
    Arguments.within("shift", shift, 0, 1e9);
    double[] sums = new double[vocabulary];
    double sum = 0;
    for (int r = 0; r < vocabulary; r++) {
      sum += Math.pow((r + 1 + shift) / (1 + shift), -exponent);
      sums[r] = sum;
    }
    for (int r = 0; r < vocabulary; r++) {
      sums[r] /= sum;
    }
    return new ZipfMandelbrot(sums, exponent, shift);
  }

  static int vocabulary(int vocabulary) {
    Arguments.require(
        vocabulary >= 1 && vocabulary <= MOST,
        "vocabulary is %d: expected 1 to %d",
        vocabulary,
        MOST);
    return vocabulary;
  }

  double probability(int rank) {
    return cumulative[rank] - (rank == 0 ? 0 : cumulative[rank - 1]);
  }

  int next(RandomGenerator rng) {
    int at = Arrays.binarySearch(cumulative, rng.nextDouble());
    return Math.min(at < 0 ? -at - 1 : at + 1, cumulative.length - 1);
  }
}
