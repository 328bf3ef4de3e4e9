package murmuration.bench;

import java.util.Arrays;
import murmuration.scaling.pass.PassCounts;
import murmuration.scaling.pass.SuccessFit;

/** The jobs of {@code scaling.py} on pass counts. */
final class PassJobs {
  private PassJobs() {}

  /** Mean pass@k of items with 10,000 samples each, for the 13 k of the benchmark. */
  static double[] meanPassAtK(double[] passes) {
    return counts(passes).passAt(PassBenchmark.ATTEMPTS).values();
  }

  /** Both shapes of the Beta law and minus its log-likelihood. */
  static double[] betaLaw(double[] passes) {
    var fit = SuccessFit.of(counts(passes));
    return new double[] {fit.parameter("alpha"), fit.parameter("beta"), -fit.logLikelihood()};
  }

  private static PassCounts counts(double[] passes) {
    return PassCounts.of(10_000, Arrays.stream(passes).mapToInt(c -> (int) c).toArray());
  }
}
